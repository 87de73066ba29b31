/** What a page sees of an extension that lets it send messages; only Chrome and its kin have it, and only where such an extension is installed. */
export interface Runtime {
  readonly lastError?: unknown;
  sendMessage(id: string, message: unknown, answer: (response: unknown) => void): void;
}

/** An extension that opens the page says behind the `#` which one it is: a code is good once, and the other one has not asked for it. */
export function offeredTo(hash: string, ids: readonly string[]): readonly string[] {
  const asking = hash.slice(1);
  return ids.includes(asking) ? [asking] : ids;
}

/** Whether an extension has taken the code. */
export async function offerCode(runtime: Runtime | undefined, ids: readonly string[], code: string): Promise<boolean> {
  if (runtime === undefined) return false;
  const taken = await Promise.all(ids.map((id) => offerTo(runtime, id, code)));
  return taken.includes(true);
}

function offerTo(runtime: Runtime, id: string, code: string): Promise<boolean> {
  return new Promise((done) => {
    runtime.sendMessage(id, { type: 'pair', code }, (response) => {
      // Chrome writes an error that nobody has looked at into the console, and an extension that is not installed is none.
      const isThere = runtime.lastError === undefined;
      done(isThere && (response as { ok?: unknown } | undefined)?.ok === true);
    });
  });
}

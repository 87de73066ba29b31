/** As much of the browser as starting needs; tests have their own. */
export interface Starter {
  /** Must be called in answer to a click. */
  ask(): Promise<boolean>;
  send(message: { readonly type: 'start'; readonly token: string | null }): Promise<unknown>;
}

export type Started =
  | { readonly server: string; readonly token: string }
  /** `command`: what to run in a terminal, where that is what helps. */
  | { readonly sentence: string; readonly command?: string };

const host = 'dev.kokoro.host';

export const browser: Starter = {
  ask: () => chrome.permissions.request({ permissions: ['nativeMessaging'] }),
  send: (message) => chrome.runtime.sendNativeMessage(host, message),
};

const install = './kokoro native-host install';

/** Has the native messaging host start the server, for which a person is asked for the permission. @param token what the extension has: it is kept where it is good. */
export async function startServer(starter: Starter, token: string | null): Promise<Started> {
  if (!(await starter.ask())) return { sentence: 'The browser was not allowed to start programs; start the server in a terminal.' };
  try {
    const answer = (await starter.send({ type: 'start', token })) as { ok?: boolean; server?: string; token?: string; error?: string };
    if (answer.ok === true && answer.server !== undefined && answer.token !== undefined) return { server: answer.server, token: answer.token };
    return { sentence: answer.error ?? 'The starter gave no answer that is understood; start the server in a terminal.' };
  } catch (error) {
    return { sentence: sentenceFor(String(error)), command: install };
  }
}

/** The browser's own words for what went wrong are not for people. */
function sentenceFor(error: string): string {
  if (error.includes('not found')) return 'The browser cannot start Kokoro yet. Allow it once in a terminal, in Kokoro’s folder:';
  if (error.includes('forbidden')) return 'Kokoro’s starter does not know this extension. Install it again in a terminal, in Kokoro’s folder:';
  return 'Kokoro’s starter ended without an answer. Install it again in a terminal, in Kokoro’s folder:';
}

/** Where the command is typed. */
export function terminalOf(os: string): string {
  if (os === 'win') return 'in a terminal of WSL, in Kokoro’s folder';
  if (os === 'cros') return 'in the terminal of the Linux environment, in Kokoro’s folder';
  return 'in a terminal, in Kokoro’s folder';
}

/** What starts a server at this address. */
export function startCommand(server: string): string {
  const { port } = new URL(server);
  return `./kokoro serve${port === '8880' ? '' : ` --port ${port === '' ? '80' : port}`}`;
}

/**
 * A server's address as a person types it: "8880", "localhost:8880", "http://127.0.0.1:8880/".
 * @returns its origin; null when it is no address of this machine, and the server is nowhere else.
 */
export function addressOf(typed: string): string | null {
  const text = typed.trim();
  const whole = /^\d+$/.test(text) ? `http://127.0.0.1:${text}` : /^[a-z]+:\/\//i.test(text) ? text : `http://${text}`;
  if (!URL.canParse(whole)) return null;
  const { protocol, hostname, origin } = new URL(whole);
  return protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost') ? origin : null;
}

export const noAddress = 'That is no address of this machine; it looks like http://127.0.0.1:8880.';

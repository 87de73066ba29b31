import { loadSettings, saveSettings } from '../shared/settings.ts';

/**
 * A server's address as a person types it: "8880", "localhost:8880", "http://127.0.0.1:8880/".
 * @returns its origin; null when it is no address of this machine, and the server is nowhere else.
 */
export function addressOf(typed: string): string | null {
  const text = typed.trim();
  const whole = /^\d+$/.test(text) ? `http://127.0.0.1:${text}` : /^[a-z]+:\/\//i.test(text) ? text : `http://${text}`;
  try {
    const { protocol, hostname, origin } = new URL(whole);
    return protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost') ? origin : null;
  } catch {
    return null; // no address at all
  }
}

/** From now on this one, without the token: that is for the server that gave it, and is not shown to another. @returns whether it is another one. */
export async function moveTo(server: string): Promise<boolean> {
  if ((await loadSettings()).server === server) return false;
  await saveSettings({ server, token: null });
  return true;
}

export const noAddress = 'That is no address of this machine; it looks like http://127.0.0.1:8880.';

import { pairingKey } from '../shared/messages.ts';
import { isLoopback } from '../shared/pairing.ts';

const longestCode = 64;

/**
 * Keeps what a server's page for pairing sent, and shows the setup page. Any page of any server of this machine can send it, so that it is only kept: the setup page asks the person, and
 * only then gives the code to anybody.
 * @returns whether it was such a message, from such a page
 */
export async function keepPairing(message: unknown, origin: string | undefined, now: number): Promise<boolean> {
  const { type, code } = (message ?? {}) as { readonly type?: unknown; readonly code?: unknown };
  if (type !== 'pair' || typeof code !== 'string' || code === '' || code.length > longestCode || origin === undefined || !isLoopback(origin)) return false;
  await chrome.storage.session.set({ [pairingKey]: { origin, code, at: now } });
  await showSetup();
  return true;
}

/** Brings the setup page to the front, or opens it. */
export async function showSetup(): Promise<void> {
  const url = chrome.runtime.getURL('setup.html');
  const contexts = await chrome.runtime.getContexts({ contextTypes: [chrome.runtime.ContextType.TAB], documentUrls: [url] });
  const tab = contexts.find(({ tabId }) => tabId >= 0);
  if (tab === undefined) {
    await chrome.tabs.create({ url });
    return;
  }
  await chrome.tabs.update(tab.tabId, { active: true });
  await chrome.windows.update(tab.windowId, { focused: true });
}

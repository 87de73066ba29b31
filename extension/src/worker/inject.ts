import type { Collected, ToReader, What } from '../shared/messages.ts';
import { problem } from '../shared/problem.ts';
import type { Settings } from '../shared/settings.ts';
import { nobody } from './player.ts';
import { pageNotGiven, pageUnreadable } from './problems.ts';

/** Right after a shortcut the first try is sometimes refused, and one 100 ms later is not. */
const tries = 3;
const between = 100;

/** Has the reader in this tab find what to read; brings it there first. @param wait For a number of milliseconds. */
export async function collectFrom(tab: number, what: What, settings: Settings, wait: (milliseconds: number) => Promise<void> = sleep): Promise<Collected> {
  const refusal = await inject(tab, wait);
  if (refusal !== null) return { ok: false, problem: /must request permission/.test(refusal) ? pageNotGiven : pageUnreadable };
  const collected = await tellReader<Collected>(tab, { to: 'reader', type: 'collect', what, settings });
  return collected ?? { ok: false, problem: problem('page_gone', 'the page was left before its text was found; try again') };
}

/** @returns the reader's answer; null when it has none, or has gone with its page. */
export async function tellReader<T = never>(tab: number, message: ToReader): Promise<T | null> {
  return ((await chrome.tabs.sendMessage(tab, message, { frameId: 0 }).catch(nobody)) as T | undefined) ?? null;
}

/** @returns null, or why not, in the browser's words. */
async function inject(tab: number, wait: (milliseconds: number) => Promise<void>): Promise<string | null> {
  for (let left = tries - 1; ; left--) {
    try {
      await chrome.scripting.executeScript({ target: { tabId: tab }, files: ['reader.js'] });
      return null;
    } catch (error) {
      if (left === 0) return String(error);
    }
    await wait(between);
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

import { plainBlocks } from '../content/selection.ts';
import { snapshotKey, type Answer, type Reading, type Snapshot, type What } from '../shared/messages.ts';
import { problem } from '../shared/problem.ts';
import { loadSettings } from '../shared/settings.ts';
import { forgetComplaint } from './badge.ts';
import { collectFrom, tellReader } from './inject.ts';
import { closePlayer, ensurePlayer, hasPlayer, play, tellPlayer } from './player.ts';
import { pageNotGiven, pageUnreadable } from './problems.ts';

/** Reads a page, or a part of it; what was being read ends. @param selected What is selected as the browser tells it, for pages that cannot be looked into. */
export async function read(what: What, tab: number | undefined, selected?: string): Promise<Answer> {
  const target = tab ?? (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
  if (target === undefined) return { ok: false, problem: pageUnreadable };
  const hadPlayer = await hasPlayer();
  const [settings] = await Promise.all([loadSettings(), ensurePlayer()]); // the player is there by the time the text is
  const collected = await collectFrom(target, what, settings);
  if (collected.ok) return begin(collected.reading, target);
  if (selected !== undefined && selected.trim() !== '') return readText(selected, 'Selected text');
  if (!hadPlayer) await closePlayer();
  return collected;
}

/** The same for a key, a menu entry or the popup, by which the person gives the page to the extension: what is refused then stays closed. */
export async function readGiven(...asked: Parameters<typeof read>): Promise<Answer> {
  const answer = await read(...asked);
  return !answer.ok && answer.problem === pageNotGiven ? { ok: false, problem: pageUnreadable } : answer;
}

/** Reads a text that comes from no page. */
export async function readText(text: string, title: string): Promise<Answer> {
  const blocks = plainBlocks(text).map((block) => block.text);
  if (blocks.length === 0) return { ok: false, problem: problem('nothing_to_read', 'there is no word in this text; paste another') };
  return begin({ id: crypto.randomUUID(), url: '', title, language: null, blocks, start: { block: 0, offset: 0 } }, null);
}

/** Goes on where the last player was. */
export async function resume(): Promise<Answer> {
  const snapshot = await kept();
  if (snapshot === null) return { ok: false, problem: problem('nothing_to_resume', 'there is no text to go on with; open a page and read it') };
  return begin({ ...snapshot.reading, start: snapshot.place }, snapshot.tab);
}

/** Pauses or goes on; with the last text, if its player is gone. @returns null where there is nothing of either. */
export async function toggle(): Promise<Answer | null> {
  if (await hasPlayer()) return tellPlayer({ to: 'player', type: 'toggle' });
  return (await kept()) === null ? null : resume();
}

/** Has the page light what is heard of this reading, if its text is still there, or is there once more. */
export async function follow(reading: string, tab: number): Promise<void> {
  const isFollowed = await tellReader<boolean>(tab, { to: 'reader', type: 'follow', reading });
  if (isFollowed !== true) await followAnew(reading);
}

/** Has the page that was read follow again, if it was only loaded anew and has the same text. */
export async function followAnew(reading: string): Promise<void> {
  const snapshot = await kept();
  if (snapshot?.reading.id !== reading || snapshot.tab === null) return;
  const page = await chrome.tabs.get(snapshot.tab).catch(() => null); // closed
  if (page?.url !== snapshot.reading.url) return; // one that nobody has asked to read is not looked into
  const collected = await collectFrom(snapshot.tab, 'page', await loadSettings());
  if (!collected.ok || JSON.stringify(collected.reading.blocks) !== JSON.stringify(snapshot.reading.blocks)) return;
  await tellReader(snapshot.tab, { to: 'reader', type: 'follow', reading: collected.reading.id, as: reading });
}

export async function keep(snapshot: Snapshot | null): Promise<void> {
  if (snapshot === null) await chrome.storage.session.remove(snapshotKey);
  else await chrome.storage.session.set({ [snapshotKey]: snapshot });
}

async function kept(): Promise<Snapshot | null> {
  return ((await chrome.storage.session.get(snapshotKey))[snapshotKey] as Snapshot | undefined) ?? null;
}

async function begin(reading: Reading, tab: number | null): Promise<Answer> {
  const answer = await play({ to: 'player', type: 'play', reading, tab, settings: await loadSettings() });
  if (!answer.ok) return answer;
  await forgetComplaint();
  if (tab !== null) await follow(reading.id, tab);
  return answer;
}

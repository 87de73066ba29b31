import type { Answer, ToPlayer, ToViews } from '../shared/messages.ts';
import { problem } from '../shared/problem.ts';

/** Nothing but a lock: if the worker is ended meanwhile, the browser still knows whether the page is there. */
let creating: Promise<void> | null = null;

export async function hasPlayer(): Promise<boolean> {
  return (await chrome.runtime.getContexts({ contextTypes: [chrome.runtime.ContextType.OFFSCREEN_DOCUMENT] })).length > 0;
}

/** Makes the player's page where there is none; calls at the same time make one. */
export function ensurePlayer(): Promise<void> {
  creating ??= create().finally(() => {
    creating = null;
  });
  return creating;
}

async function create(): Promise<void> {
  if (await hasPlayer()) return;
  try {
    await chrome.offscreen.createDocument({
      url: 'offscreen.html',
      // With the first reason alone the browser closes the page 30 s after its last sound, in a pause too.
      reasons: [chrome.offscreen.Reason.AUDIO_PLAYBACK, chrome.offscreen.Reason.BLOBS],
      justification: 'Plays what is read, as it comes from the server of this machine, and holds it for going back.',
    });
  } catch (error) {
    if (!(await hasPlayer())) throw error; // an earlier worker was making it
  }
  await tellViews({ to: 'views', type: 'player-is-there' });
}

/** @returns the player's answer; null when it has none, or is not there. */
export async function tellPlayer(message: ToPlayer): Promise<Answer | null> {
  return ((await chrome.runtime.sendMessage(message).catch(nobody)) as Answer | undefined) ?? null;
}

export async function play(message: Extract<ToPlayer, { type: 'play' }>): Promise<Answer> {
  await ensurePlayer();
  return (await tellPlayer(message)) ?? { ok: false, problem: problem('player_gone', 'the player did not start; try again') };
}

export async function closePlayer(): Promise<void> {
  if (await hasPlayer()) await chrome.offscreen.closeDocument();
}

async function tellViews(message: ToViews): Promise<void> {
  await chrome.runtime.sendMessage(message).catch(nobody);
}

/** That nobody listens, or listens and has nothing to answer, is no fault. */
export function nobody(error: unknown): undefined {
  if (!/Receiving end does not exist|message (?:port|channel) closed/.test(String(error))) throw error;
  return undefined;
}

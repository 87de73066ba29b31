import type { Problem } from '../../../Kokoro.Host/Page/player/frames.ts';
import { refusalKey, type PlayerState } from '../shared/messages.ts';
import { sentenceOf } from '../shared/problem.ts';

const signs: Readonly<Record<PlayerState, { readonly text: string; readonly title: (title: string) => string }>> = {
  idle: { text: '', title: () => '' },
  loading: { text: '…', title: (title) => `Beginning to read: ${title}` },
  playing: { text: '▶', title: (title) => `Reading: ${title}` },
  paused: { text: '❚❚', title: (title) => `Paused: ${title}` },
  waiting: { text: '…', title: (title) => `Waiting for the server: ${title}` },
  ended: { text: '', title: () => '' },
  failed: { text: '!', title: () => '' },
};

const ground = { calm: '#a83232', problem: '#9c1c1c' };

/** What the button in the toolbar says: a sign, and in words what it means. */
export async function showState(state: PlayerState, title: string, problem: Problem | null): Promise<void> {
  const { text, title: words } = signs[state];
  await show(text, state === 'failed' && problem !== null ? sentenceOf(problem) : words(title), state === 'failed' ? ground.problem : ground.calm);
}

/** Says why nothing is read where the person has no view open that would: on the button, and in the popup, which is opened for it where the browser can. */
export async function complain(problem: Problem): Promise<void> {
  await chrome.storage.session.set({ [refusalKey]: problem });
  await show('!', sentenceOf(problem), ground.problem);
  const views = await chrome.runtime.getContexts({ contextTypes: [chrome.runtime.ContextType.POPUP, chrome.runtime.ContextType.SIDE_PANEL] });
  if (views.length > 0 || chrome.action.openPopup === undefined) return;
  try {
    await chrome.action.openPopup();
  } catch (error) {
    console.info('Kokoro: the popup was not opened, the button says it', error); // no window of the browser is in front
  }
}

/** What went wrong before is no longer so. */
export async function forgetComplaint(): Promise<void> {
  await chrome.storage.session.remove(refusalKey);
}

/** An empty title brings back the manifest's. */
async function show(text: string, title: string, colour: string): Promise<void> {
  await Promise.all([chrome.action.setBadgeText({ text }), chrome.action.setTitle({ title }), chrome.action.setBadgeBackgroundColor({ color: colour })]);
}

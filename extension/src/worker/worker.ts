import type { Answer, ToWorker } from '../shared/messages.ts';
import { problem } from '../shared/problem.ts';
import { onSettings } from '../shared/settings.ts';
import { complain, showState } from './badge.ts';
import { createMenus, whatOf } from './menus.ts';
import { keepPairing, showSetup } from './pairing.ts';
import { closePlayer, hasPlayer, tellPlayer } from './player.ts';
import { follow, followAnew, keep, read, readGiven, readText, resume, toggle } from './read.ts';

/** Routes, and knows nothing: the browser ends this worker whenever it likes and starts it anew for the next event, so all listeners are made at once. */

// The token is the extension's; scripts in pages are not to see it.
void chrome.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });

chrome.runtime.onInstalled.addListener(({ reason }) => {
  createMenus();
  if (reason === 'install') void showSetup();
});

chrome.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
  const what = whatOf(menuItemId);
  if (what !== null) void show(readGiven(what, tab?.id, what === 'selection' ? selectionText : undefined));
});

chrome.commands.onCommand.addListener((command, tab) => {
  if (command === 'toggle') void show(toggle());
  // Pages of the extension cannot be read like others, and read themselves.
  if (command === 'read' && !isOurs(tab?.url)) void show(readGiven('new', tab?.id));
});

chrome.runtime.onMessage.addListener((message: ToWorker, sender, answer: (response?: Answer) => void) => {
  if (!isOurs(sender.url) || message.to !== 'worker') return false;
  void handle(message, sender.url?.startsWith(chrome.runtime.getURL('popup.html')) === true).catch(failed).then((result) => answer(result ?? undefined));
  return true;
});

chrome.runtime.onMessageExternal.addListener((message: unknown, sender, answer: (response: { ok: boolean }) => void) => {
  void keepPairing(message, sender.origin, Date.now()).then((ok) => answer({ ok }));
  return true;
});

onSettings((settings) => {
  void hasPlayer().then((is) => (is ? tellPlayer({ to: 'player', type: 'settings', settings }) : null));
});

/** The answer to the view that asked. */
async function handle(message: ToWorker, isPopup: boolean): Promise<Answer | void> {
  switch (message.type) {
    case 'read':
      return (isPopup ? readGiven : read)(message.what, message.tab);
    case 'read-text':
      return readText(message.text, message.title);
    case 'resume':
      return resume();
    case 'keep':
      return keep(message.snapshot);
    case 'again':
      return follow(message.reading, message.tab);
    case 'left':
      return followAnew(message.reading);
    case 'state':
      return showState(message.state, message.title, message.problem);
    case 'close-player':
      await closePlayer();
      return showState('idle', '', null);
  }
}

/** A key and a menu have no view that could show a problem. */
async function show(answering: Promise<Answer | null>): Promise<void> {
  const answer = await answering.catch(failed);
  if (answer?.ok === false) await complain(answer.problem);
}

function failed(error: unknown): Answer {
  console.error('Kokoro: the worker failed', error);
  return { ok: false, problem: problem('worker_failed', 'the extension failed at this; try again') };
}

/** Whether this is one of the extension's own pages, and not what it put into another. */
function isOurs(url: string | undefined): boolean {
  return url?.startsWith(chrome.runtime.getURL('')) === true;
}

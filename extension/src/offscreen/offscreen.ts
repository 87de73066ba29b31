import { readerPort, viewPort, type ToPlayer, type ToWorker } from '../shared/messages.ts';
import { defaults } from '../shared/settings.ts';
import { Hub, type ReaderPort, type ViewPort } from './hub.ts';
import { MediaKeys } from './media-keys.ts';
import { ReadingPlayer } from './player.ts';
import { surroundings } from './surroundings.ts';

const hub = new Hub(
  () => player,
  (reading) => tellWorker({ to: 'worker', type: 'left', reading }),
);

const real = surroundings();
const out = real.createOut(); // which takes its time: while the worker finds the text

const player = new ReadingPlayer(
  { ...real, createOut: () => out },
  {
    changed: () => {
      hub.changed();
      keys.show(player.status);
      showWorker();
    },
    place: (message) => hub.place(message),
    over: (reading) => hub.over(reading),
    again: (reading, tab) => tellWorker({ to: 'worker', type: 'again', reading, tab }),
    keep: (snapshot) => tellWorker({ to: 'worker', type: 'keep', snapshot }),
    close: () => tellWorker({ to: 'worker', type: 'close-player' }),
  },
  defaults,
);

const keys = new MediaKeys(navigator.mediaSession, player);

let shown = '';

/** The state alone: words and progress are for who has a port. */
function showWorker(): void {
  const { state, title, problem } = player.status;
  const message: ToWorker = { to: 'worker', type: 'state', state, title, problem };
  if (JSON.stringify(message) === shown) return;
  shown = JSON.stringify(message);
  tellWorker(message);
}

chrome.runtime.onConnect.addListener((port) => {
  if (port.name === readerPort) hub.addReader(port as unknown as ReaderPort);
  if (port.name === viewPort) hub.addView(port as unknown as ViewPort);
});

chrome.runtime.onMessage.addListener((message: ToPlayer | { readonly to: string }, _, answer) => {
  if (message.to === 'player') act(message as ToPlayer, answer);
});

function act(message: ToPlayer, answer: (value: unknown) => void): void {
  switch (message.type) {
    case 'play':
      return answer(player.play(message.reading, message.tab, message.settings));
    case 'settings':
      return player.applySettings(message.settings);
    case 'toggle':
      return player.toggle();
  }
}

/** The worker may be starting or be replaced by an update: then the next of these messages finds it. */
function tellWorker(message: ToWorker): void {
  chrome.runtime.sendMessage(message).catch((error: unknown) => console.warn('the worker did not hear', message.type, error));
}

import { surroundings } from '../offscreen/surroundings.ts';
import { Engine } from './engine.ts';
import type { FromEngine, ToEngine } from './messages.ts';

const real = surroundings();
const out = real.createOut();

const engine = new Engine(
  { ...real, createOut: () => out, setVolume: (volume) => out.setVolume(volume) },
  {
    speech: (request, event) => tellWorker({ to: 'worker', type: 'speech', request, event }),
    close: () => tellWorker({ to: 'worker', type: 'close-player' }),
  },
);

chrome.runtime.onMessage.addListener((message: ToEngine | { readonly to: string }, _, answer) => {
  if (message.to !== 'engine') return;
  const command = message as ToEngine;
  if (command.type === 'speak') engine.speak(command.utterance);
  else engine[command.type]();
  answer(null);
});

/** Wakes a worker that has ended in the meantime. */
function tellWorker(message: FromEngine): void {
  chrome.runtime.sendMessage(message).catch((error: unknown) => console.warn('the worker did not hear', message.type, error));
}

import type { SpeechEvent } from './messages.ts';

type Send = (request: number, event: SpeechEvent) => void;

/**
 * The browser's number of an utterance. The function that comes with it ends with the worker, while the browser's own, which takes the number, does not; the one
 * calls the other by its name, so that a stand-in learns the number.
 * @returns null where the browser does so no more
 */
export function requestIdOf(sendTtsEvent: (event: SpeechEvent) => void, engine: { sendTtsEvent: Send }): number | null {
  const real = engine.sendTtsEvent;
  let id: number | null = null;
  engine.sendTtsEvent = (request) => {
    id = request;
  };
  try {
    sendTtsEvent({ type: 'start' });
  } finally {
    engine.sendTtsEvent = real;
  }
  return id;
}

import { WebAudioOut } from '../../../Kokoro.Host/Page/player/web-audio.ts';
import type { PlayerParts } from './parts.ts';
import { sampleRate } from './timeline.ts';

/** The real clocks, the real network and the real loudspeaker. */
export function surroundings(): Omit<PlayerParts, 'createOut'> & { readonly createOut: () => WebAudioOut } {
  return {
    fetch: (url, init) => fetch(url, init),
    createOut: () => new WebAudioOut(sampleRate),
    every: (milliseconds, act) => {
      const timer = setInterval(act, milliseconds);
      return () => clearInterval(timer);
    },
    after: (milliseconds, act) => {
      const timer = setTimeout(act, milliseconds);
      return () => clearTimeout(timer);
    },
    // Whole milliseconds, cut off here and where they are compared: a word is rather lit late than before it is heard.
    now: () => Date.now() + 1,
    session: crypto.randomUUID(),
  };
}

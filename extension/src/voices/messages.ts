/** What the companion's worker and its player, in the offscreen page, say to each other. The player knows the request, so that any later worker can report on it. */
import type { Settings } from '../shared/settings.ts';

export interface Utterance {
  /** The browser's number for it. */
  readonly request: number;
  readonly text: string;
  /** With the voice and the speed of this utterance. */
  readonly settings: Settings;
  /** 0 to 1. */
  readonly volume: number;
}

export type ToEngine =
  | { readonly to: 'engine'; readonly type: 'speak'; readonly utterance: Utterance }
  | { readonly to: 'engine'; readonly type: 'stop' }
  | { readonly to: 'engine'; readonly type: 'pause' }
  | { readonly to: 'engine'; readonly type: 'resume' };

/** `charIndex` and `length`: UTF-16, in the text of the utterance. */
export interface SpeechEvent {
  readonly type: 'start' | 'word' | 'end' | 'interrupted' | 'cancelled' | 'error';
  readonly charIndex?: number;
  readonly length?: number;
  /** A plain sentence. */
  readonly errorMessage?: string;
}

export type FromEngine =
  | { readonly to: 'worker'; readonly type: 'speech'; readonly request: number; readonly event: SpeechEvent }
  | { readonly to: 'worker'; readonly type: 'close-player' };

import type { Problem } from '../../../Kokoro.Host/Page/player/frames.ts';
import type { After } from './clock.ts';
import type { Script } from './script.ts';
import type { Server } from './server.ts';
import type { Timeline } from './timeline.ts';

/** `waiting`: for the server. `ended`: by a problem for which waiting is no remedy. */
export type FeedState = 'feeding' | 'waiting' | 'complete' | 'ended';

/** Characters that came whole, and the seconds that they take at normal speed. */
export interface Measured {
  characters: number;
  seconds: number;
}

export interface FeederParts {
  readonly script: Script;
  readonly timeline: Timeline;
  readonly server: Server;
  /** One of the player's own, the same for all it asks. */
  readonly session: string;
  readonly after: After;
  /** Lines that cannot be spoken, with what is told about each. */
  readonly skipped: Map<number, Problem>;
  readonly measured: Measured;
  /** Whether the listener has heard all that has come. */
  readonly isDry: () => boolean;
  /** Something came, or the state is another one. */
  readonly changed: () => void;
}

import type { AudioOut } from '../../../Kokoro.Host/Page/player/scheduler.ts';
import type { Snapshot } from '../shared/messages.ts';
import type { PlaceMessage } from './announcer.ts';
import type { After, Every } from './clock.ts';

/** What the player needs of its surroundings; tests bring their own. */
export interface PlayerParts {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly createOut: () => AudioOut;
  readonly every: Every;
  readonly after: After;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Random: the server ends what it was asked in the same session. */
  readonly session: string;
}

/** What the player tells. */
export interface PlayerEvents {
  /** The status may be another one. */
  changed(): void;
  place(message: PlaceMessage): void;
  /** This reading is not read any more: it ended, was stopped, or another one took its place. */
  over(reading: string): void;
  /** A reading of this tab that was over, by its end or a stop, is read again. */
  again(reading: string, tab: number): void;
  keep(snapshot: Snapshot | null): void;
  /** Silent for so long that nobody will miss the player. */
  close(): void;
}

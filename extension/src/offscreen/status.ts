import type { Problem } from '../../../Kokoro.Host/Page/player/frames.ts';
import type { PlayerState, PlayerStatus, Reading } from '../shared/messages.ts';
import type { Measured } from './feeder-parts.ts';
import type { Run } from './run.ts';
import type { Script } from './script.ts';

export interface StatusParts {
  readonly reading: Reading;
  readonly script: Script;
  readonly skipped: ReadonlyMap<number, Problem>;
  readonly run: Run;
  readonly over: 'ended' | 'failed' | null;
  readonly isPaused: boolean;
  readonly measured: Measured;
  readonly speed: number;
}

/** What popup, panel and badge show. */
export function statusOf({ reading, script, skipped, run, over, isPaused, measured, speed }: StatusParts): PlayerStatus {
  const state: PlayerState = over ?? (isPaused ? 'paused' : run.state);
  const isEnded = state === 'ended';
  const at = isEnded ? script.characters : script.before(run.spot);
  const line = isEnded ? script.lines.length : run.hasSound ? run.spot.line : script.lines.length;
  return {
    state,
    reading: reading.id,
    title: reading.title,
    sentence: isEnded ? null : run.sentence,
    word: isEnded ? null : run.word,
    progress: at / script.characters,
    secondsLeft: measured.characters === 0 ? null : Math.ceil(((script.characters - at) * measured.seconds) / measured.characters / speed),
    problem: run.problem ?? leftOut(skipped, line),
  };
}

/** A sentence that was left out is told of while the two after it are heard. */
function leftOut(skipped: ReadonlyMap<number, Problem>, line: number): Problem | null {
  return skipped.get(line - 1) ?? skipped.get(line - 2) ?? null;
}

import type { Word } from '../../../Kokoro.Host/Page/player/frames.ts';
import type { AudioOut, Scheduler } from '../../../Kokoro.Host/Page/player/scheduler.ts';
import type { PlayerToReader, Span } from '../shared/messages.ts';
import type { Script } from './script.ts';
import type { Part, Timeline } from './timeline.ts';

export type PlaceMessage = Extract<PlayerToReader, { type: 'place' }>;

/** Milliseconds; a page draws every 16 and a message takes some 10, and what is said too early has to be taken back at a pause. */
const early = 200;

export function sentenceOf(script: Script, part: Part): Span {
  const { block, start, end } = script.lines[part.line]!;
  return { block, start, end };
}

export function wordOf(script: Script, part: Part, word: Word | null): Span | null {
  return word === null ? null : { block: script.lines[part.line]!.block, start: part.offset + word.start, end: part.offset + word.end };
}

/** Says of each word when it is heard, a little before it is. */
export class Announcer {
  /** Second of the timeline up to which all is said. */
  private said = -1;

  /** @param now milliseconds since 1970 */
  constructor(
    private readonly script: Script,
    private readonly timeline: Timeline,
    private readonly scheduler: Scheduler,
    private readonly out: AudioOut,
    private readonly now: () => number,
    private readonly send: (message: PlaceMessage) => void,
  ) {}

  /** Says what is heard soon and has not been said. */
  tick(): void {
    for (let next = this.timeline.next(this.said); next !== null; next = this.timeline.next(this.said)) {
      const heard = this.scheduler.timeOf(next.from);
      const inMilliseconds = heard === null ? Infinity : (heard - this.out.now()) * 1000;
      if (inMilliseconds > early) return;
      this.said = next.from;
      this.say(next.part, next.word, inMilliseconds);
    }
  }

  /** What was said of the time after now does not hold any more: says what is heard now, and the rest anew. */
  correct(): void {
    const position = this.scheduler.position();
    const part = this.timeline.partAt(position);
    this.said = position - 1e-3; // a jump lands on a word, give or take half a sample
    if (part !== null) this.say(part, part.words.upTo(position - part.from), 0);
  }

  private say(part: Part, word: Word | null, inMilliseconds: number): void {
    const due = this.now() + Math.max(0, inMilliseconds);
    this.send({ type: 'place', sentence: sentenceOf(this.script, part), word: wordOf(this.script, part, word), due });
  }
}

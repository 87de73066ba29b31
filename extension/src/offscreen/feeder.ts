import type { Frame, Problem } from '../../../Kokoro.Host/Page/player/frames.ts';
import type { FeedState, FeederParts } from './feeder-parts.ts';
import { Lookout } from './lookout.ts';
import type { Spot } from './script.ts';
import { Refusal, cutOff, unreachable } from './server.ts';
import { ending, faultOf, skipping, verdictOf, waiting } from './verdict.ts';

/** Lines that are asked for before they are heard. */
const lookAhead = 2;

/** Asks for one line after the other, in order, and puts what comes onto the timeline; never far ahead of what is heard. */
export class Feeder {
  state: FeedState = 'feeding';
  problem: Problem | null = null;
  private asking: { readonly abort: AbortController; readonly spot: Spot; hasBegun: boolean } | null = null;
  private readonly lookout: Lookout;
  private hasAskedAgain = false;
  private heard: number;

  constructor(
    private readonly parts: FeederParts,
    private next: Spot,
  ) {
    this.heard = next.line;
    this.lookout = new Lookout(parts.server, parts.after, () => void this.ask());
  }

  /** What is asked for next, or is being asked for. */
  get spot(): Spot {
    return this.next;
  }

  /** The listener is at this line. */
  reach(line: number): void {
    this.heard = line;
    this.feed();
  }

  /** The lines after the one that is heard are to be spoken anew. */
  renewAhead(): void {
    if (this.state === 'ended' || this.next.line <= this.heard || (this.asking !== null && this.asking.spot.line <= this.heard)) return;
    this.stop();
    this.parts.timeline.cutAfter(this.heard);
    this.go(this.heard + 1);
  }

  /** There is a reason to hope that what failed will not fail again. */
  tryAgain(): void {
    if (this.state !== 'waiting' && this.state !== 'ended') return;
    this.stop();
    this.enter('feeding', null);
    this.feed();
  }

  stop(): void {
    this.lookout.stop();
    this.asking?.abort.abort();
    this.asking = null;
  }

  private feed(): void {
    const { script, timeline } = this.parts;
    if (this.state !== 'feeding' || this.asking !== null) return;
    if (this.next.line >= script.lines.length) return this.enter('complete', null);
    if (this.next.line <= this.heard || timeline.ahead(this.heard) < lookAhead) void this.ask();
  }

  private async ask(): Promise<void> {
    const { script, timeline, server, session } = this.parts;
    const abort = new AbortController();
    const asking = { abort, spot: this.next, hasBegun: false };
    const begun = timeline.sound.samples;
    const intent = this.parts.isDry() ? 'play' : 'prefetch';
    this.asking = asking;
    try {
      for await (const frame of server.speak({ text: script.textOf(asking.spot), session, intent }, abort.signal)) {
        if (abort.signal.aborted) return;
        if (frame.type === 'end' && frame.end.samples !== timeline.sound.samples - begun) throw new Refusal(cutOff);
        this.take(frame);
      }
    } catch (error) {
      if (!abort.signal.aborted) this.fail(asking.spot.line, error instanceof Refusal ? error.problem : faultOf(error));
      return;
    }
    if (!abort.signal.aborted) this.finish(asking.spot, begun);
  }

  private take(frame: Frame): void {
    if (frame.type !== 'words' && frame.type !== 'samples') return;
    const { timeline, changed } = this.parts;
    if (!this.asking!.hasBegun) timeline.begin(this.asking!.spot);
    this.asking!.hasBegun = true;
    if (frame.type === 'words') return timeline.addWords(frame.words);
    timeline.addSamples(frame.samples);
    this.lookout.rest();
    if (this.state === 'waiting') this.enter('feeding', null);
    else changed();
  }

  private finish(spot: Spot, begun: number): void {
    const { script, timeline, measured } = this.parts;
    const { end, pause } = script.lines[spot.line]!;
    if (spot.line + 1 < script.lines.length) timeline.finish(pause);
    measured.characters += end - spot.offset;
    measured.seconds += (timeline.sound.samples - begun) / timeline.sound.rate;
    this.go(spot.line + 1);
  }

  private go(line: number): void {
    this.next = { line, offset: this.parts.script.lines[line]?.start ?? 0 };
    this.hasAskedAgain = false;
    this.asking = null;
    this.enter('feeding', null);
    this.feed();
  }

  private fail(line: number, problem: Problem): void {
    const { script, timeline, skipped, measured } = this.parts;
    const verdict = verdictOf(problem);
    if (this.asking?.hasBegun === true) this.next = timeline.breakOff();
    this.asking = null;
    if (verdict === 'skip') skipped.set(line, skipping(problem));
    if (verdict === 'skip' || !/[\p{L}\p{N}]/u.test(script.textOf(this.next))) return this.go(line + 1);
    // A text that nobody hears yet must not begin to sound whenever a server is started, hours later.
    if (problem.kind === unreachable.kind && measured.characters === 0 && timeline.sound.samples === 0) return this.enter('ended', problem);
    if (verdict === 'end') return this.enter('ended', ending(problem));
    if (problem.kind === cutOff.kind && !this.hasAskedAgain) {
      this.hasAskedAgain = true;
      void this.ask();
      return;
    }
    this.enter('waiting', waiting(problem));
    this.lookout.watch(problem.retry_after);
  }

  private enter(state: FeedState, problem: Problem | null): void {
    [this.state, this.problem] = [state, problem];
    this.parts.changed();
  }
}

import type { Problem, Word } from '../../../Kokoro.Host/Page/player/frames.ts';
import { Scheduler, type AudioOut } from '../../../Kokoro.Host/Page/player/scheduler.ts';
import type { PlayerState, Span } from '../shared/messages.ts';
import { Announcer, sentenceOf, wordOf, type PlaceMessage } from './announcer.ts';
import { Feeder } from './feeder.ts';
import type { FeederParts } from './feeder-parts.ts';
import type { Spot } from './script.ts';
import { Timeline, type Part } from './timeline.ts';

/** Seconds of sound that are kept behind the listener: 14 MB. What lies farther back is asked for again. */
const kept = 300;

/** What is heard before the next line could be there. */
const dry = 0.3;

export interface RunParts extends Omit<FeederParts, 'timeline' | 'isDry'> {
  readonly out: AudioOut;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly place: (message: PlaceMessage) => void;
}

/** Plays a script from one spot on without a gap, until it ends or the listener jumps to where nothing has come yet. */
export class Run {
  readonly timeline = new Timeline();
  readonly feeder: Feeder;
  private readonly scheduler: Scheduler;
  private readonly announcer: Announcer;
  private isStill = false;

  constructor(
    private readonly parts: RunParts,
    private readonly start: Spot,
    speed: number,
  ) {
    this.scheduler = new Scheduler(parts.out, this.timeline.sound);
    this.scheduler.setSpeed(speed);
    this.announcer = new Announcer(parts.script, this.timeline, this.scheduler, parts.out, parts.now, parts.place);
    const isDry = (): boolean => this.timeline.sound.seconds - this.scheduler.position() < dry;
    this.feeder = new Feeder({ ...parts, timeline: this.timeline, isDry, changed: () => this.fed() }, start);
    this.feeder.reach(start.line);
  }

  get state(): Exclude<PlayerState, 'idle' | 'paused'> {
    const isAtEnd = this.scheduler.position() >= this.timeline.sound.seconds - 1e-3;
    if (this.feeder.state === 'waiting') return 'waiting';
    if (!isAtEnd) return 'playing';
    return this.feeder.state === 'feeding' ? 'loading' : this.feeder.state === 'complete' ? 'ended' : 'failed';
  }

  get problem(): Problem | null {
    return this.feeder.problem;
  }

  get hasSound(): boolean {
    return this.timeline.sound.samples > 0;
  }

  /** The word that is heard, or was last. */
  get spot(): Spot {
    const { part, word } = this.heard();
    return part === null ? this.start : { line: part.line, offset: part.offset + (word?.start ?? 0) };
  }

  get sentence(): Span | null {
    const { part } = this.heard();
    return part === null ? null : sentenceOf(this.parts.script, part);
  }

  get word(): Span | null {
    const { part, word } = this.heard();
    return part === null ? null : wordOf(this.parts.script, part, word);
  }

  /** Seconds of sound since the line began; Infinity where its beginning has not been asked for. */
  get secondsIntoLine(): number {
    const beginning = this.timeline.secondsOf(this.parts.script.startOf(this.spot.line));
    return beginning === null ? Infinity : this.scheduler.position() - beginning;
  }

  play(): void {
    void this.scheduler.play();
  }

  pause(): void {
    void this.scheduler.pause();
    this.announcer.correct();
  }

  setSpeed(speed: number): void {
    this.scheduler.setSpeed(speed);
    this.announcer.correct();
  }

  /** @returns false where nothing has come of this spot, or it is not kept any more. */
  seek(spot: Spot): boolean {
    const seconds = this.timeline.secondsOf(spot);
    if (seconds === null) return false;
    this.scheduler.seek(seconds);
    this.announcer.correct();
    return true;
  }

  stop(): void {
    this.feeder.stop();
    this.scheduler.stop();
  }

  tick(): void {
    this.scheduler.pump();
    this.announcer.tick();
    this.timeline.drop(this.scheduler.position() - kept);
    this.feeder.reach(this.spot.line);
  }

  /** Something came, or was taken away, or nothing comes for now: then all that is there is played to its end. */
  private fed(): void {
    this.scheduler.cut();
    const isStill = this.feeder.state !== 'feeding';
    if (isStill && !this.isStill) this.scheduler.complete();
    if (!isStill && this.isStill) this.scheduler.goOn();
    this.isStill = isStill;
    this.scheduler.pump();
    this.parts.changed();
  }

  private heard(): { part: Part | null; word: Word | null } {
    const position = this.scheduler.position();
    const part = this.timeline.partAt(position);
    return { part, word: part?.words.upTo(position - part.from) ?? null };
  }
}

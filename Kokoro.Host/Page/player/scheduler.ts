import type { Sound } from './sound.ts';
import { Stretcher } from './stretch.ts';

/** What plays samples at a time of its own clock: an AudioContext, or a fake one in tests. */
export interface AudioOut {
  /** Seconds; stands still while suspended. */
  now(): number;
  /** Seconds from playing a sample to its being heard. */
  latency(): number;
  /** Plays samples from `at` on; the result stops them. */
  play(samples: Float32Array<ArrayBuffer>, rate: number, at: number): () => void;
  suspend(): Promise<void>;
  resume(): Promise<void>;
}

/** Sound that has been given to the output: seconds of its clock, and the seconds of the sound that are heard then. */
interface Segment {
  readonly at: number;
  readonly until: number;
  readonly from: number;
  readonly to: number;
  readonly stop: () => void;
}

/** Far enough for a page that is in the background, where timers run once a second. */
const lookAhead = 1.5;
const chunk = 0.25;

/** From giving the first samples to hearing them: the output must not be late for its own start. */
const lead = 0.05;

/** Keeps the output fed with a sound that is still being made, and knows at any moment which second of it is heard. */
export class Scheduler {
  private segments: Segment[] = [];
  private stretcher: Stretcher | null = null;
  private next = 0;
  private isComplete = false;
  private isPlaying = false;
  private speed = 1;

  constructor(
    private readonly out: AudioOut,
    private readonly sound: Sound,
  ) {}

  get isAtEnd(): boolean {
    return this.isComplete && this.position() >= this.sound.seconds - 1e-6;
  }

  /** No more samples will come. */
  complete(): void {
    this.isComplete = true;
    this.pump();
  }

  /** More samples will come after all. */
  goOn(): void {
    this.isComplete = false;
    this.stretcher = this.newStretcher(); // the one before has run into the silence behind the end
  }

  /** The end of the sound was taken away: what was given to the output of it is not heard. */
  cut(): void {
    const end = this.segments.at(-1)?.to ?? this.next / this.sound.rate;
    if (end > this.sound.seconds) this.seek(this.position());
  }

  async play(): Promise<void> {
    this.isPlaying = true;
    await this.out.resume();
    this.pump();
  }

  async pause(): Promise<void> {
    this.isPlaying = false;
    await this.out.suspend();
  }

  /** @param seconds of the sound; what is not made yet is waited for. */
  seek(seconds: number): void {
    this.forget();
    this.next = Math.max(0, Math.round(Math.min(seconds, this.sound.seconds) * this.sound.rate));
    this.stretcher = this.newStretcher();
    this.pump();
  }

  /** @param speed 0.5 to 3, at the same pitch; from now on. */
  setSpeed(speed: number): void {
    const position = this.position();
    this.speed = speed;
    this.seek(position);
  }

  stop(): void {
    this.forget();
    this.isPlaying = false;
  }

  /** @returns the second of the sound that is heard now. */
  position(): number {
    const now = this.out.now() - this.out.latency();
    for (const segment of this.segments) {
      if (now < segment.at) return segment.from;
      if (now < segment.until) return segment.from + ((now - segment.at) / (segment.until - segment.at)) * (segment.to - segment.from);
    }
    return this.segments.at(-1)?.to ?? this.next / this.sound.rate;
  }

  /** @returns when this second of the sound is heard, as a time of the output's clock; null when it has not been given to the output. */
  timeOf(seconds: number): number | null {
    for (const { at, until, from, to } of this.segments) {
      if (seconds >= from && seconds < to) return at + ((seconds - from) / (to - from)) * (until - at) + this.out.latency();
    }
    return null;
  }

  /** Gives the output as much as it should have. To be called when samples have come, and from a timer while playing. */
  pump(): void {
    if (!this.isPlaying) return;
    const now = this.out.now();
    while (this.until(now) < now + lookAhead) {
      const length = this.nextLength(now);
      if (length === 0) break;
      this.schedule(length, now);
    }
    while (this.segments.length > 1 && this.segments[0]!.until < now - this.out.latency()) this.segments.shift();
  }

  private until(now: number): number {
    return this.segments.at(-1)?.until ?? now;
  }

  /** @returns samples of the result: a whole chunk, or less where the sound ends or the output would fall silent. */
  private nextLength(now: number): number {
    const there = this.sound.samples - this.next;
    const whole = Math.round(chunk * this.sound.rate);
    const needed = this.stretcher?.needed(whole) ?? whole;
    if (there >= needed) return whole;
    if (this.isComplete) return Math.min(whole, Math.ceil(there / this.speed));
    const isPressing = this.until(now) - now < chunk;
    return isPressing && this.stretcher === null ? there : 0;
  }

  private schedule(length: number, now: number): void {
    const { rate } = this.sound;
    const last = this.segments.at(-1);
    const at = last !== undefined && last.until >= now ? last.until : now + lead;
    const samples = this.stretcher?.next(length) ?? this.sound.read(this.next, length);
    const consumed = Math.min(this.stretcher?.consumed(length) ?? length, this.sound.samples - this.next);
    const stop = this.out.play(samples, rate, at);
    this.segments.push({ at, until: at + length / rate, from: this.next / rate, to: (this.next + consumed) / rate, stop });
    this.next += consumed;
  }

  private forget(): void {
    const position = this.position();
    for (const segment of this.segments) segment.stop();
    this.segments = [];
    this.next = Math.round(position * this.sound.rate);
  }

  private newStretcher(): Stretcher | null {
    return this.speed === 1 ? null : new Stretcher((from, length) => this.sound.read(from, length), this.sound.rate, this.speed, this.next);
  }
}

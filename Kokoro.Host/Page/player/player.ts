import { FrameReader, FramesError, type Meta, type Problem, type Word } from './frames.ts';
import { problemOf } from './problem.ts';
import { Scheduler, type AudioOut } from './scheduler.ts';
import { Sound } from './sound.ts';
import { WordMap } from './words.ts';

export type PlayerState = 'idle' | 'loading' | 'playing' | 'paused' | 'ended' | 'failed';

export interface SpeakRequest {
  readonly text: string;
  readonly voice?: string;
  /** A newer play of the same session ends this one on the server. */
  readonly session?: string;
}

/** What the player needs of its surroundings; tests bring their own. */
export interface PlayerParts {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Called in answer to a click or a key, since browsers keep an output silent that was made at another time. */
  readonly createOut: () => AudioOut & { close(): Promise<void> };
  readonly every: (milliseconds: number, act: () => void) => () => void;
}

const pumpEvery = 100;
const sampleRate = 24000;

/** Speaks one text at a time: asks the server, plays what comes as it comes, and keeps all of it for seeking. */
export class Player {
  state: PlayerState = 'idle';
  problem: Problem | null = null;
  meta: Meta | null = null;
  words = new WordMap();

  private sound = new Sound(sampleRate);
  private scheduler: Scheduler | null = null;
  private out: (AudioOut & { close(): Promise<void> }) | null = null;
  private abort: AbortController | null = null;
  private stopTimer: (() => void) | null = null;
  private speed = 1;
  private isWhole = false;
  private wanted: number | null = null;

  /**
   * @param server the address of the server, without a slash at its end
   * @param changed called whenever the state is another one
   */
  constructor(
    private readonly server: string,
    private readonly parts: PlayerParts,
    private readonly changed: () => void = () => {},
  ) {}

  /** Seconds of the sound. */
  get position(): number {
    return this.scheduler?.position() ?? 0;
  }

  /** Seconds of sound that are there; all of it once `isComplete`. */
  get seconds(): number {
    return this.sound.seconds;
  }

  /** Whether all of the sound is there. */
  get isComplete(): boolean {
    return this.isWhole;
  }

  /** The word that is heard now. */
  get word(): Word | null {
    return this.words.at(this.position);
  }

  /** Speaks this text instead of whatever is spoken. Returns when all of it has come or it has failed; what failed stands in `problem`. */
  async speak(request: SpeakRequest): Promise<void> {
    this.stop();
    const abort = new AbortController();
    this.abort = abort;
    [this.meta, this.isWhole, this.wanted] = [null, false, null];
    this.words = new WordMap();
    this.sound = new Sound(sampleRate);
    this.out = this.parts.createOut();
    this.scheduler = new Scheduler(this.out, this.sound);
    this.scheduler.setSpeed(this.speed);
    this.startTicking();
    this.enter('loading');
    try {
      const response = await this.parts.fetch(`${this.server}/speak`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...request, format: 'frames', intent: 'play' }),
        signal: abort.signal,
      });
      if (!response.ok || response.body === null) return this.fail(await problemOf(response), abort);
      await this.receive(response.body, abort);
    } catch (error) {
      this.fail(problemOfError(error), abort);
    }
  }

  async pause(): Promise<void> {
    if (this.state !== 'playing') return;
    this.enter('paused');
    await this.scheduler?.pause();
  }

  async resume(): Promise<void> {
    if (this.state !== 'paused') return;
    this.enter('playing');
    await this.scheduler?.play();
  }

  /** @param seconds of the sound; at the end of what has come it is played again from there. */
  async seek(seconds: number): Promise<void> {
    this.scheduler?.seek(seconds);
    if (this.state === 'ended' || (this.state === 'failed' && this.seconds > 0)) {
      this.startTicking();
      this.enter('playing');
      await this.scheduler?.play();
    } else {
      this.changed();
    }
  }

  /** Goes to the word at this UTF-16 offset of the text, as soon as it has come. */
  async seekToWord(offset: number): Promise<void> {
    const word = this.words.of(offset);
    this.wanted = word === null && !this.isWhole ? offset : null;
    if (word !== null) await this.seek(word.from);
  }

  /** @param speed 0.5 to 3, at the same pitch. */
  setSpeed(speed: number): void {
    this.speed = speed;
    this.scheduler?.setSpeed(speed);
  }

  stop(): void {
    this.problem = null;
    this.abort?.abort();
    this.stopTicking();
    this.scheduler?.stop();
    void this.out?.close();
    [this.abort, this.scheduler, this.out] = [null, null, null];
    if (this.state !== 'idle') this.enter('idle');
  }

  /** What has come so far, as a file. */
  toWav(): Blob {
    return this.sound.toWav();
  }

  private async receive(body: ReadableStream<Uint8Array>, abort: AbortController): Promise<void> {
    const frames = new FrameReader();
    const reader = body.getReader();
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
      if (abort !== this.abort) return;
      for (const frame of frames.push(value!)) {
        switch (frame.type) {
          case 'meta':
            this.meta = frame.meta;
            break;
          case 'words':
            this.words.add(frame.words);
            break;
          case 'samples':
            await this.hear(frame.samples);
            break;
          case 'end':
            if (frame.end.samples !== this.sound.samples) throw new FramesError(`${this.sound.samples} samples came, and ${frame.end.samples} were sent`);
            this.isWhole = true;
            this.scheduler?.complete();
            this.changed();
            break;
          case 'error':
            return this.fail(frame.problem, abort);
        }
      }
    }
    if (!frames.isWhole) throw new FramesError('the sound was cut off');
  }

  private async hear(samples: Int16Array): Promise<void> {
    this.sound.append(samples);
    if (this.wanted !== null) await this.seekToWord(this.wanted);
    if (this.state !== 'loading') {
      this.scheduler?.pump();
      return;
    }
    this.enter('playing');
    await this.scheduler?.play();
  }

  private startTicking(): void {
    this.stopTimer ??= this.parts.every(pumpEvery, () => this.tick());
  }

  private stopTicking(): void {
    this.stopTimer?.();
    this.stopTimer = null;
  }

  private tick(): void {
    this.scheduler?.pump();
    if (this.state !== 'playing' || this.scheduler?.isAtEnd !== true) return;
    this.stopTicking();
    this.enter(this.problem === null ? 'ended' : 'failed');
  }

  /** What has come is played to its end all the same. */
  private fail(problem: Problem, abort: AbortController): void {
    if (abort !== this.abort || abort.signal.aborted) return;
    this.problem = problem;
    if (this.state === 'playing' || this.state === 'paused') {
      this.scheduler?.complete();
      this.changed();
      return;
    }
    this.stopTicking();
    this.scheduler?.stop();
    this.enter('failed');
  }

  private enter(state: PlayerState): void {
    this.state = state;
    this.changed();
  }
}

function problemOfError(error: unknown): Problem {
  return error instanceof FramesError
    ? { kind: 'cut_off', status: 0, detail: `${error.message}; try again` }
    : { kind: 'unreachable', status: 0, detail: 'the server does not answer; start it with: ./kokoro serve' };
}

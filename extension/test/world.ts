import { FakeOut } from '../../Kokoro.Host/Page/tests/fake-out.ts';
import { ReadingPlayer } from '../src/offscreen/player.ts';
import type { PlaceMessage } from '../src/offscreen/announcer.ts';
import type { PlayerState, Reading, Snapshot, Span } from '../src/shared/messages.ts';
import { defaults, type Settings } from '../src/shared/settings.ts';
import { FakeServer } from './fake-server.ts';

export const settings: Settings = { ...defaults, server: 'http://server', token: 'secret', voice: 'v' };

export const readingOf = (blocks: readonly string[], more: Partial<Reading> = {}): Reading => {
  return { id: 'r1', url: 'http://page/', title: 'A page', language: 'en', blocks, start: { block: 0, offset: 0 }, ...more };
};

/** Lets all promises settle that need no clock. */
export const settle = async (): Promise<void> => {
  for (let i = 0; i < 12; i++) await new Promise((resolve) => setImmediate(resolve));
};

/** Clocks that a test moves: those of the output, of the wall and of the timers together. */
export class FakeClock {
  now = 1_000_000;
  readonly out = new FakeOut();
  private timers: { at: number; every: number | null; act: () => void }[] = [];

  readonly after = (milliseconds: number, act: () => void): (() => void) => this.add(milliseconds, null, act);
  readonly every = (milliseconds: number, act: () => void): (() => void) => this.add(milliseconds, milliseconds, act);

  get pending(): number {
    return this.timers.length;
  }

  /** In steps of 50 ms, between which everything settles. */
  async run(seconds: number): Promise<void> {
    await settle();
    for (let left = Math.round(seconds * 20); left > 0; left--) {
      this.out.run(0.05, () => {});
      this.now += 50;
      for (const timer of this.timers.filter(({ at }) => at <= this.now)) {
        if (!this.timers.includes(timer)) continue;
        if (timer.every === null) this.timers = this.timers.filter((each) => each !== timer);
        else timer.at += timer.every;
        timer.act();
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    await settle();
  }

  private add(milliseconds: number, every: number | null, act: () => void): () => void {
    const timer = { at: this.now + milliseconds, every, act };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((each) => each !== timer);
    };
  }
}

/** A player with everything around it fake, and a record of what it told. */
export class World {
  readonly clock = new FakeClock();
  readonly server = new FakeServer();
  readonly states: PlayerState[] = [];
  readonly places: PlaceMessage[] = [];
  readonly over: string[] = [];
  readonly again: [string, number][] = [];
  readonly kept: (Snapshot | null)[] = [];
  closes = 0;
  reading = readingOf([]);
  readonly player = new ReadingPlayer(
    { fetch: this.server.fetch, createOut: () => this.clock.out, every: this.clock.every, after: this.clock.after, now: () => this.clock.now, session: 's1' },
    {
      changed: () => {
        const { state } = this.player.status;
        if (this.states.at(-1) !== state) this.states.push(state);
      },
      place: (message) => this.places.push(message),
      over: (reading) => this.over.push(reading),
      again: (reading, tab) => this.again.push([reading, tab]),
      keep: (snapshot) => this.kept.push(snapshot),
      close: () => this.closes++,
    },
    settings,
  );

  async play(blocks: readonly string[], more: Partial<Reading> = {}, change: Partial<Settings> = {}): Promise<void> {
    this.reading = readingOf(blocks, more);
    this.player.play(this.reading, 7, { ...settings, ...change });
    await settle();
  }

  textOf(span: Span | null): string | null {
    return span === null ? null : this.reading.blocks[span.block]!.slice(span.start, span.end);
  }

  get word(): string | null {
    return this.textOf(this.player.status.word);
  }

  get sentence(): string | null {
    return this.textOf(this.player.status.sentence);
  }

  /** All words in the order in which they were announced. */
  get announced(): string[] {
    return this.places.filter(({ word }) => word !== null).map(({ word }) => this.textOf(word)!);
  }

  /** The words that a page lights, in order: a message takes the place of those before it that are due later. */
  get lit(): string {
    const messages = this.places.reduce<PlaceMessage[]>((valid, message) => [...valid.filter(({ due }) => due <= message.due), message], []);
    const words = messages.filter(({ word }) => word !== null).map(({ word }) => this.textOf(word)!);
    return words.filter((word, i) => word !== words[i - 1]).join(' ');
  }

  /** Seconds of sound, loud and not, that were really heard by now. */
  heard(): { loud: number; all: number } {
    const rate = 24000;
    let [loud, all] = [0, 0];
    for (const { at, samples, stoppedAt } of this.clock.out.played) {
      const heard = samples.subarray(0, Math.max(0, Math.round((Math.min(stoppedAt, this.clock.out.now()) - at) * rate)));
      all += heard.length / rate;
      loud += heard.filter((sample) => Math.abs(sample) > 0.05).length / rate;
    }
    return { loud, all };
  }
}

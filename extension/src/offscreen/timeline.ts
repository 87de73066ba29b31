import type { Word } from '../../../Kokoro.Host/Page/player/frames.ts';
import { Sound } from '../../../Kokoro.Host/Page/player/sound.ts';
import { WordMap } from '../../../Kokoro.Host/Page/player/words.ts';
import type { Spot } from './script.ts';

export const sampleRate = 24000;

/** The sound of one line, or of a line from one of its words on. Its words count from its own beginning: offsets from `offset`, seconds from `from`. */
export interface Part {
  readonly line: number;
  readonly offset: number;
  /** Seconds of the timeline. */
  readonly from: number;
  readonly words: WordMap;
}

/** What sounds as loud as nothing: some -44 dB, where the noise of a voice lies. */
const silence = 200 / 32768;

/** Voices take as long to begin to sound: measured with the server's own. */
const silenceBefore = 0.07;

/** Far less than a sample: seconds that were added and taken away again are not quite the same. */
const rounding = 1e-6;

/** The lines that have come, one after the other, as one sound. All times are seconds of that sound at normal speed. */
export class Timeline {
  readonly sound = new Sound(sampleRate);
  private parts: Part[] = [];

  /** The sound and the words that come now belong to what is spoken from here on. */
  begin({ line, offset }: Spot): void {
    this.parts.push({ line, offset, from: this.sound.seconds, words: new WordMap() });
  }

  addWords(words: readonly Word[]): void {
    this.parts.at(-1)?.words.add(words);
  }

  addSamples(samples: Int16Array): void {
    this.sound.append(samples);
  }

  /** All of the line has come: it ends with so many seconds of silence, less what it has itself and what the next begins with. */
  finish(pause: number): void {
    const missing = Math.round((pause - silenceBefore - this.silenceAtEnd()) * sampleRate);
    if (missing > 0) this.sound.append(new Int16Array(missing));
  }

  /** The line broke off: keeps what is whole of it. Returns the word from which on it is to be spoken again. */
  breakOff(): Spot {
    const { line, offset, from, words } = this.parts.at(-1)!;
    const unheard = words.cut(this.sound.seconds - from);
    if (words.last === null) {
      this.parts.pop();
      this.sound.cut(Math.round(from * sampleRate));
      return { line, offset };
    }
    if (unheard === null) return { line, offset: offset + words.last.end };
    this.sound.cut(Math.round((from + unheard.from) * sampleRate));
    return { line, offset: offset + unheard.start };
  }

  /** Takes away all lines after this one. */
  cutAfter(line: number): void {
    const first = this.parts.findIndex((part) => part.line > line);
    if (first < 0) return;
    this.sound.cut(Math.round(this.parts[first]!.from * sampleRate));
    this.parts.splice(first);
  }

  /** Forgets the parts that end before this second. */
  drop(before: number): void {
    let first = 0;
    while (first + 1 < this.parts.length && this.parts[first + 1]!.from <= before) first++;
    this.parts.splice(0, first);
    if (this.parts.length > 0) this.sound.drop(Math.round(this.parts[0]!.from * sampleRate));
  }

  /** Lines after this one of which there is something, or of which something is coming. */
  ahead(line: number): number {
    return new Set(this.parts.filter((part) => part.line > line).map((part) => part.line)).size;
  }

  /** @returns what is heard at this second; null when nothing has begun. */
  partAt(seconds: number): Part | null {
    return this.parts.findLast((part) => part.from <= seconds) ?? this.parts[0] ?? null;
  }

  /** @returns the first part or word that is heard after this second; `word` is null where a part begins that has no word yet or begins with silence. */
  next(seconds: number): { part: Part; word: Word | null; from: number } | null {
    for (const part of this.parts.slice(Math.max(0, this.parts.findLastIndex(({ from }) => from <= seconds)))) {
      if (part.from > seconds) return { part, word: null, from: part.from };
      const word = part.words.after(seconds - part.from + rounding);
      if (word !== null) return { part, word, from: part.from + word.from };
    }
    return null;
  }

  /** @returns the second at which this spot is heard; null when it has not come, or is no longer kept. */
  secondsOf({ line, offset }: Spot): number | null {
    const part = this.parts.findLast((each) => each.line === line && each.offset <= offset);
    if (part === undefined) return null;
    if (part.offset === offset) return part.from;
    const word = part.words.of(offset - part.offset);
    return word === null ? null : part.from + word.from;
  }

  private silenceAtEnd(): number {
    const from = Math.max(Math.round((this.parts.at(-1)?.from ?? 0) * sampleRate), this.sound.samples - 2 * sampleRate);
    const end = this.sound.read(from, this.sound.samples - from);
    return (end.length - 1 - end.findLastIndex((sample) => Math.abs(sample) > silence)) / sampleRate;
  }
}

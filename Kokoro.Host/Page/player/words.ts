import type { Word } from './frames.ts';
import { lastFrom } from './search.ts';

/** Which word is heard when, and when a place in the text is heard. Words come in the order in which they are heard. */
export class WordMap {
  private readonly words: Word[] = [];

  add(words: readonly Word[]): void {
    this.words.push(...words.filter((word) => word.spoken !== false));
  }

  /** The last word that has come; null before the first. */
  get last(): Word | null {
    return this.words.at(-1) ?? null;
  }

  /** @returns the last word that is heard no later than at this second; null before the first. */
  upTo(seconds: number): Word | null {
    return this.words[lastFrom(this.words, (each) => each.from, seconds)] ?? null;
  }

  /** @returns the word that is heard at this second; null before the first, and in a silence. */
  at(seconds: number): Word | null {
    const word = this.words[lastFrom(this.words, (each) => each.from, seconds)];
    return word !== undefined && seconds < word.to ? word : null;
  }

  /** @returns the first word that is heard later than at this second; null when none is. */
  after(seconds: number): Word | null {
    return this.words[lastFrom(this.words, (each) => each.from, seconds) + 1] ?? null;
  }

  /** Takes away the first word that ends later than at this second, those that share its place in the text, and all after. Returns the first one taken; null when there is none. */
  cut(seconds: number): Word | null {
    const unheard = this.words.find((word) => word.to > seconds);
    if (unheard === undefined) return null;
    const first = this.words.findIndex((word) => word.start === unheard.start);
    return this.words.splice(first)[0]!;
  }

  /** @returns the word at this UTF-16 offset of the text, else the next one that has been spoken; null when there is none yet. */
  of(offset: number): Word | null {
    return this.words.find((word) => offset < word.end) ?? null;
  }
}

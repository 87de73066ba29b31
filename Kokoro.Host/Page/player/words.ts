import type { Word } from './frames.ts';

/** Which word is heard when, and when a place in the text is heard. Words come in the order in which they are heard. */
export class WordMap {
  private readonly words: Word[] = [];

  get all(): readonly Word[] {
    return this.words;
  }

  add(words: readonly Word[]): void {
    this.words.push(...words.filter((word) => word.spoken !== false));
  }

  /** @returns the word that is heard at this second; null before the first, and in a silence. */
  at(seconds: number): Word | null {
    const word = this.words[this.lastFrom(seconds)];
    return word !== undefined && seconds < word.to ? word : null;
  }

  /** @returns the word at this UTF-16 offset of the text, else the next one that has been spoken; null when there is none yet. */
  of(offset: number): Word | null {
    return this.words.find((word) => offset < word.end) ?? null;
  }

  /** The index of the last word that has begun, or -1. */
  private lastFrom(seconds: number): number {
    let [low, high] = [0, this.words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.words[middle]!.from <= seconds) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

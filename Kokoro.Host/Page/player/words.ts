import type { Word } from './frames.ts';
import { lastFrom } from './search.ts';

/** Which word is heard when, and when a place in the text is heard. Words come in the order in which they are heard. */
export class WordMap {
  private readonly words: Word[] = [];

  add(words: readonly Word[]): void {
    this.words.push(...words.filter((word) => word.spoken !== false));
  }

  /** @returns the word that is heard at this second; null before the first, and in a silence. */
  at(seconds: number): Word | null {
    const word = this.words[lastFrom(this.words, (each) => each.from, seconds)];
    return word !== undefined && seconds < word.to ? word : null;
  }

  /** @returns the word at this UTF-16 offset of the text, else the next one that has been spoken; null when there is none yet. */
  of(offset: number): Word | null {
    return this.words.find((word) => offset < word.end) ?? null;
  }
}

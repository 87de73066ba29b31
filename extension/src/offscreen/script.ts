import type { Place, Reading } from '../shared/messages.ts';
import { sentencesOf } from '../shared/sentences.ts';

/** What is asked of the server at once: a sentence. `start` and `end` are UTF-16 offsets into the text of the block. */
export interface Line {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  /** Seconds of silence after it, at normal speed. */
  readonly pause: number;
  /** Characters of all lines before it. */
  readonly before: number;
}

/** A place in the script; `offset` is a UTF-16 offset into the text of the line's block. */
export interface Spot {
  readonly line: number;
  readonly offset: number;
}

/** The server's own pauses (`Pauses` in Kokoro.Synthesis), which it cannot make between texts that it is given one by one. */
const pauses = { sentence: 0.45, heading: 0.75, paragraph: 0.9 };

/** A reading as the sentences that are spoken, in order. */
export class Script {
  readonly lines: readonly Line[];
  /** Of all lines together. */
  readonly characters: number;

  constructor(private readonly reading: Reading) {
    const lines: Line[] = [];
    let before = 0;
    reading.blocks.forEach((text, block) => {
      const sentences = sentencesOf(text, reading.language);
      sentences.forEach(({ start, end }, i) => {
        const isLast = i === sentences.length - 1;
        const pause = !isLast ? pauses.sentence : isHeading(text, sentences.length) ? pauses.heading : pauses.paragraph;
        lines.push({ block, start, end, pause, before });
        before += end - start;
      });
    });
    this.lines = lines;
    this.characters = before;
  }

  /** @returns the spot at this place, at the beginning of its word, else the next one that is spoken; null behind the last. */
  at(place: Place): Spot | null {
    const line = this.lines.findIndex(({ block, end }) => block > place.block || (block === place.block && place.offset < end));
    if (line < 0) return null;
    const { block, start } = this.lines[line]!;
    return { line, offset: block > place.block ? start : Math.max(start, wordStart(this.reading.blocks[block]!, place.offset)) };
  }

  startOf(line: number): Spot {
    return { line, offset: this.lines[line]!.start };
  }

  placeOf({ line, offset }: Spot): Place {
    return { block: this.lines[line]!.block, offset };
  }

  /** @returns what is spoken from the spot to the end of its line. */
  textOf({ line, offset }: Spot): string {
    const { block, end } = this.lines[line]!;
    return this.reading.blocks[block]!.slice(offset, end);
  }

  /** Characters before the spot. */
  before({ line, offset }: Spot): number {
    const { before, start } = this.lines[line]!;
    return before + offset - start;
  }
}

/** One short sentence without a mark at its end: what stands over a text does, and what is in it does not. */
function isHeading(text: string, sentences: number): boolean {
  return sentences === 1 && text.length < 120 && !/[.!?…:;,]["'’”)\]]*\s*$/.test(text);
}

function wordStart(text: string, offset: number): number {
  let start = Math.min(offset, text.length);
  while (start > 0 && /\S/.test(text[start] ?? ' ') && /\S/.test(text[start - 1]!)) start--;
  return start;
}

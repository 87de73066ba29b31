import { lastFrom } from '../../../Kokoro.Host/Page/player/search.ts';
import type { Place, Reading, Span } from '../shared/messages.ts';
import { sentencesOf } from '../shared/sentences.ts';
import { make } from './dom.ts';

/** A sentence as it is shown, and its UTF-16 offset in its block. */
export interface ShownSentence {
  readonly block: number;
  readonly start: number;
  readonly element: HTMLElement;
}

/** A piece of a block's text, as one text node that begins at this offset. */
interface Piece {
  readonly start: number;
  readonly node: Text;
}

/** A reading's blocks as list items whose text is that of the blocks, each sentence an element of its own. */
export class TextList {
  readonly items: readonly HTMLElement[];

  /** In the order of reading. */
  readonly sentences: readonly ShownSentence[];

  private readonly pieces: Piece[][] = [];
  private readonly blocks: ShownSentence[][] = [];

  constructor({ blocks, language }: Reading) {
    this.items = blocks.map((text, block) => this.item(text, block, language));
    this.sentences = this.blocks.flat();
  }

  /** @returns the sentence at this place, or the first one after it where the block begins with none; null where the block has none. */
  sentenceAt({ block, offset }: Place): ShownSentence | null {
    const inBlock = this.blocks[block] ?? [];
    return inBlock[Math.max(0, lastFrom(inBlock, ({ start }) => start, offset))] ?? null;
  }

  /** @returns where this is on the page; null where the text has no such place. */
  rangeOf({ block, start, end }: Span): Range | null {
    const [from, to] = [this.pieceAt(block, start), this.pieceAt(block, end - 1)];
    if (from === null || to === null || end > to.start + to.node.length) return null;
    const range = new Range();
    range.setStart(from.node, start - from.start);
    range.setEnd(to.node, end - to.start);
    return range;
  }

  private pieceAt(block: number, offset: number): Piece | null {
    const pieces = this.pieces[block] ?? [];
    return pieces[lastFrom(pieces, ({ start }) => start, offset)] ?? null;
  }

  private item(text: string, block: number, language: string | null): HTMLElement {
    const item = make('li', language === null ? {} : { lang: language });
    const pieces: Piece[] = [];
    const add = (parent: HTMLElement, start: number, end: number): void => {
      const node = document.createTextNode(text.slice(start, end));
      parent.append(node);
      pieces.push({ start, node });
    };
    let at = 0;
    const sentences = sentencesOf(text, language).map(({ start, end }) => {
      if (start > at) add(item, at, start);
      const element = make('span', { role: 'button', tabindex: '-1' });
      add(element, start, end);
      item.append(element);
      at = end;
      return { block, start, element };
    });
    this.pieces.push(pieces);
    this.blocks.push(sentences);
    return item;
  }
}

/** Characters of a block that lie side by side in one text node. UTF-16 offsets; `at` in the block's text. */
export interface Run {
  readonly at: number;
  readonly node: Text;
  readonly offset: number;
  length: number;
}

/** The text of a block element as it is read, and where in the page each character of it is. */
export interface Block {
  readonly text: string;
  /** In the order of the text. A line break that stands for a `<br>` lies in no run. */
  readonly runs: readonly Run[];
}

const white = /[ \t\n\r\f]/;

/** Shown only where a line breaks there, or never. */
const unseen = /[\u00ad\ufeff\u200b]/;

const spoken = /[\p{L}\p{N}]/u;

/** Marks before which no space remains when a citation in between is left out. */
const closing = /[.,;:!?)\]]/;

/** Collects the text of one block after the other, with white space as it is rendered. */
export class BlockBuilder {
  readonly blocks: Block[] = [];
  private text = '';
  private runs: Run[] = [];
  private space: { readonly as: ' ' | '\n'; readonly node: Text | null; readonly offset: number } | null = null;
  private isAfterGap = false;

  /** @param isKept Whether white space is rendered as it is written. @param from UTF-16 offset of the first character that is taken. @param to That after the last. */
  append(node: Text, from: number, to: number, isKept: boolean): void {
    const data = node.data;
    for (let i = from; i < to; i++) {
      const unit = data[i]!;
      if (unseen.test(unit)) continue;
      if (!isKept && white.test(unit)) this.space ??= { as: ' ', node, offset: i };
      else if (unit === '\n' && /\n[^\S\n]*$/.test(this.text)) this.end();
      else this.emit(unit, node, i);
    }
  }

  /** Something was left out here. */
  gap(): void {
    this.isAfterGap = true;
  }

  lineBreak(): void {
    if (this.space?.as === '\n') this.end(); // an empty line between two paragraphs
    else this.space = { as: '\n', node: null, offset: 0 };
  }

  /** What comes next is another block. A block without a letter or a digit is none. */
  end(): void {
    if (spoken.test(this.text)) this.blocks.push({ text: this.text, runs: this.runs });
    this.text = '';
    this.runs = [];
    this.space = null;
    this.isAfterGap = false;
  }

  private emit(unit: string, node: Text, offset: number): void {
    if (this.space !== null && this.text !== '' && !(this.isAfterGap && closing.test(unit))) {
      if (this.space.node === null) this.text += this.space.as;
      else this.put(this.space.as, this.space.node, this.space.offset);
    }
    this.space = null;
    this.isAfterGap = false;
    this.put(unit, node, offset);
  }

  private put(unit: string, node: Text, offset: number): void {
    const last = this.runs.at(-1);
    const isNext = last !== undefined && last.node === node && last.offset + last.length === offset && last.at + last.length === this.text.length;
    if (isNext) last.length++;
    else this.runs.push({ at: this.text.length, node, offset, length: 1 });
    this.text += unit;
  }
}

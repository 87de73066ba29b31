import type { Word } from '../player/frames.ts';

/** Shows the text while it is spoken, as one text node, so that offsets into the text are offsets into the page. */
export class ReadingView {
  private readonly lit = typeof Highlight === 'undefined' ? null : new Highlight();
  private word: Word | null = null;

  constructor(
    private readonly element: HTMLElement,
    jump: (offset: number) => void,
  ) {
    if (this.lit !== null) CSS.highlights.set('word', this.lit);
    element.addEventListener('click', (event) => {
      const offset = this.offsetAt(event.clientX, event.clientY);
      if (offset !== null && getSelection()?.isCollapsed !== false) jump(offset);
    });
  }

  show(text: string): void {
    this.element.textContent = text;
    this.element.scrollTop = 0;
    this.light(null);
  }

  /** Lights this word and no other, and scrolls to it only if it cannot be seen. */
  light(word: Word | null): void {
    if (word === this.word) return;
    this.word = word;
    this.lit?.clear();
    const node = this.element.firstChild;
    if (word === null || node === null) return;
    const range = new Range();
    range.setStart(node, word.start);
    range.setEnd(node, word.end);
    this.lit?.add(range);
    this.scrollTo(range.getBoundingClientRect());
  }

  private scrollTo(place: DOMRect): void {
    const frame = this.element.getBoundingClientRect();
    if (place.top < frame.top || place.bottom > frame.bottom) this.element.scrollTop += place.top - frame.top - frame.height / 3;
  }

  private offsetAt(x: number, y: number): number | null {
    const node = this.element.firstChild;
    if ('caretPositionFromPoint' in document) {
      const caret = document.caretPositionFromPoint(x, y);
      return caret !== null && caret.offsetNode === node ? caret.offset : null;
    }
    const range = (document as Document).caretRangeFromPoint(x, y);
    return range !== null && range.startContainer === node ? range.startOffset : null;
  }
}

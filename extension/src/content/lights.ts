import type { Span } from '../shared/messages.ts';
import type { TextMap } from './map.ts';

/** On pages with dark letters, and on those with light ones: what a page calls itself does not say how it looks. */
const names = { word: 'kokoro-word', sentence: 'kokoro-sentence', sentenceOnDark: 'kokoro-sentence-on-dark' } as const;

/** The word has its own ink, 13 to 1 against its ground on any page; the sentence is but a tint, which leaves the page's ink readable. */
const style = `
::highlight(${names.sentence}) { background-color: rgb(255 208 80 / 0.28); }
::highlight(${names.sentenceOnDark}) { background-color: rgb(255 208 80 / 0.2); }
::highlight(${names.word}) { background-color: #ffe08a; color: #1d1f23; }
@media (forced-colors: active) {
  ::highlight(${names.sentence}), ::highlight(${names.sentenceOnDark}) { background-color: Canvas; color: CanvasText; text-decoration: underline; }
  ::highlight(${names.word}) { background-color: Highlight; color: HighlightText; }
}`;

/** Lights a sentence and a word in it, by custom highlights and a constructed style sheet, so that no node of the page changes. */
export class Lights {
  private sheet: CSSStyleSheet | null = null;
  private sentence: Span | null = null;

  constructor(private readonly page: Document) {}

  /** @returns the ranges of the word; none when it is not, or no longer, in the page. */
  show(map: TextMap, sentence: Span | null, word: Span | null): Range[] {
    this.adopt();
    if (!isSame(sentence, this.sentence)) {
      const ranges = sentence === null ? [] : map.rangesOf(sentence);
      CSS.highlights.delete(names.sentence);
      CSS.highlights.delete(names.sentenceOnDark);
      if (ranges.length > 0) CSS.highlights.set(this.isOnDark(ranges[0]!) ? names.sentenceOnDark : names.sentence, new Highlight(...ranges));
      this.sentence = sentence;
    }
    const ranges = word === null ? [] : map.rangesOf(word);
    const lit = new Highlight(...ranges);
    lit.priority = 1;
    CSS.highlights.set(names.word, lit);
    return ranges;
  }

  clear(): void {
    for (const name of Object.values(names)) CSS.highlights.delete(name);
    this.sentence = null;
    this.page.adoptedStyleSheets = this.page.adoptedStyleSheets.filter((each) => each !== this.sheet);
  }

  /** Pages that set their own sheets anew throw this one away. */
  private adopt(): void {
    if (this.sheet === null) {
      this.sheet = new CSSStyleSheet();
      this.sheet.replaceSync(style);
    }
    if (!this.page.adoptedStyleSheets.includes(this.sheet)) this.page.adoptedStyleSheets = [...this.page.adoptedStyleSheets, this.sheet];
  }

  private isOnDark(range: Range): boolean {
    const element = range.startContainer.parentElement;
    return element !== null && isLight(getComputedStyle(element).color);
  }
}

/** @param colour As the browser computes it: rgb(r, g, b) or rgba(r, g, b, a), 0 to 255. */
export function isLight(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 140;
}

function isSame(one: Span | null, other: Span | null): boolean {
  return one === other || (one !== null && other !== null && one.block === other.block && one.start === other.start && one.end === other.end);
}

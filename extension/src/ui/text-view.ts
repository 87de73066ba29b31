import type { Reading, Span } from '../shared/messages.ts';
import type { PlayerLink } from './link.ts';
import { TextList, type ShownSentence } from './text-list.ts';

/** Who has just scrolled wants to look at that place for so long, in milliseconds. */
const calm = 3000;

/**
 * The text that is read: the sentence being read is marked, the word that is heard is lit, click or Enter jumps. One sentence can be reached with Tab, the others
 * with the arrow keys, so that a book does not stand between a keyboard and what follows the text.
 */
export class TextView {
  private readonly lit = typeof Highlight === 'undefined' ? null : new Highlight();
  private reading: Reading | null = null;
  private list: TextList | null = null;
  private current: ShownSentence | null = null;
  private offered: ShownSentence | null = null;
  private scrolled = -Infinity;

  /** @param now in milliseconds, from whenever */
  constructor(
    private readonly root: HTMLElement,
    private readonly link: PlayerLink,
    private readonly now: () => number = () => performance.now(),
  ) {
    if (this.lit !== null) CSS.highlights.set('word', this.lit);
    root.addEventListener('click', (event) => {
      if (getSelection()?.isCollapsed !== false) this.jump(this.shown(event.target));
    });
    root.addEventListener('keydown', (event) => this.key(event));
    for (const type of ['wheel', 'touchmove', 'pointerdown'] as const) root.addEventListener(type, () => (this.scrolled = this.now()), { passive: true });
    link.follow(() => this.show());
  }

  private show(): void {
    const { reading, status } = this.link;
    if (reading !== this.reading) this.build(reading);
    this.mark(status.sentence);
    this.lit?.clear();
    const range = status.word === null ? null : this.list?.rangeOf(status.word);
    if (range) this.lit?.add(range);
  }

  private build(reading: Reading | null): void {
    this.reading = reading;
    this.list = reading === null ? null : new TextList(reading);
    this.current = null;
    this.offered = null;
    this.root.replaceChildren(...(this.list?.items ?? []));
    this.offer(this.list?.sentences[0] ?? null);
  }

  private mark(span: Span | null): void {
    const sentence = span === null ? null : (this.list?.sentenceAt({ block: span.block, offset: span.start }) ?? null);
    if (sentence === this.current) return;
    this.current?.element.removeAttribute('aria-current');
    this.current = sentence;
    if (sentence === null) return;
    sentence.element.setAttribute('aria-current', 'true');
    if (!this.root.contains(document.activeElement)) this.offer(sentence);
    this.scrollTo(sentence.element);
  }

  /** Makes it the one that Tab comes to. */
  private offer(sentence: ShownSentence | null): void {
    this.offered?.element.setAttribute('tabindex', '-1');
    this.offered = sentence;
    sentence?.element.setAttribute('tabindex', '0');
  }

  private shown(target: EventTarget | null): ShownSentence | null {
    return this.list?.sentences.find(({ element }) => target instanceof Node && element.contains(target)) ?? null;
  }

  private jump(sentence: ShownSentence | null): void {
    if (sentence !== null) this.link.send({ type: 'jump', place: { block: sentence.block, offset: sentence.start } });
  }

  private key(event: KeyboardEvent): void {
    const sentence = this.shown(event.target);
    if (sentence === null || this.list === null || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return this.jump(sentence);
    }
    const { sentences } = this.list;
    const at = sentences.indexOf(sentence);
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: sentences.length - 1 };
    const to = sentences[moves[event.key] ?? -1];
    if (moves[event.key] === undefined) return;
    event.preventDefault();
    this.scrolled = this.now();
    if (to === undefined) return;
    this.offer(to);
    to.element.focus();
  }

  /** Only when it cannot be seen, and nobody is looking at another place. */
  private scrollTo(element: HTMLElement): void {
    const [place, frame] = [element.getBoundingClientRect(), this.root.getBoundingClientRect()];
    const isSeen = place.top >= frame.top && place.bottom <= frame.bottom;
    if (!isSeen && this.now() - this.scrolled > calm) element.scrollIntoView({ block: 'center' });
  }
}

import type { Card } from './card.ts';
import { make } from './dom.ts';

/** Shows a card in `root`, which is announced when it changes and only then. */
export class CardView {
  private shown = '';

  constructor(
    private readonly root: HTMLElement,
    private readonly act: (action: Card['action']) => void,
  ) {}

  show(card: Card | null): void {
    const now = JSON.stringify(card);
    if (now === this.shown) return;
    this.shown = now;
    this.root.hidden = card === null;
    if (card === null) return this.root.replaceChildren();
    const button = make('button', { type: 'button', class: 'main' }, card.button);
    button.addEventListener('click', () => this.act(card.action));
    this.root.replaceChildren(make('p', {}, card.sentence), button);
  }
}

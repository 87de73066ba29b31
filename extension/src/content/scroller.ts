/** As long as the person scrolled so shortly ago, the page is theirs. Milliseconds. */
const rest = 3000;

/** How long a smooth scroll of ours may take. Milliseconds. */
const ownScroll = 1000;

/** The middle of the view, as parts of its height, and where a word is brought that has left it. */
const middle = { from: 0.15, to: 0.75, aim: 0.35 };

/** @returns how far to scroll, in pixels, so that a word comes into the middle of the view; 0 if it is there. */
export function wayTo(word: { readonly top: number; readonly bottom: number }, view: { readonly top: number; readonly bottom: number }): number {
  const height = view.bottom - view.top;
  const isInside = word.top >= view.top + middle.from * height && word.bottom <= view.top + middle.to * height;
  return isInside ? 0 : word.top - (view.top + middle.aim * height);
}

/** Keeps the word in the middle of the view, unless the person is looking elsewhere. */
export class Scroller {
  private theirs = -Infinity;
  private ours = -Infinity;

  constructor(private readonly page: Document, signal: AbortSignal) {
    const touch = (): void => {
      this.theirs = performance.now();
    };
    for (const type of ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const) {
      page.addEventListener(type, (event) => {
        if (type !== 'keydown' || scrolls(event as KeyboardEvent)) touch();
      }, { capture: true, passive: true, signal });
    }
    page.addEventListener('scroll', () => {
      if (performance.now() - this.ours > ownScroll) touch();
    }, { capture: true, passive: true, signal });
  }

  follow(word: Range): void {
    const now = performance.now();
    if (now - this.theirs < rest || now - this.ours < ownScroll) return;
    const place = word.getBoundingClientRect();
    if (place.height === 0) return;
    const pane = paneOf(word.startContainer.parentElement);
    const view = pane === null ? { top: 0, bottom: innerHeight } : pane.getBoundingClientRect();
    const way = wayTo(place, { top: Math.max(0, view.top), bottom: Math.min(innerHeight, view.bottom) });
    const target = pane ?? this.page.scrollingElement;
    if (way === 0 || target === null || !canMove(target, way)) return;
    this.ours = now;
    target.scrollBy({ top: way, behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth' });
  }
}

function scrolls({ key }: KeyboardEvent): boolean {
  return ['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown', ' '].includes(key);
}

function canMove({ scrollTop, scrollHeight, clientHeight }: Element, way: number): boolean {
  return way < 0 ? scrollTop > 0 : scrollTop + clientHeight < scrollHeight - 1;
}

/** The innermost element that scrolls of its own; null: the page does. */
function paneOf(element: Element | null): Element | null {
  for (let each = element; each !== null && each !== each.ownerDocument.body && each !== each.ownerDocument.documentElement; each = each.parentElement) {
    if (each.scrollHeight > each.clientHeight && /^(?:auto|scroll)$/.test(getComputedStyle(each).overflowY)) return each;
  }
  return null;
}

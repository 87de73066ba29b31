import { mock } from 'node:test';
import type { Block } from '../src/content/block.ts';
import { Follower } from '../src/content/follower.ts';
import { blocksIn } from '../src/content/walk.ts';
import type { PlaceMessage } from '../src/content/due.ts';
import type { PlayerToReader, ReaderToPlayer } from '../src/shared/messages.ts';
import { pageOf, textNode } from './page.ts';

/** What a page has of a browser and jsdom has not: frames that a test draws, a clock that it moves, highlights that it reads, and the port to a player that it is. */
export class FollowerWorld {
  readonly said: ReaderToPlayer[] = [];
  readonly highlights = new Map<string, Set<Range>>();
  readonly page: Document;
  readonly blocks: readonly Block[];
  readonly follower: Follower;
  isOpen = true;
  private frame: (() => void) | null = null;
  private tell: (message: PlayerToReader) => void = () => {};
  private leave: () => void = () => {};

  constructor(body: string) {
    mock.timers.enable({ apis: ['Date'], now: 1000 });
    this.page = pageOf({ body });
    this.page.adoptedStyleSheets = [];
    this.blocks = blocksIn(this.page.body, { skip: null });
    const port = {
      postMessage: (message: ReaderToPlayer) => void this.said.push(message),
      disconnect: () => void (this.isOpen = false),
      onMessage: { addListener: (act: (message: PlayerToReader) => void) => void (this.tell = act) },
      onDisconnect: { addListener: (act: () => void) => void (this.leave = act) },
    };
    Object.assign(globalThis, {
      chrome: { runtime: { connect: () => port } },
      CSS: { highlights: this.highlights },
      Highlight: class extends Set<Range> {
        constructor(...ranges: Range[]) {
          super(ranges);
        }
      },
      CSSStyleSheet: class {
        replaceSync(): void {}
      },
      AbortController: (this.page.defaultView as Window & typeof globalThis).AbortController, // its own kind is the only one that its listeners know
      getComputedStyle: this.page.defaultView!.getComputedStyle,
      matchMedia: () => ({ matches: false }),
      requestAnimationFrame: (act: () => void) => {
        this.frame = act;
        return 1;
      },
      cancelAnimationFrame: () => void (this.frame = null),
      innerHeight: 700,
    });
    const box = { top: 300, bottom: 320, left: 100, right: 200, height: 20 } as DOMRect;
    Object.assign((this.page.defaultView as Window & typeof globalThis).Range.prototype, { getBoundingClientRect: () => box, getClientRects: () => [box] });
    this.page.getSelection()!.selectAllChildren(this.page.body);
    this.follower = new Follower(this.page, { id: 'r1', url: '', title: '', language: 'en', blocks: this.blocks.map(({ text }) => text), start: { block: 0, offset: 0 } }, this.blocks);
  }

  /** The player says that a word of the first block is heard. @param due Milliseconds since 1970; the world begins at 1000. */
  say(word: string, due: number): void {
    const { text } = this.blocks[0]!;
    const start = text.indexOf(word);
    const message: PlaceMessage = { type: 'place', sentence: { block: 0, start: 0, end: text.length }, word: { block: 0, start, end: start + word.length }, due };
    this.tell(message);
  }

  over(): void {
    this.tell({ type: 'over' });
  }

  playerGoes(): void {
    this.leave();
  }

  /** Draws a frame at this time, if one was asked for. @returns the lit word; null: no frame was asked for. */
  draw(now: number): string | null {
    mock.timers.setTime(now);
    const { frame } = this;
    this.frame = null;
    frame?.();
    return frame === null ? null : this.lit;
  }

  get lit(): string {
    return [...(this.highlights.get('kokoro-word') ?? [])].map(String).join('');
  }

  /** A click of the mouse on the text, in the middle of what the page shows of any range. */
  click(text: string, how: MouseEventInit & { readonly x?: number } = {}): void {
    const { node, offset } = textNode(this.page, text);
    Object.assign(this.page, { caretPositionFromPoint: () => ({ offsetNode: node, offset }) });
    const { MouseEvent } = this.page.defaultView as Window & typeof globalThis;
    node.parentElement!.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1, clientX: how.x ?? 150, clientY: 310, ...how }));
  }

  press(key: string): void {
    const { KeyboardEvent } = this.page.defaultView as Window & typeof globalThis;
    this.page.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  }

  end(): void {
    this.follower.end();
    mock.timers.reset();
  }
}

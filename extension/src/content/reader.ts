import type { Collected, Reading, ToReader } from '../shared/messages.ts';
import type { Block } from './block.ts';
import { spotAt } from './caret.ts';
import { collect, type Spot } from './collect.ts';
import { Follower } from './follower.ts';

/** The reader in a page: finds the text, and lights what is heard of it. */
class Reader {
  private spot: Spot | null = null;
  private held: { readonly reading: Reading; readonly blocks: readonly Block[] } | null = null;
  private follower: Follower | null = null;
  private readonly ended = new AbortController();

  constructor() {
    chrome.runtime.onMessage.addListener(this.listen);
    const { signal } = this.ended;
    addEventListener('contextmenu', (event) => {
      this.spot = spotAt(document, event.clientX, event.clientY);
    }, { capture: true, signal });
    // A page that is kept for the way back has its ports closed.
    addEventListener('pageshow', (event) => {
      if (event.persisted && this.isAlive && this.held !== null) this.follow(this.held.reading.id);
    }, { signal });
  }

  /** False once the extension that injected it was updated or taken away. */
  get isAlive(): boolean {
    return chrome.runtime?.id !== undefined;
  }

  end(): void {
    this.ended.abort();
    this.follower?.end();
  }

  private readonly listen = (message: ToReader, sender: chrome.runtime.MessageSender, answer: (result: Collected | boolean) => void): void => {
    if (sender.id !== chrome.runtime.id || message.to !== 'reader') return;
    if (message.type === 'follow') return answer(this.follow(message.reading, message.as));
    const { collected, blocks } = collect(document, message.what, message.settings.skip, this.spot, (range) => range.getBoundingClientRect().top);
    this.held = collected.ok ? { reading: collected.reading, blocks } : this.held;
    answer(collected);
  };

  private follow(reading: string, as = reading): boolean {
    if (this.held?.reading.id !== reading) return false; // a text of an earlier visit
    this.held = { ...this.held, reading: { ...this.held.reading, id: as } };
    this.follower?.end();
    this.follower = new Follower(document, this.held.reading, this.held.blocks);
    return true;
  }
}

/** Where a reader that is already in the page is found by one that is injected after it. */
const place = globalThis as { kokoroReader?: Pick<Reader, 'isAlive' | 'end'> };

if (place.kokoroReader?.isAlive !== true) {
  place.kokoroReader?.end();
  place.kokoroReader = new Reader();
}

import { readerPort, type PlayerToReader, type Reading, type ReaderToPlayer } from '../shared/messages.ts';
import type { Block } from './block.ts';
import { clickedSentence } from './clicks.ts';
import { DueQueue, type PlaceMessage } from './due.ts';
import { Lights } from './lights.ts';
import { TextMap } from './map.ts';
import { Scroller } from './scroller.ts';

/** Follows one reading: lights what is heard, takes clicks and Esc to the player, until it is over. */
export class Follower {
  private readonly map: TextMap;
  private readonly lights: Lights;
  private readonly scroller: Scroller;
  private readonly queue = new DueQueue();
  private readonly ended = new AbortController();
  private readonly port: chrome.runtime.Port;
  private frame: number | null = null;

  constructor(
    private readonly page: Document,
    private readonly reading: Reading,
    blocks: readonly Block[],
  ) {
    const { signal } = this.ended;
    this.map = new TextMap(blocks);
    this.lights = new Lights(page);
    this.scroller = new Scroller(page, signal);
    page.getSelection()?.removeAllRanges(); // a selection is painted over what is lit
    this.port = chrome.runtime.connect({ name: readerPort });
    this.port.onMessage.addListener((message: PlayerToReader) => this.take(message));
    this.port.onDisconnect.addListener(() => {
      void chrome.runtime.lastError; // unread, it would be logged; that the player has gone is no fault
      this.end();
    });
    this.send({ type: 'hello', reading: reading.id });
    page.addEventListener('click', (event) => this.click(event), { signal });
    page.addEventListener('keydown', (event) => this.key(event), { capture: true, signal });
  }

  /** Nothing is lit any more, and nothing of the page listened to. */
  end(): void {
    if (this.ended.signal.aborted) return;
    this.ended.abort();
    if (this.frame !== null) cancelAnimationFrame(this.frame);
    this.queue.clear();
    this.lights.clear();
    this.port.disconnect();
  }

  private take(message: PlayerToReader): void {
    if (message.type === 'over') return this.end();
    this.queue.push(message, Date.now());
    this.frame ??= requestAnimationFrame(this.draw);
  }

  /** At each frame while something is to come, so that a word is lit in the frame in which it is heard and not when its message came. */
  private readonly draw = (): void => {
    this.frame = null;
    const place = this.queue.take(Date.now());
    if (place !== null) this.show(place);
    if (this.queue.size > 0) this.frame = requestAnimationFrame(this.draw);
  };

  private show({ sentence, word }: PlaceMessage): void {
    const [lit] = this.lights.show(this.map, sentence, word);
    if (lit !== undefined) this.scroller.follow(lit);
  }

  private click(event: MouseEvent): void {
    const place = clickedSentence(event, this.page, this.map, this.reading.blocks, this.reading.language);
    if (place !== null) this.send({ type: 'jump', place });
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.isComposing) this.send({ type: 'stop' });
  }

  private send(message: ReaderToPlayer): void {
    this.port.postMessage(message);
  }
}

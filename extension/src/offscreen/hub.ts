import type { PlaceMessage } from './announcer.ts';
import type { PlayerStatus, PlayerToReader, PlayerToView, ReaderToPlayer, Reading, ViewToPlayer } from '../shared/messages.ts';
import type { ReadingPlayer } from './player.ts';

/** As much of chrome.runtime.Port as is used. */
export interface Port<In, Out> {
  readonly onMessage: { addListener(act: (message: In) => void): void };
  readonly onDisconnect: { addListener(act: () => void): void };
  postMessage(message: Out): void;
  disconnect(): void;
}

export type ReaderPort = Port<ReaderToPlayer, PlayerToReader>;
export type ViewPort = Port<ViewToPlayer, PlayerToView>;

type Controls = Pick<ReadingPlayer, 'reading' | 'status' | 'toggle' | 'stop' | 'back' | 'forward' | 'jump'>;

/** Tells readers and views what the player does, and the player what they want. */
export class Hub {
  private readonly readers = new Map<ReaderPort, string>();
  private readonly views = new Set<ViewPort>();
  private lastPlace: PlaceMessage | null = null;
  private lastStatus = '';
  private lastReading: Reading | null = null;

  /**
   * @param player asked for at each use: it is made with this hub at hand
   * @param left told of a reading that goes on and whose page has gone
   */
  constructor(
    private readonly player: () => Controls,
    private readonly left: (reading: string) => void,
  ) {}

  addReader(port: ReaderPort): void {
    port.onDisconnect.addListener(() => this.leave(port));
    port.onMessage.addListener((message) => {
      if (message.type === 'hello') this.greet(port, message.reading);
      else if (!this.readers.has(port)) return; // of a reading that is over
      else if (message.type === 'jump') this.player().jump(message.place);
      else this.player().stop();
    });
  }

  addView(port: ViewPort): void {
    this.views.add(port);
    port.onDisconnect.addListener(() => this.views.delete(port));
    port.onMessage.addListener((message) => {
      if (message.type === 'jump') this.player().jump(message.place);
      else this.player()[message.type]();
    });
    port.postMessage({ type: 'text', reading: this.player().reading });
    port.postMessage({ type: 'status', status: this.player().status });
  }

  place(message: PlaceMessage): void {
    this.lastPlace = message;
    for (const port of this.readers.keys()) port.postMessage(message);
  }

  over(reading: string): void {
    this.lastPlace = null;
    for (const [port, id] of this.readers) {
      if (id === reading) this.dismiss(port);
    }
  }

  /** Tells the views, if there is anything new. */
  changed(): void {
    const { reading, status } = this.player();
    if (reading !== this.lastReading) this.tell({ type: 'text', reading });
    this.lastReading = reading;
    if (this.isNew(status)) this.tell({ type: 'status', status });
  }

  private isNew(status: PlayerStatus): boolean {
    const text = JSON.stringify(status);
    const isNew = text !== this.lastStatus;
    this.lastStatus = text;
    return isNew;
  }

  private tell(message: PlayerToView): void {
    for (const port of this.views) port.postMessage(message);
  }

  private greet(port: ReaderPort, reading: string): void {
    if (this.player().reading?.id !== reading || this.player().status.state === 'ended') return this.dismiss(port);
    this.readers.set(port, reading);
    if (this.lastPlace !== null) port.postMessage(this.lastPlace);
  }

  private leave(port: ReaderPort): void {
    const reading = this.readers.get(port);
    this.readers.delete(port);
    if (reading !== undefined && reading === this.player().reading?.id && ![...this.readers.values()].includes(reading)) this.left(reading);
  }

  private dismiss(port: ReaderPort): void {
    this.readers.delete(port);
    port.postMessage({ type: 'over' });
    port.disconnect();
  }
}

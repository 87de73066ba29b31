import { idle, viewPort, type PlayerStatus, type PlayerToView, type Reading, type ToViews, type ViewToPlayer } from '../shared/messages.ts';

/** As much of `chrome.runtime` as a view needs; tests have their own. */
export interface Runtime {
  connect(info: { name: string }): chrome.runtime.Port;
  readonly onMessage: Pick<typeof chrome.runtime.onMessage, 'addListener'>;
  readonly lastError?: { readonly message?: string } | undefined;
}

/** A view's port to the player. Where nobody plays the status is idle, and the port is made when a player says that it is there. */
export class PlayerLink {
  private port: chrome.runtime.Port | null = null;
  private readonly listeners: ((link: PlayerLink) => void)[] = [];

  status: PlayerStatus = idle;

  /** The text that is read, or was last. */
  reading: Reading | null = null;

  constructor(private readonly runtime: Runtime) {
    runtime.onMessage.addListener((message: ToViews | undefined) => {
      if (message?.to === 'views' && message.type === 'player-is-there') this.connect();
    });
  }

  /** `act` hears of each change of the status or the text, and of what is so now. */
  follow(act: (link: PlayerLink) => void): void {
    this.listeners.push(act);
    act(this);
  }

  connect(): void {
    if (this.port !== null) return;
    const port = this.runtime.connect({ name: viewPort });
    this.port = port;
    port.onMessage.addListener((message: PlayerToView) => {
      if (message.type === 'text') this.reading = message.reading;
      else this.status = message.status;
      this.tell();
    });
    port.onDisconnect.addListener(() => {
      void this.runtime.lastError; // unread, it would be logged; that nobody listens is no fault
      this.port = null;
      this.status = idle;
      this.reading = null;
      this.tell();
    });
  }

  /** @returns whether there was a player to hear it. */
  send(message: ViewToPlayer): boolean {
    this.port?.postMessage(message);
    return this.port !== null;
  }

  private tell(): void {
    for (const act of this.listeners) act(this);
  }
}

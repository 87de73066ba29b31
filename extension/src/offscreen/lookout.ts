import type { After } from './clock.ts';
import type { Server } from './server.ts';

/** The server is looked for every second, and after ten times in vain every five. */
const pollEvery = { first: 1000, later: 5000 };
const firstPolls = 10;

/** Waits for a server that is away or full. */
export class Lookout {
  private polls = 0;
  private cancel: () => void = () => {};

  constructor(
    private readonly server: Server,
    private readonly after: After,
    private readonly back: () => void,
  ) {}

  /** Says `back` once, as soon as the server answers; not before so many seconds, where it said when to come back. */
  watch(retryAfter = 0): void {
    const wait = this.polls++ < firstPolls ? pollEvery.first : pollEvery.later;
    this.cancel();
    this.cancel = this.after(Math.max(wait, retryAfter * 1000), () => void this.look());
  }

  /** The server does what it is asked: the next outage is a new one. */
  rest(): void {
    this.polls = 0;
  }

  stop(): void {
    this.cancel();
  }

  private async look(): Promise<void> {
    let isWanted = true;
    this.cancel = () => {
      isWanted = false;
    };
    const isLive = await this.server.isLive();
    if (!isWanted) return;
    if (isLive) this.back();
    else this.watch();
  }
}

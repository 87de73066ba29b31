import type { Look, Server } from '../shared/server.ts';

/** The page and its clock; tests have their own. */
export interface WatchWorld {
  /** @returns what takes it back. */
  after(milliseconds: number, act: () => void): () => void;
  isHidden(): boolean;
  onVisible(act: () => void): void;
}

export const page: WatchWorld = {
  after: (milliseconds, act) => {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
  isHidden: () => document.hidden,
  onVisible: (act) =>
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) act();
    }),
};

/** Whoever starts the server looks at this page and waits; one that is there seldom goes. */
const [often, seldom] = [2000, 15_000];

/** Looks at the server again and again while somebody can see the page. */
export class ServerWatch {
  private server: Server | null = null;
  private forget = (): void => {};

  /** A late answer about a server, or from before a newer look, is not shown. */
  private looks = 0;

  constructor(
    private readonly world: WatchWorld,
    private readonly show: (look: Look, server: Server) => void,
  ) {
    world.onVisible(() => void this.look());
  }

  /** From now on this one; it is looked at at once. */
  use(server: Server): Promise<void> {
    this.server = server;
    return this.look();
  }

  async look(): Promise<void> {
    const { server } = this;
    if (server === null) return;
    const mine = ++this.looks;
    this.forget();
    const look = await server.look();
    if (mine !== this.looks) return;
    this.show(look, server);
    this.again(look.state === 'there' ? seldom : often);
  }

  private again(milliseconds: number): void {
    this.forget = this.world.after(milliseconds, () => {
      if (!this.world.isHidden()) void this.look();
    });
  }
}

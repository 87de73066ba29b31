import type { PlayerToView, ViewToPlayer } from '../src/shared/messages.ts';
import type { Runtime } from '../src/ui/link.ts';

type Listener = (value: never) => void;

class FakeEvent {
  private readonly listeners: Listener[] = [];
  readonly addListener = (listener: Listener): void => void this.listeners.push(listener);

  fire(value: unknown): void {
    for (const listener of this.listeners) listener(value as never);
  }
}

/** `chrome.runtime` with a player at the other end of the port, or nobody. */
export class FakeRuntime {
  readonly onMessage = new FakeEvent();
  readonly sent: ViewToPlayer[] = [];
  readonly ports: { readonly onMessage: FakeEvent; readonly onDisconnect: FakeEvent }[] = [];

  get asRuntime(): Runtime {
    return this as unknown as Runtime;
  }

  connect(): unknown {
    const port = { onMessage: new FakeEvent(), onDisconnect: new FakeEvent(), postMessage: (message: ViewToPlayer) => this.sent.push(message) };
    this.ports.push(port);
    return port;
  }

  /** The player says this. */
  say(message: PlayerToView): void {
    this.ports.at(-1)!.onMessage.fire(message);
  }

  /** The player's page is closed, or nobody was there. */
  drop(): void {
    this.ports.at(-1)!.onDisconnect.fire(undefined);
  }
}

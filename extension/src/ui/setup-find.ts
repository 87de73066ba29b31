import type { Pairing } from '../shared/pairing.ts';
import { addressOf, noAddress } from './address.ts';
import { byId, say } from './dom.ts';
import { browser, startCommand, startServer, terminalOf, type Started } from './start.ts';

export interface FindActions {
  token(): string | null;
  look(): void;
  use(server: string): void;
  /** The extension was given a token together with the server. */
  started(server: string, token: string): void;
}

/** Step 1: where the server is, and how to start it where it is not. */
export class FindStep {
  private readonly address = byId<HTMLInputElement>('address');
  private readonly start = byId<HTMLButtonElement>('start');

  constructor(private readonly actions: FindActions) {
    void chrome.runtime.getPlatformInfo().then(({ os }) => say(byId('terminal'), terminalOf(os)));
    byId('starter').hidden = chrome.runtime.getManifest().optional_permissions?.includes('nativeMessaging') !== true;
    byId('look').addEventListener('click', () => actions.look());
    copies(byId<HTMLButtonElement>('copy'), byId('command'));
    copies(byId<HTMLButtonElement>('start-copy'), byId('start-command'));
    this.start.addEventListener('click', () => void this.letItStart());
    byId('address-form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.takeAddress(addressOf(this.address.value));
    });
  }

  show({ step, server }: Pairing): void {
    const isGone = step === 'gone';
    say(byId('found'), lineOf(step, server));
    byId('gone').hidden = !isGone;
    byId('other').hidden = !isGone && step !== 'foreign';
    say(byId('command'), startCommand(server));
    if (document.activeElement !== this.address) this.address.value = server;
  }

  private takeAddress(server: string | null): void {
    say(byId('address-problem'), server === null ? noAddress : '');
    this.address.setAttribute('aria-invalid', String(server === null));
    if (server === null) return this.address.focus();
    this.address.value = server;
    this.actions.use(server);
  }

  private async letItStart(): Promise<void> {
    this.start.disabled = true;
    this.start.textContent = 'Starting the server…';
    const started = await startServer(browser, this.actions.token());
    this.start.disabled = false;
    this.start.textContent = 'Let the extension start it';
    this.showStarted(started);
  }

  private showStarted(started: Started): void {
    if ('token' in started) return this.actions.started(started.server, started.token);
    say(byId('start-problem'), started.sentence);
    byId('start-command-row').hidden = started.command === undefined;
    say(byId('start-command'), started.command ?? '');
  }
}

function lineOf(step: Pairing['step'], server: string): string {
  if (step === 'looking') return `Looking for it at ${server}…`;
  if (step === 'gone') return `It is not running at ${server}.`;
  if (step === 'foreign') return `What answers at ${server} is no Kokoro server that knows this extension. Update the server, or use another address.`;
  return `Found at ${server}.`;
}

function copies(button: HTMLButtonElement, from: HTMLElement): void {
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(from.textContent ?? '').then(() => {
      button.textContent = 'Copied';
    });
  });
}

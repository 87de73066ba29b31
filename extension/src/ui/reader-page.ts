import type { Problem } from '../../../Kokoro.Host/Page/player/frames.ts';
import { refusalKey, snapshotKey, type Answer, type Snapshot, type ToWorker } from '../shared/messages.ts';
import { Server, type Look } from '../shared/server.ts';
import { loadSettings, onSettings, type Settings } from '../shared/settings.ts';
import { CardView } from './card-view.ts';
import { cardOf, serverLine, type Card } from './card.ts';
import { Choices } from './choices.ts';
import { byId, say } from './dom.ts';
import { PlayerLink } from './link.ts';
import { PlayerView } from './player-view.ts';
import { page, ServerWatch, type WatchWorld } from './watch.ts';

/** What popup and side panel have in common: the server's state, the one card, the player, voice and speed, and what can be read. */
export class ReaderPage {
  readonly link = new PlayerLink(chrome.runtime);

  private readonly card = new CardView(byId('card'), (action) => this.act(action));
  private readonly player = new PlayerView(byId('player'), this.link, () => void this.ask({ to: 'worker', type: 'resume' }));
  private readonly choices: Choices;
  private readonly read = byId<HTMLButtonElement>('read');
  private readonly paste = byId<HTMLDetailsElement>('paste');
  private readonly text = byId<HTMLTextAreaElement>('text');
  private readonly watch: ServerWatch;
  private look: Look | null = null;
  private refusal: Problem | null = null;

  private constructor(
    private settings: Settings,
    world: WatchWorld,
  ) {
    this.watch = new ServerWatch(world, (look) => this.showServer(look));
    this.choices = new Choices(byId('choices'), settings);
    this.read.addEventListener('click', () => void this.ask({ to: 'worker', type: 'read', what: 'page' }));
    byId('paste-form').addEventListener('submit', (event) => {
      event.preventDefault();
      const text = this.text.value.trim();
      if (text !== '') void this.ask({ to: 'worker', type: 'read-text', text, title: 'Pasted text' });
    });
    byId('options').addEventListener('click', () => void chrome.runtime.openOptionsPage());
    onSettings((changed) => this.use(changed));
    this.link.follow(() => this.show());
    this.link.connect();
    void this.watch.use(new Server(settings));
    void this.offerToGoOn();
    void this.showRefusal();
    chrome.storage.onChanged.addListener((changes, area) => {
      if (area === 'session' && changes[snapshotKey] !== undefined) void this.offerToGoOn();
      if (area === 'session' && changes[refusalKey] !== undefined) void this.showRefusal();
    });
  }

  static async open(world: WatchWorld = page): Promise<ReaderPage> {
    return new ReaderPage(await loadSettings(), world);
  }

  private use(settings: Settings): void {
    const isOther = settings.server !== this.settings.server || settings.token !== this.settings.token;
    this.settings = settings;
    this.choices.show(settings);
    if (isOther) void this.watch.use(new Server(settings));
  }

  private async ask(message: ToWorker): Promise<void> {
    const answer = await chrome.runtime.sendMessage<ToWorker, Answer | undefined>(message);
    this.refusal = answer?.ok === false ? answer.problem : null;
    if (answer?.ok === true) this.paste.open = false;
    this.show();
  }

  private async offerToGoOn(): Promise<void> {
    const kept = (await chrome.storage.session.get(snapshotKey))[snapshotKey] as Snapshot | null | undefined;
    this.player.keep(kept?.reading.title ?? null);
  }

  /** Why a key or a menu entry read nothing; once it has been seen it is over. */
  private async showRefusal(): Promise<void> {
    const refusal = (await chrome.storage.session.get(refusalKey))[refusalKey] as Problem | undefined;
    if (refusal === undefined) return;
    this.refusal = refusal;
    this.show();
    await chrome.storage.session.remove(refusalKey);
  }

  private act(action: Card['action']): void {
    if (action === 'setup') return void chrome.tabs.create({ url: chrome.runtime.getURL('setup.html') });
    if (action === 'retry') return void this.link.send({ type: 'toggle' });
    this.paste.open = true;
    this.text.focus();
  }

  private showServer(look: Look): void {
    this.look = look;
    if (look.state === 'there') this.choices.showVoices(look.voices);
    this.show();
  }

  private show(): void {
    const { status } = this.link;
    if (status.state === 'loading' || status.state === 'playing') this.refusal = null;
    say(byId('server'), serverLine(this.look));
    this.card.show(cardOf(this.look?.state ?? null, this.settings, status, this.refusal));

    // Without a server nothing can be begun, and one card says all there is to say.
    const canBegin = this.look === null || this.look.state === 'there' || this.look.state === 'starting';
    const isIdle = status.state === 'idle';
    byId('player').hidden = !canBegin && isIdle;
    byId('begin').hidden = !canBegin;
    this.read.classList.toggle('main', isIdle || status.state === 'ended' || status.state === 'failed');
  }
}

import type { Answer, ToPlayer, ToReader, ToViews } from '../src/shared/messages.ts';

class FakeEvent<Listener extends (...args: never[]) => unknown> {
  readonly listeners: Listener[] = [];
  addListener(listener: Listener): void {
    this.listeners.push(listener);
  }
}

class FakeArea {
  readonly values: Record<string, unknown> = {};
  accessLevel = '';
  get(key: string): Promise<Record<string, unknown>> {
    return Promise.resolve(key in this.values ? { [key]: structuredClone(this.values[key]) } : {});
  }
  set(values: Record<string, unknown>): Promise<void> {
    Object.assign(this.values, structuredClone(values));
    return Promise.resolve();
  }
  remove(key: string): Promise<void> {
    delete this.values[key];
    return Promise.resolve();
  }
  setAccessLevel({ accessLevel }: { accessLevel: string }): void {
    this.accessLevel = accessLevel;
  }
}

const base = 'chrome-extension://kokoro/';

/** As much of the browser as the worker uses, with a record of what it was asked. */
export class FakeChrome {
  /** What executeScript does, one after the other; null: it works. The last one stays. */
  injections: (string | null)[] = [null];
  injected = 0;
  created = 0;
  hasOffscreen = false;
  isPopupOpen = false;
  popupsAsked = 0;
  /** Resolves when the player's page may be there. */
  gate: () => Promise<void> = () => Promise.resolve();
  playerAnswer: Answer | undefined = { ok: true, reading: 'r1' };
  readerAnswer: (message: ToReader) => unknown = () => undefined;
  readonly sent: (ToPlayer | ToViews)[] = [];
  readonly toReader: ToReader[] = [];
  readonly badge = { text: '', title: '' };
  readonly menus: { id: string; title: string }[] = [];
  readonly opened: string[] = [];
  readonly focused: number[] = [];
  setupTab: number | null = null;
  /** Of the tab that is read; null: it is closed. */
  tabUrl: string | null = null;
  readonly local = new FakeArea();
  readonly session = new FakeArea();
  readonly onChanged = new FakeEvent<(changes: Record<string, unknown>, area: string) => void>();
  readonly onInstalled = new FakeEvent<(details: { reason: string }) => void>();
  readonly onMessage = new FakeEvent<(message: unknown, sender: unknown, answer: (response: unknown) => void) => boolean>();
  readonly onMessageExternal = new FakeEvent<(message: unknown, sender: unknown, answer: (response: unknown) => void) => boolean>();
  readonly onCommand = new FakeEvent<(command: string, tab?: unknown) => void>();
  readonly onClicked = new FakeEvent<(info: unknown, tab?: unknown) => void>();

  readonly api = {
    storage: { local: this.local, session: this.session, onChanged: this.onChanged },
    commands: { onCommand: this.onCommand },
    runtime: {
      id: 'kokoro',
      ContextType: { OFFSCREEN_DOCUMENT: 'OFFSCREEN_DOCUMENT', POPUP: 'POPUP', SIDE_PANEL: 'SIDE_PANEL', TAB: 'TAB' },
      onInstalled: this.onInstalled,
      onMessage: this.onMessage,
      onMessageExternal: this.onMessageExternal,
      getURL: (path: string) => base + path,
      getContexts: ({ contextTypes: types }: { contextTypes: string[] }) =>
        Promise.resolve([
          ...(types.includes('OFFSCREEN_DOCUMENT') && this.hasOffscreen ? [{}] : []),
          ...(types.includes('POPUP') && this.isPopupOpen ? [{}] : []),
          ...(types.includes('TAB') && this.setupTab !== null ? [{ tabId: this.setupTab, windowId: 1 }] : []),
        ]),
      sendMessage: (message: ToPlayer | ToViews) => {
        this.sent.push(message);
        if (message.to === 'player' && this.hasOffscreen) return Promise.resolve(this.playerAnswer);
        return Promise.reject(new Error('Could not establish connection. Receiving end does not exist.'));
      },
    },
    offscreen: {
      Reason: { AUDIO_PLAYBACK: 'AUDIO_PLAYBACK', BLOBS: 'BLOBS' },
      createDocument: async () => {
        if (this.created++ > 0 && this.hasOffscreen) throw new Error('Only a single offscreen document may be created.');
        await this.gate();
        this.hasOffscreen = true;
      },
      closeDocument: () => {
        this.hasOffscreen = false;
        return Promise.resolve();
      },
    },
    scripting: {
      executeScript: () => {
        const refusal = this.injections[Math.min(this.injected++, this.injections.length - 1)];
        return refusal == null ? Promise.resolve([]) : Promise.reject(new Error(refusal));
      },
    },
    tabs: {
      query: () => Promise.resolve([{ id: 7 }]),
      get: () => (this.tabUrl === null ? Promise.reject(new Error('No tab with id: 7.')) : Promise.resolve({ id: 7, url: this.tabUrl })),
      sendMessage: (_: number, message: ToReader) => {
        this.toReader.push(message);
        return Promise.resolve(this.readerAnswer(message));
      },
      create: ({ url }: { url: string }) => Promise.resolve(void this.opened.push(url)),
      update: (tab: number) => Promise.resolve(void this.focused.push(tab)),
    },
    windows: { update: () => Promise.resolve() },
    contextMenus: {
      onClicked: this.onClicked,
      removeAll: (done: () => void) => {
        this.menus.length = 0;
        done();
      },
      create: (entry: { id: string; title: string }) => void this.menus.push(entry),
    },
    action: {
      setBadgeText: ({ text }: { text: string }) => Promise.resolve(void (this.badge.text = text)),
      setTitle: ({ title }: { title: string }) => Promise.resolve(void (this.badge.title = title)),
      setBadgeBackgroundColor: () => Promise.resolve(),
      openPopup: () => Promise.resolve(void this.popupsAsked++),
    },
  };

  /** In place of the browser's. Listeners that a worker adds are this one's. */
  install(): this {
    (globalThis as { chrome?: unknown }).chrome = this.api;
    return this;
  }

  /** A message from one of the extension's own pages. @returns the answer. */
  ask(message: unknown, url = `${base}popup.html`): Promise<unknown> {
    return answerOf(this.onMessage.listeners, message, { id: 'kokoro', url });
  }

  /** A message from a page of the web. */
  askFrom(origin: string, message: unknown): Promise<unknown> {
    return answerOf(this.onMessageExternal.listeners, message, { origin });
  }
}

/** Of the first listener that says that it will answer. */
function answerOf(listeners: readonly ((message: unknown, sender: unknown, answer: (response: unknown) => void) => boolean)[], message: unknown, sender: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    if (!listeners.some((listener) => listener(message, sender, resolve))) resolve('no answer');
  });
}

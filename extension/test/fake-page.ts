import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import type { ToWorker } from '../src/shared/messages.ts';
import { FakeRuntime } from './fake-runtime.ts';

/** A page for code that knows the names of a browser's. @param html of its body */
export function page(html: string): Document {
  const { window } = new JSDOM(`<body>${html}</body>`);
  const { document, Node, Option, Range, Text, Element } = window;
  Object.assign(globalThis, { document, Node, Option, Range, Text, Element, getSelection: () => null });
  return document;
}

/** One of the extension's own pages, without its script. */
export function pageOfFile(name: string): Document {
  return page(readFileSync(`src/ui/${name}`, 'utf8').replace(/^[^]*<body[^>]*>|<\/body>[^]*$/g, ''));
}

export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

type Listener = (changes: Record<string, { newValue?: unknown }>, area: string) => void;

/** As much of `chrome` as the extension's pages use, and what they did with it. */
export class FakeChrome {
  readonly local: Record<string, unknown> = {};
  readonly session: Record<string, unknown> = {};
  readonly opened: string[] = [];
  readonly asked: ToWorker[] = [];
  readonly runtime = new FakeRuntime();

  /** What the worker answers. */
  answer: unknown = { ok: true, reading: 'r1' };

  private readonly listeners: Listener[] = [];

  constructor() {
    const runtime = Object.assign(this.runtime, {
      sendMessage: (message: ToWorker) => {
        this.asked.push(message);
        return Promise.resolve(this.answer);
      },
      getURL: (path: string) => `own:${path}`,
      openOptionsPage: () => Promise.resolve(this.opened.push('options')),
    });
    const storage = { local: this.area('local'), session: this.area('session'), onChanged: { addListener: (listener: Listener) => this.listeners.push(listener) } };
    const tabs = { create: ({ url }: { url: string }) => Promise.resolve(this.opened.push(url)) };
    Object.assign(globalThis, { chrome: { runtime, storage, tabs } });
  }

  /** As another page of the extension changes it. */
  set(area: 'local' | 'session', key: string, newValue: unknown): void {
    this[area][key] = newValue;
    for (const listener of this.listeners) listener({ [key]: { newValue } }, area);
  }

  private area(name: 'local' | 'session'): object {
    return {
      get: (key: string) => Promise.resolve({ [key]: this[name][key] }),
      set: (change: object) => {
        for (const [key, value] of Object.entries(change)) this.set(name, key, value);
        return Promise.resolve();
      },
      remove: (key: string) => {
        delete this[name][key];
        return Promise.resolve();
      },
    };
  }
}

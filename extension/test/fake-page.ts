import { JSDOM } from 'jsdom';

/** A page for code that knows the names of a browser's. */
export function page(html: string): Document {
  const { window } = new JSDOM(`<body>${html}</body>`);
  const { document, Node, Option, Range, Text, Element } = window;
  Object.assign(globalThis, { document, Node, Option, Range, Text, Element, getSelection: () => null });
  return document;
}

/** What tests write into `chrome.storage.local`; returns all that is stored. */
export function fakeStorage(): Record<string, unknown> {
  const stored: Record<string, unknown> = {};
  const local = {
    get: (key: string) => Promise.resolve({ [key]: stored[key] }),
    set: (change: object) => Promise.resolve(void Object.assign(stored, change)),
  };
  Object.assign(globalThis, { chrome: { storage: { local } } });
  return stored;
}

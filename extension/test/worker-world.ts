import { beforeEach } from 'node:test';
import { FakeChrome } from './fake-chrome.ts';

/** The worker's listeners are added once, when it is loaded: to this browser, which all tests of a file share and which is as new for each. */
export const browser = new FakeChrome().install();
await import('../src/worker/worker.ts');

export const reading = { id: 'r1', url: 'https://example.org/', title: 'A page', language: 'en', blocks: ['Hello there.'], start: { block: 0, offset: 0 } };
export const refused = { ok: false, problem: { kind: 'nothing_selected', detail: 'nothing is selected; select some text', status: 0 } };

/** Lets what has been begun come to its end: nothing in the fake browser takes longer than that. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
}

beforeEach(() => {
  const fresh = new FakeChrome();
  for (const key of ['injections', 'injected', 'created', 'hasOffscreen', 'isPopupOpen', 'popupsAsked', 'gate', 'playerAnswer', 'setupTab', 'tabUrl'] as const) Object.assign(browser, { [key]: fresh[key] });
  for (const list of [browser.sent, browser.toReader, browser.opened, browser.focused]) list.length = 0;
  for (const area of [browser.local, browser.session]) for (const key of Object.keys(area.values)) delete area.values[key];
  Object.assign(browser.badge, { text: '', title: '' });
  browser.readerAnswer = (message) => (message.type === 'collect' ? { ok: true, reading } : true);
});

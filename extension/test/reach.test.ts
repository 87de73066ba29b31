import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { defaults } from '../src/shared/settings.ts';
import { collectFrom } from '../src/worker/inject.ts';
import { ensurePlayer } from '../src/worker/player.ts';
import { browser, settle } from './worker-world.ts';

const notThere = 'Cannot access contents of the page. Extension manifest must request permission to access the respective host.';

test('the reader is injected anew when the first tries are refused, with 100 ms between', async () => {
  const waits: number[] = [];
  browser.injections = [notThere, notThere, null];
  assert.ok((await collectFrom(7, 'new', defaults, (milliseconds) => Promise.resolve(void waits.push(milliseconds)))).ok);
  assert.deepEqual(waits, [100, 100]);
});

for (const [name, refusal, kind] of [
  ['that is closed to extensions', 'Cannot access a chrome:// URL', 'page_unreadable'],
  ['of the store', 'The extensions gallery cannot be scripted.', 'page_unreadable'],
  ['that was not given', notThere, 'page_not_given'],
] as const) {
  test(`a page ${name} is a problem after three tries`, async () => {
    browser.injections = [refusal];
    const collected = await collectFrom(7, 'new', defaults, () => Promise.resolve());
    assert.equal(browser.injected, 3);
    assert.equal(collected.ok ? '' : collected.problem.kind, kind);
  });
}

test('a page that is left meanwhile is a problem', async () => {
  browser.readerAnswer = () => undefined;
  const collected = await collectFrom(7, 'new', defaults, () => Promise.resolve());
  assert.equal(collected.ok ? '' : collected.problem.kind, 'page_gone');
});

test('calls at the same time make one player', async () => {
  let open = (): void => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  browser.gate = () => gate;
  const both = Promise.all([ensurePlayer(), ensurePlayer()]);
  await settle();
  open();
  await both;
  await ensurePlayer();
  assert.equal(browser.created, 1);
  assert.equal(browser.sent.length, 1);
});

test('a player that an earlier worker was making is taken', async () => {
  browser.gate = () => {
    browser.hasOffscreen = true;
    return Promise.reject(new Error('Only a single offscreen document may be created.'));
  };
  await ensurePlayer();
  assert.ok(browser.hasOffscreen);
});

test('who has the page given to the extension is told that it is closed, the side panel how to give it', async () => {
  browser.injections = [notThere];
  const waits = mock.method(globalThis, 'setTimeout', (act: () => void) => setImmediate(act));
  const kindFor = async (view: string): Promise<unknown> => ((await browser.ask({ to: 'worker', type: 'read', what: 'page' }, `chrome-extension://kokoro/${view}`)) as { problem: { kind: string } }).problem.kind;
  assert.deepEqual([await kindFor('popup.html'), await kindFor('panel.html')], ['page_unreadable', 'page_not_given']);
  browser.onCommand.listeners[0]!('read', { id: 7 });
  while (browser.badge.text === '') await settle();
  assert.match(browser.badge.title, /^This page cannot be read/);
  waits.mock.restore();
});

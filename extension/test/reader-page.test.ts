import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idle } from '../src/shared/messages.ts';
import { defaults } from '../src/shared/settings.ts';
import { ReaderPage } from '../src/ui/reader-page.ts';
import type { WatchWorld } from '../src/ui/watch.ts';
import { FakeChrome, pageOfFile, settled } from './fake-page.ts';

const still: WatchWorld = { after: () => () => {}, isHidden: () => false, onVisible: () => {} };
const voices = { default: 'af_wren', voices: [{ id: 'af_wren', name: 'Wren', language: 'en-us' }] };
const ready = (path: string): Response => Response.json(path === '/voices' ? voices : { state: 'ready', model: 'm' });

/** A popup or side panel, as it is after its first look at the server. */
class World {
  readonly chrome = new FakeChrome();
  readonly document: Document;

  private constructor(file: string) {
    this.document = pageOfFile(file);
  }

  static async open(file: string, server: (path: string) => Response, before: (chrome: FakeChrome) => void = () => {}): Promise<World> {
    const world = new World(file);
    world.chrome.local['settings'] = { ...defaults, token: 'T' };
    before(world.chrome);
    globalThis.fetch = (url) => new Promise((resolve) => resolve(server(new URL(String(url)).pathname)));
    await ReaderPage.open(still);
    await settled();
    await settled();
    return world;
  }

  element<T extends HTMLElement>(selector: string): T {
    return this.document.querySelector<T>(selector)!;
  }

  async click(selector: string): Promise<void> {
    this.element(selector).click();
    await settled();
  }
}

const gone = (): Response => {
  throw new TypeError('Failed to fetch');
};

for (const file of ['popup.html', 'panel.html']) {
  test(`${file}: without a server there is one card with one button, and nothing to begin`, async () => {
    const world = await World.open(file, gone);
    assert.equal(world.element('#server').textContent, 'Server not running');
    assert.ok(world.element('#begin').hidden && world.element('#player').hidden);
    assert.equal(world.document.querySelectorAll('#card button').length, 1);
    await world.click('#card button');
    assert.deepEqual(world.chrome.opened, ['own:setup.html']);
  });

  test(`${file}: with a server the page can be read, in the voices that it has`, async () => {
    const world = await World.open(file, ready);
    assert.equal(world.element('#server').textContent, 'Ready');
    assert.equal(world.element<HTMLSelectElement>('#voice').options.length, 2);
    await world.click('#read');
    assert.deepEqual(world.chrome.asked, [{ to: 'worker', type: 'read', what: 'page' }]);
    assert.ok(world.element('#card').hidden);
  });
}

test('a page that cannot be read leads to the box for a text, and the text to the worker', async () => {
  const world = await World.open('popup.html', ready);
  world.chrome.answer = { ok: false, problem: { kind: 'page_unreadable', detail: 'this page cannot be read', status: 0 } };
  await world.click('#read');
  assert.equal(world.element('#card p').textContent, 'This page cannot be read.');
  await world.click('#card button');
  const text = world.element<HTMLTextAreaElement>('#text');
  assert.equal(world.document.activeElement, text);
  world.chrome.answer = { ok: true, reading: 'r1' };
  text.value = ' Pasted. ';
  await world.click('#paste-form button');
  assert.deepEqual(world.chrome.asked.at(-1), { to: 'worker', type: 'read-text', text: 'Pasted.', title: 'Pasted text' });
  assert.ok(world.element('#card').hidden);
});

test('why a key read nothing is said once, in the view that is opened for it', async () => {
  const refusal = { kind: 'nothing_to_read', detail: 'there is no text here', status: 0 };
  const world = await World.open('popup.html', ready, ({ session }) => (session['refusal'] = refusal));
  assert.equal(world.element('#card p').textContent, 'There is no text here.');
  assert.equal(world.chrome.session['refusal'], undefined);
});

test('a text that was left is offered, also one that is left while the view is open', async () => {
  const snapshot = (title: string): object => ({ reading: { title }, place: { block: 0, offset: 0 }, tab: null });
  const world = await World.open('popup.html', ready, ({ session }) => (session['snapshot'] = snapshot('Yesterday’s page')));
  world.chrome.runtime.drop();
  assert.equal(world.element('.title').textContent, 'Yesterday’s page');
  world.chrome.set('session', 'snapshot', snapshot('Today’s page'));
  await settled();
  assert.equal(world.element('.title').textContent, 'Today’s page');
  await world.click('.toggle');
  assert.deepEqual(world.chrome.asked, [{ to: 'worker', type: 'resume' }]);
});

test('a server that goes while it reads takes no control away', async () => {
  const world = await World.open('popup.html', gone);
  world.chrome.runtime.say({ type: 'status', status: { ...idle, state: 'waiting', reading: 'r1', title: 'A page' } });
  assert.ok(!world.element('#card').hidden && !world.element('#player').hidden);
  assert.ok(!world.element<HTMLButtonElement>('.toggle').disabled);
});

test('settings that are changed elsewhere are followed, and a new pairing is looked at once', async () => {
  let asked = 0;
  const world = await World.open('popup.html', (path) => {
    asked++;
    return ready(path);
  });
  const before = asked;
  world.chrome.set('local', 'settings', { ...defaults, token: 'T', speed: 2 });
  await settled();
  assert.equal(world.element<HTMLInputElement>('#speed').value, '2');
  assert.equal(asked, before);
  world.chrome.set('local', 'settings', { ...defaults, token: 'new' });
  await settled();
  assert.ok(asked > before);
});

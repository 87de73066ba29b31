import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idle } from '../src/shared/messages.ts';
import { defaults, type Settings } from '../src/shared/settings.ts';
import { moveTo } from '../src/ui/address.ts';
import { CardView } from '../src/ui/card-view.ts';
import { Choices } from '../src/ui/choices.ts';
import { PlayerLink } from '../src/ui/link.ts';
import { PlayerView } from '../src/ui/player-view.ts';
import { FakeChrome, page, settled } from './fake-page.ts';
import { FakeRuntime } from './fake-runtime.ts';

const voices = {
  default: 'af_wren',
  voices: [
    { id: 'af_wren', name: 'Wren', language: 'en-us' },
    { id: 'bm_george', name: 'George', language: 'en-gb' },
    { id: 'am_aster', name: 'Aster', language: 'en-us' },
  ],
};
const saved = async ({ local }: FakeChrome): Promise<Partial<Settings>> => {
  await settled();
  return local['settings'] as Settings;
};

test('voices stand under their languages; the one that is chosen is saved, the server’s choice as none', async () => {
  const chrome = new FakeChrome();
  const document = page('<div></div>');
  const choices = new Choices(document.querySelector('div')!, { ...defaults, voice: 'am_aster' });
  const select = document.querySelector('select')!;
  assert.ok(select.disabled);
  choices.showVoices(voices);
  assert.deepEqual([...select.querySelectorAll('optgroup')].map(({ label, children }) => [label, children.length]), [['American English', 2], ['British English', 1]]);
  assert.equal(select.value, 'am_aster');
  for (const [value, voice] of [['bm_george', 'bm_george'], ['', null]] as const) {
    select.value = value;
    select.dispatchEvent(new document.defaultView!.Event('change'));
    assert.equal((await saved(chrome)).voice, voice);
  }
});

test('a chosen voice that the server does not have is seen as such', () => {
  const document = page('<div></div>');
  new Choices(document.querySelector('div')!, { ...defaults, voice: 'af_gone' }).showVoices(voices);
  assert.equal(document.querySelector('select')!.selectedOptions[0]!.textContent, 'af_gone, which this server does not have');
});

test('the speed is shown while it is dragged and saved when it is let go', async () => {
  const chrome = new FakeChrome();
  const document = page('<div></div>');
  new Choices(document.querySelector('div')!, defaults);
  const speed = document.querySelector('input')!;
  speed.value = '1.45';
  speed.dispatchEvent(new document.defaultView!.Event('input'));
  assert.equal(document.querySelector('output')!.textContent, '1.45×');
  assert.equal(await saved(chrome), undefined);
  speed.dispatchEvent(new document.defaultView!.Event('change'));
  assert.equal((await saved(chrome)).speed, 1.45);
});

test('another address takes no token along, the same one keeps it', async () => {
  const chrome = new FakeChrome();
  chrome.local['settings'] = { ...defaults, token: 'T', speed: 2 };
  assert.equal(await moveTo(defaults.server), false);
  assert.equal((await saved(chrome)).token, 'T');
  assert.equal(await moveTo('http://127.0.0.1:9000'), true);
  assert.deepEqual(await saved(chrome), { ...defaults, server: 'http://127.0.0.1:9000', token: null, speed: 2 });
});

test('a card is written once, so that it is announced once, and its button does its one thing', () => {
  const document = page('<section></section>');
  const root = document.querySelector('section')!;
  const done: string[] = [];
  const view = new CardView(root, (action) => done.push(action));
  view.show({ sentence: 'A sentence.', button: 'Do it', action: 'retry' });
  const first = root.firstChild;
  view.show({ sentence: 'A sentence.', button: 'Do it', action: 'retry' });
  assert.equal(root.firstChild, first);
  root.querySelector('button')!.click();
  view.show(null);
  assert.deepEqual([done, root.hidden, root.childElementCount], [['retry'], true, 0]);
});

class PlayerWorld {
  readonly document = page('<section></section>');
  readonly runtime = new FakeRuntime();
  resumed = 0;
  readonly view: PlayerView;

  constructor() {
    const link = new PlayerLink(this.runtime.asRuntime);
    this.view = new PlayerView(this.document.querySelector('section')!, link, () => this.resumed++);
    link.connect();
  }

  button(name: string): HTMLButtonElement {
    const found = [...this.document.querySelectorAll('button')].find((each) => (each.getAttribute('aria-label') ?? each.textContent) === name);
    assert.ok(found, `no button ${name}`);
    return found;
  }
}

test('the buttons send what they say, and only while there is something to do', () => {
  const world = new PlayerWorld();
  for (const each of world.document.querySelectorAll('button')) assert.ok(each.disabled);
  world.runtime.say({ type: 'status', status: { ...idle, state: 'playing', reading: 'r1', title: 'A page', progress: 0.5, secondsLeft: 90 } });
  for (const name of ['Pause', 'Back a sentence', 'Forward a sentence', 'Stop']) world.button(name).click();
  assert.deepEqual(world.runtime.sent, [{ type: 'toggle' }, { type: 'back' }, { type: 'forward' }, { type: 'stop' }]);
  assert.equal(world.document.querySelector('progress')!.getAttribute('aria-valuetext'), '50 %, 2 minutes left');
});

test('a moving word announces nothing', () => {
  const world = new PlayerWorld();
  const status = { ...idle, state: 'playing', reading: 'r1', title: 'A page' } as const;
  world.runtime.say({ type: 'status', status });
  const said = world.document.querySelector('[role=status]')!.firstChild;
  world.runtime.say({ type: 'status', status: { ...status, word: { block: 0, start: 4, end: 7 }, progress: 0.1, secondsLeft: 40 } });
  assert.equal(world.document.querySelector('[role=status]')!.firstChild, said);
});

test('where nobody plays, the button goes on with what was kept', () => {
  const world = new PlayerWorld();
  world.runtime.drop();
  world.view.keep('Yesterday’s page');
  world.button('Go on').click();
  assert.deepEqual([world.resumed, world.runtime.sent.length], [1, 0]);
});

test('a focused button that can no longer be pressed hands the focus to the one that can', () => {
  const world = new PlayerWorld();
  world.runtime.say({ type: 'status', status: { ...idle, state: 'playing', reading: 'r1' } });
  world.button('Stop').focus();
  world.runtime.say({ type: 'status', status: { ...idle, state: 'ended', reading: 'r1' } });
  assert.equal(world.document.activeElement, world.button('Again'));
});

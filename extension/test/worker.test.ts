import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { collectFrom } from '../src/worker/inject.ts';
import { ensurePlayer } from '../src/worker/player.ts';
import { defaults } from '../src/shared/settings.ts';
import { FakeChrome } from './fake-chrome.ts';

/** The worker's listeners are added once, when it is loaded: to this one, which all tests share and set back. */
const browser = new FakeChrome().install();
await import('../src/worker/worker.ts');

const reading = { id: 'r1', url: 'https://example.org/', title: 'A page', language: 'en', blocks: ['Hello there.'], start: { block: 0, offset: 0 } };
const refused = { ok: false, problem: { kind: 'nothing_selected', detail: 'nothing is selected; select some text', status: 0 } };
const notThere = 'Cannot access contents of the page. Extension manifest must request permission to access the respective host.';
const settle = async (): Promise<void> => {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
};
const played = () => browser.sent.filter((each) => each.to === 'player' && each.type === 'play');

beforeEach(() => {
  const fresh = new FakeChrome();
  for (const key of ['injections', 'injected', 'created', 'hasOffscreen', 'isPopupOpen', 'popupsAsked', 'gate', 'playerAnswer', 'setupTab'] as const) Object.assign(browser, { [key]: fresh[key] });
  for (const list of [browser.sent, browser.toReader, browser.opened, browser.focused]) list.length = 0;
  for (const area of [browser.local, browser.session]) for (const key of Object.keys(area.values)) delete area.values[key];
  Object.assign(browser.badge, { text: '', title: '' });
  browser.readerAnswer = (message) => (message.type === 'collect' ? { ok: true, reading } : undefined);
});

test('a page is read: its text collected, the player made and given it, the page told to follow', async () => {
  assert.deepEqual(await browser.ask({ to: 'worker', type: 'read', what: 'page' }), { ok: true, reading: 'r1' });
  assert.deepEqual(browser.toReader.map((each) => each.type), ['collect', 'follow']);
  assert.deepEqual(browser.sent.map((each) => each.type), ['player-is-there', 'play']);
  assert.deepEqual(played()[0], { to: 'player', type: 'play', reading, tab: 7, settings: defaults });
});

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

test('nothing to read is said on the button and in the popup, and no player stays for it', async () => {
  browser.readerAnswer = () => refused;
  browser.onCommand.listeners[0]!('read', { id: 7, url: 'https://example.org/' });
  await settle();
  assert.deepEqual(browser.badge, { text: '!', title: 'Nothing is selected; select some text.' });
  assert.deepEqual(browser.session.values['refusal'], refused.problem);
  assert.deepEqual([browser.popupsAsked, browser.hasOffscreen, played().length], [1, false, 0]);
});

test('what is read later takes the problem away', async () => {
  browser.session.values['refusal'] = refused.problem;
  await browser.ask({ to: 'worker', type: 'read-text', text: 'Hello.', title: 'Pasted text' });
  assert.equal(browser.session.values['refusal'], undefined);
});

test('a player that refuses is heard by who asked', async () => {
  browser.playerAnswer = { ok: false, problem: { kind: 'pairing_needed', detail: 'pair again', status: 401 } };
  assert.deepEqual(await browser.ask({ to: 'worker', type: 'read', what: 'page' }), browser.playerAnswer);
  browser.playerAnswer = undefined;
  assert.equal(((await browser.ask({ to: 'worker', type: 'read', what: 'page' })) as typeof refused).problem.kind, 'player_gone');
  assert.ok(!browser.toReader.some((each) => each.type === 'follow'));
});

test('a selection in a page that cannot be looked into is read as the browser tells it', async () => {
  browser.readerAnswer = () => refused;
  browser.onClicked.listeners[0]!({ menuItemId: 'selection', selectionText: 'Out of a PDF.' }, { id: 7 });
  await settle();
  assert.deepEqual(played().map((each) => each.type === 'play' && [each.reading.blocks, each.tab]), [[['Out of a PDF.'], null]]);
});

test('each menu entry asks for what it says', async () => {
  browser.onInstalled.listeners[0]!({ reason: 'update' });
  for (const { id } of browser.menus) browser.onClicked.listeners[0]!({ menuItemId: id }, { id: 7 });
  await settle();
  assert.deepEqual(browser.menus.map(({ title }) => title), ['Read selection', 'Read from here', 'Read this page']);
  assert.deepEqual(browser.toReader.flatMap((each) => (each.type === 'collect' ? [each.what] : [])).sort(), ['from-here', 'page', 'selection']);
  assert.deepEqual(browser.opened, []);
});

test('the first installation opens the setup page', async () => {
  browser.onInstalled.listeners[0]!({ reason: 'install' });
  await settle();
  assert.deepEqual(browser.opened, ['chrome-extension://kokoro/setup.html']);
});

test('a text of one’s own is read in paragraphs; none is a problem', async () => {
  await browser.ask({ to: 'worker', type: 'read-text', text: 'One\ntwo.\n\n \n\nThree.', title: 'Pasted text' });
  assert.deepEqual(played().map((each) => each.type === 'play' && [each.reading.blocks, each.reading.title, each.tab]), [[['One\ntwo.', 'Three.'], 'Pasted text', null]]);
  assert.equal(((await browser.ask({ to: 'worker', type: 'read-text', text: ' … ', title: '' })) as typeof refused).problem.kind, 'nothing_to_read');
});

test('the toggle key goes to the player; without one it goes on where the last one was; without that it does nothing', async () => {
  const toggle = async (): Promise<void> => {
    browser.onCommand.listeners[0]!('toggle');
    await settle();
  };
  await toggle();
  assert.deepEqual([browser.sent, browser.badge.text], [[], '']);
  await browser.ask({ to: 'worker', type: 'keep', snapshot: { reading, place: { block: 0, offset: 6 }, tab: 7 } });
  await toggle();
  assert.deepEqual(played().map((each) => each.type === 'play' && [each.reading.start, each.tab]), [[{ block: 0, offset: 6 }, 7]]);
  await toggle();
  assert.deepEqual(browser.sent.at(-1), { to: 'player', type: 'toggle' });
  await browser.ask({ to: 'worker', type: 'keep', snapshot: null });
  assert.equal(((await browser.ask({ to: 'worker', type: 'resume' })) as typeof refused).problem.kind, 'nothing_to_resume');
});

test('settings that change go to a player that is there, and wake none', async () => {
  const change = async (): Promise<void> => {
    browser.local.values['settings'] = { speed: 2 };
    browser.onChanged.listeners[0]!({ settings: {} }, 'local');
    await settle();
  };
  await change();
  assert.deepEqual(browser.sent, []);
  browser.hasOffscreen = true;
  await change();
  assert.deepEqual(browser.sent, [{ to: 'player', type: 'settings', settings: { ...defaults, speed: 2 } }]);
});

test('the button says what the player does', async () => {
  for (const [state, text, title] of [['playing', '▶', 'Reading: A page'], ['paused', '❚❚', 'Paused: A page'], ['failed', '!', 'Pair again.'], ['ended', '', '']] as const) {
    await browser.ask({ to: 'worker', type: 'state', state, title: 'A page', problem: state === 'failed' ? { kind: 'pairing_needed', detail: 'pair again', status: 401 } : null });
    assert.deepEqual(browser.badge, { text, title });
  }
});

test('a player that was long silent is closed', async () => {
  await ensurePlayer();
  await browser.ask({ to: 'worker', type: 'close-player' });
  assert.equal(browser.hasOffscreen, false);
});

test('only the extension’s own pages are heard, and its own pages not read', async () => {
  assert.equal(await browser.ask({ to: 'worker', type: 'read', what: 'page' }, 'https://example.org/'), 'no answer');
  browser.onCommand.listeners[0]!('read', { id: 7, url: 'chrome-extension://kokoro/setup.html' });
  await settle();
  assert.equal(browser.injected, 0);
});

test('the code of a pairing page is kept for the setup page, which is opened or brought to the front', async () => {
  assert.deepEqual(await browser.askFrom('http://127.0.0.1:8880', { type: 'pair', code: 'AB12' }), { ok: true });
  const kept = browser.session.values['pairing'] as { origin: string; code: string; at: number };
  assert.deepEqual([kept.origin, kept.code], ['http://127.0.0.1:8880', 'AB12']);
  assert.ok(Math.abs(Date.now() - kept.at) < 5000);
  browser.setupTab = 9;
  assert.deepEqual(await browser.askFrom('http://localhost:9000', { type: 'pair', code: 'CD34' }), { ok: true });
  assert.deepEqual([browser.opened, browser.focused], [['chrome-extension://kokoro/setup.html'], [9]]);
});

for (const [name, origin, message] of [
  ['another machine', 'http://127.0.0.1.example.org', { type: 'pair', code: 'AB12' }],
  ['an encrypted page that only looks like it', 'https://127.0.0.1:8880', { type: 'pair', code: 'AB12' }],
  ['a message without a code', 'http://127.0.0.1:8880', { type: 'pair' }],
  ['a code without end', 'http://127.0.0.1:8880', { type: 'pair', code: 'x'.repeat(65) }],
  ['another message', 'http://127.0.0.1:8880', null],
] as const) {
  test(`a pairing from ${name} is refused`, async () => {
    assert.deepEqual(await browser.askFrom(origin, message), { ok: false });
    assert.deepEqual([browser.session.values['pairing'], browser.opened], [undefined, []]);
  });
}

test('the token is closed to what runs in pages', () => {
  assert.equal(browser.local.accessLevel, 'TRUSTED_CONTEXTS');
});

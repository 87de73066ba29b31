import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaults } from '../src/shared/settings.ts';
import { ensurePlayer } from '../src/worker/player.ts';
import { browser, reading, refused, settle } from './worker-world.ts';

const played = () => browser.sent.filter((each) => each.to === 'player' && each.type === 'play');

test('a page is read: its text collected, the player made and given it, the page told to follow', async () => {
  assert.deepEqual(await browser.ask({ to: 'worker', type: 'read', what: 'page' }), { ok: true, reading: 'r1' });
  assert.deepEqual(browser.toReader.map((each) => each.type), ['collect', 'follow']);
  assert.deepEqual(browser.sent.map((each) => each.type), ['player-is-there', 'play']);
  assert.deepEqual(played()[0], { to: 'player', type: 'play', reading, tab: 7, settings: defaults });
});

test('a page whose reading begins again is told to follow it', async () => {
  browser.session.values['snapshot'] = { reading, place: { block: 0, offset: 6 }, tab: 7 };
  browser.tabUrl = reading.url;
  await browser.ask({ to: 'worker', type: 'again', reading: 'r1', tab: 7 });
  assert.deepEqual(browser.toReader, [{ to: 'reader', type: 'follow', reading: 'r1' }]);
});

for (const [name, held, message] of [
  ['begins again', undefined, { to: 'worker', type: 'again', reading: 'r0', tab: 7 }],
  ['begins again, and which has been read otherwise', false, { to: 'worker', type: 'again', reading: 'r0', tab: 7 }],
  ['goes on without its player', undefined, { to: 'worker', type: 'resume' }],
] as const) {
  test(`a page that was loaded anew, and whose reading then ${name}, follows it`, async () => {
    browser.session.values['snapshot'] = { reading: { ...reading, id: 'r0' }, place: { block: 0, offset: 6 }, tab: 7 };
    browser.tabUrl = reading.url;
    browser.readerAnswer = (asked) => (asked.type === 'collect' ? { ok: true, reading } : asked.reading === 'r1' ? true : held);
    await browser.ask(message);
    assert.deepEqual(browser.toReader.map(({ type }) => type), ['follow', 'collect', 'follow']);
    assert.deepEqual(browser.toReader[2], { to: 'reader', type: 'follow', reading: 'r1', as: 'r0' });
  });
}

test('a page that is loaded anew while it is read follows again', async () => {
  browser.session.values['snapshot'] = { reading: { ...reading, id: 'r0' }, place: { block: 0, offset: 6 }, tab: 7 };
  browser.tabUrl = reading.url;
  await browser.ask({ to: 'worker', type: 'left', reading: 'r0' });
  assert.deepEqual(browser.toReader.slice(1), [{ to: 'reader', type: 'follow', reading: 'r1', as: 'r0' }]);
});

for (const [name, url, change, asked] of [
  ['another page', 'https://example.org/other', {}, 0],
  ['a tab that is closed', null, {}, 0],
  ['the page with another text', reading.url, { blocks: ['Hello, you.'] }, 1],
  ['the page of another reading', reading.url, { id: 'r9' }, 0],
] as const) {
  test(`${name} does not follow`, async () => {
    browser.session.values['snapshot'] = { reading: { ...reading, id: 'r0', ...change }, place: { block: 0, offset: 6 }, tab: 7 };
    browser.tabUrl = url;
    await browser.ask({ to: 'worker', type: 'left', reading: 'r0' });
    assert.deepEqual(browser.toReader.map(({ type }) => type), Array.from({ length: asked }, () => 'collect'));
    assert.equal(browser.injected, asked);
  });
}

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

test('a player that was long silent is closed, and the button says nothing of it', async () => {
  await ensurePlayer();
  await browser.ask({ to: 'worker', type: 'state', state: 'paused', title: 'A page', problem: null });
  await browser.ask({ to: 'worker', type: 'close-player' });
  assert.deepEqual([browser.hasOffscreen, browser.badge], [false, { text: '', title: '' }]);
});

test('only the extension’s own pages are heard, and its own pages not read', async () => {
  assert.equal(await browser.ask({ to: 'worker', type: 'read', what: 'page' }, 'https://example.org/'), 'no answer');
  browser.onCommand.listeners[0]!('read', { id: 7, url: 'chrome-extension://kokoro/setup.html' });
  await settle();
  assert.equal(browser.injected, 0);
});

test('the token is closed to what runs in pages', () => {
  assert.equal(browser.local.accessLevel, 'TRUSTED_CONTEXTS');
});

import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { FollowerWorld } from './follower-world.ts';

let world: FollowerWorld;
const open = (body = '<p>One two. <b>Three</b> four, <a href="#x">five</a>. Six.</p>'): FollowerWorld => (world = new FollowerWorld(body));
const jumps = (): unknown[] => world.said.filter(({ type }) => type === 'jump');

afterEach(() => world.end());

test('it says which reading it follows before all else, and takes the selection away', () => {
  open();
  assert.deepEqual(world.said, [{ type: 'hello', reading: 'r1' }]);
  assert.equal(world.page.getSelection()!.rangeCount, 0);
});

test('each word is lit in the frame in which it is heard, and the page stays as it is', () => {
  open();
  const before = world.page.documentElement.outerHTML;
  world.say('One', 1100);
  world.say('two', 1200);
  assert.deepEqual([1050, 1099, 1100, 1150, 1201].map((now) => world.draw(now)), ['', '', 'One', 'One', 'two']);
  assert.deepEqual([...world.highlights.get('kokoro-sentence')!].map(String).join(''), 'One two. Three four, five. Six.');
  assert.equal(world.page.documentElement.outerHTML, before);
});

test('no frame is asked for while nothing is to come', () => {
  open();
  assert.equal(world.draw(1010), null);
  world.say('One', 1020);
  assert.equal(world.draw(1030), 'One');
  assert.equal(world.draw(1040), null);
});

test('light letters are taken for a dark page', () => {
  open('<p style="color: rgb(240, 240, 240)">One two.</p>');
  world.say('One', 1000);
  world.draw(1001);
  assert.deepEqual([...world.highlights.keys()].sort(), ['kokoro-sentence-on-dark', 'kokoro-word']);
});

test('a text that vanishes is not lit, and the next word that is there is', () => {
  open();
  world.page.querySelector('b')!.remove();
  world.say('Three', 1000);
  assert.equal(world.draw(1001), '');
  world.say('Six', 1010);
  assert.equal(world.draw(1011), 'Six');
});

for (const [name, act] of [
  ['is over', () => world.over()],
  ['has lost its player', () => world.playerGoes()],
] as const) {
  test(`a reading that ${name} leaves nothing in the page and hears nothing of it`, () => {
    open();
    world.say('One', 1000);
    world.draw(1001);
    world.say('two', 1100);
    act();
    assert.deepEqual([world.highlights.size, world.page.adoptedStyleSheets.length, world.isOpen, world.draw(1200)], [0, 0, false, null]);
    world.press('Escape');
    world.click('four');
    assert.equal(world.said.length, 1);
  });
}

test('Esc stops, and no other key', () => {
  open();
  for (const key of ['Escape', 'Enter', 'a']) world.press(key);
  assert.deepEqual(world.said.slice(1), [{ type: 'stop' }]);
});

test('a click on a sentence jumps to its beginning', () => {
  open();
  world.click('our,');
  world.click('x.');
  assert.deepEqual(jumps(), [{ type: 'jump', place: { block: 0, offset: 9 } }, { type: 'jump', place: { block: 0, offset: 27 } }]);
});

for (const [name, act] of [
  ['on a link', () => world.click('five')],
  ['beside the text', () => world.click('four', { x: 900 })],
  ['with another button', () => world.click('four', { button: 1 })],
  ['with a key held down', () => world.click('four', { ctrlKey: true })],
  ['that is the second of two', () => world.click('four', { detail: 2 })],
  [
    'that ends a selection',
    () => {
      world.page.getSelection()!.selectAllChildren(world.page.body);
      world.click('four');
    },
  ],
  [
    'that the page took for itself',
    () => {
      world.page.querySelector('p')!.addEventListener('click', (event) => event.preventDefault());
      world.click('four', { cancelable: true });
    },
  ],
] as const) {
  test(`a click ${name} does not jump`, () => {
    open();
    act();
    assert.deepEqual(jumps(), []);
  });
}

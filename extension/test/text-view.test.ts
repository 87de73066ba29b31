import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idle, type PlayerStatus, type Reading, type Span } from '../src/shared/messages.ts';
import { PlayerLink } from '../src/ui/link.ts';
import { TextList } from '../src/ui/text-list.ts';
import { TextView } from '../src/ui/text-view.ts';
import { page } from './fake-page.ts';
import { FakeRuntime } from './fake-runtime.ts';

const blocks = ['The keeper', ' One ship came. Two 🚢 followed!', ''];
const reading: Reading = { id: 'r1', url: '', title: 'A page', language: 'en', blocks, start: { block: 0, offset: 0 } };
const at = (sentence: Span | null): PlayerStatus => ({ ...idle, state: 'playing', reading: 'r1', sentence });

class World {
  time = 10_000;
  readonly scrolled: string[] = [];
  readonly document = page('<ol id="reading"></ol>');
  readonly root = this.document.getElementById('reading')!;
  readonly runtime = new FakeRuntime();

  constructor() {
    const link = new PlayerLink(this.runtime.asRuntime);
    new TextView(this.root, link, () => this.time);
    link.connect();
    this.runtime.say({ type: 'text', reading });
    for (const each of this.sentences) {
      each.scrollIntoView = () => this.scrolled.push(each.textContent);
      each.getBoundingClientRect = () => ({ top: 500, bottom: 520 }) as DOMRect; // below the list, which is of no height here
    }
  }

  get sentences(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('[role=button]')];
  }

  get current(): (string | null)[] {
    return this.sentences.filter((each) => each.hasAttribute('aria-current')).map((each) => each.textContent);
  }

  event(type: string, target: Element, init: object = {}): void {
    const { Event } = this.document.defaultView!;
    target.dispatchEvent(Object.assign(new Event(type, { bubbles: true, cancelable: true }), init));
  }
}

test('the list says what the blocks say, letter by letter', () => {
  const world = new World();
  assert.deepEqual([...world.root.children].map((item) => item.textContent), blocks);
  assert.deepEqual(world.sentences.map((each) => each.textContent), ['The keeper', 'One ship came.', 'Two 🚢 followed!']);
});

test('a word is found at its offsets, also across the ends of sentences, and no place that is not in the text', () => {
  page('');
  const list = new TextList(reading);
  for (const [start, end] of [[1, 4], [16, 19], [20, 22], [11, 19], [1, 32]] as const) assert.equal(list.rangeOf({ block: 1, start, end })?.toString(), blocks[1]!.slice(start, end));
  for (const span of [{ block: 1, start: 30, end: 40 }, { block: 2, start: 0, end: 1 }, { block: 7, start: 0, end: 1 }]) assert.equal(list.rangeOf(span), null);
});

test('one sentence is marked, the one that is read, also when it is begun in its middle', () => {
  const world = new World();
  world.runtime.say({ type: 'status', status: at({ block: 0, start: 0, end: 10 }) });
  assert.deepEqual(world.current, ['The keeper']);
  world.runtime.say({ type: 'status', status: at({ block: 1, start: 20, end: 32 }) });
  assert.deepEqual(world.current, ['Two 🚢 followed!']);
  world.runtime.say({ type: 'status', status: at(null) });
  assert.deepEqual(world.current, []);
});

test('a click, Enter and the space bar jump to a sentence', () => {
  const world = new World();
  world.event('click', world.sentences[2]!);
  world.event('keydown', world.sentences[1]!, { key: 'Enter' });
  world.event('keydown', world.sentences[0]!, { key: ' ' });
  world.event('click', world.root);
  assert.deepEqual(world.runtime.sent, [
    { type: 'jump', place: { block: 1, offset: 16 } },
    { type: 'jump', place: { block: 1, offset: 1 } },
    { type: 'jump', place: { block: 0, offset: 0 } },
  ]);
});

test('Tab comes to one sentence, which is the one that is read; arrows go to the others', () => {
  const world = new World();
  const stops = (): number[] => world.sentences.flatMap((each, i) => (each.tabIndex === 0 ? [i] : []));
  assert.deepEqual(stops(), [0]);
  world.runtime.say({ type: 'status', status: at({ block: 1, start: 1, end: 15 }) });
  assert.deepEqual(stops(), [1]);
  world.sentences[1]!.focus();
  for (const [key, stop] of [['ArrowDown', 2], ['ArrowDown', 2], ['ArrowUp', 1], ['Home', 0], ['ArrowUp', 0], ['End', 2]] as const) {
    world.event('keydown', world.document.activeElement!, { key });
    assert.deepEqual(stops(), [stop]);
    assert.equal(world.document.activeElement, world.sentences[stop]);
  }
  world.runtime.say({ type: 'status', status: at({ block: 0, start: 0, end: 10 }) });
  assert.deepEqual(stops(), [2]); // the focus is not taken from where somebody has put it
});

test('it scrolls to what cannot be seen, but not while somebody looks at another place', () => {
  const world = new World();
  world.runtime.say({ type: 'status', status: at({ block: 0, start: 0, end: 10 }) });
  world.event('wheel', world.root);
  world.time += 2999;
  world.runtime.say({ type: 'status', status: at({ block: 1, start: 1, end: 15 }) });
  world.time += 2;
  world.runtime.say({ type: 'status', status: at({ block: 1, start: 16, end: 32 }) });
  world.runtime.say({ type: 'status', status: at({ block: 1, start: 16, end: 32 }) });
  assert.deepEqual(world.scrolled, ['The keeper', 'Two 🚢 followed!']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collect, type Spot } from '../src/content/collect.ts';
import type { Reading, What } from '../src/shared/messages.ts';
import { defaults } from '../src/shared/settings.ts';
import { pageOf, textNode } from './page.ts';

const skipNothing = { navigation: false, code: false, tables: false, citations: false };
const unseen = (): number => -1;

function readingOf(page: Document, what: What, { skip = defaults.skip, spot = null, topOf = unseen }: { skip?: typeof defaults.skip; spot?: Spot | null; topOf?: (range: Range) => number } = {}): Reading {
  const { collected, blocks } = collect(page, what, skip, spot, topOf);
  assert.ok(collected.ok, collected.ok ? '' : collected.problem.detail);
  assert.deepEqual(blocks.map(({ text }) => text), collected.reading.blocks);
  return collected.reading;
}

const begins = (reading: Reading): string => reading.blocks[reading.start.block]!.slice(reading.start.offset);

function select(page: Document, from: Spot, to: Spot): void {
  const range = page.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  page.getSelection()!.addRange(range);
}

test('of an article its own text is read, from its heading on, and nothing beside it', () => {
  const page = pageOf({ fixture: 'article' });
  const before = page.documentElement.outerHTML;
  const reading = readingOf(page, 'page');
  assert.deepEqual(reading.blocks.map((each) => each.slice(0, 24)), [
    'How bread rises',
    'Yeast is a small living ',
    'The first hour',
    'In the first hour almost',
    'The command wait is the ',
    'Use warm water, never ho',
    'Cover the dough, so that',
    'Dough after two hours.',
    'A square metre is writte',
  ]);
  assert.match(reading.blocks[3]!, /seen\. The dough rests, the flour drinks its water, and threads/);
  assert.match(reading.blocks[8]!, / m2, and/);
  assert.match(reading.blocks[4]!, /light,\nwhatever/);
  assert.deepEqual({ title: reading.title, language: reading.language, url: reading.url, start: reading.start }, { title: 'How bread rises', language: 'en-GB', url: 'https://example.org/page', start: { block: 0, offset: 0 } });
  assert.equal(page.documentElement.outerHTML, before);
});

test('each switch that is off lets its part be read', () => {
  const page = pageOf({ fixture: 'article' });
  const text = (change: Partial<typeof defaults.skip>): string => readingOf(page, 'page', { skip: { ...defaults.skip, ...change } }).blocks.join('|');
  const skipped = text({});
  for (const [change, part] of [
    [{ code: false }, 'mix(flour, water)'],
    [{ tables: false }, 'Wheat|2|Rye|4'],
    [{ citations: false }, 'water [2, 3], and'],
    [{ navigation: false }, 'More to read'],
  ] as const) {
    assert.ok(text(change).includes(part), part);
    assert.ok(!skipped.includes(part), part);
  }
});

test('an encyclopedia is read without its notes, boxes and tools', () => {
  assert.deepEqual(readingOf(pageOf({ fixture: 'encyclopedia' }), 'page').blocks.slice(0, 5), [
    'Lighthouse',
    'A lighthouse is a tower that gives light from a system of lamps and lenses, and serves as a beacon for navigation at sea.',
    'History',
    'Before clearly defined ports were built, mariners were guided by fires on hilltops, which were later put on platforms, and these platforms became towers.',
    'The tower of Pharos stood for more than a thousand years, through several earthquakes, and was at last taken down for its stones.',
  ]);
});

test('of a page that is no article its largest text is read, under its heading', () => {
  const page = pageOf({ fixture: 'list' });
  assert.deepEqual(readingOf(page, 'page').blocks, ['Opening hours', 'Monday: 9 to 5', 'Tuesday: closed, as the whole town is', 'Call us at any time you like.', 'Bring your papers.']);
  assert.deepEqual(readingOf(page, 'page', { skip: skipNothing }).blocks.slice(0, 2), ['Home Map', 'Opening hours']);
});

test('a selection is read exactly, from the middle of a word and across blocks', () => {
  const page = pageOf({ fixture: 'article' });
  select(page, textNode(page, 'knows.'), { ...textNode(page, ' almost nothing') });
  for (const what of ['selection', 'new'] as const) assert.deepEqual(readingOf(page, what).blocks, ['knows.', 'The first hour', 'In the first hour']);
});

test('a selection inside of one word, and one that a switch would skip', () => {
  const page = pageOf({ body: '<p>unbelievable</p><pre>let x = 1;</pre>' });
  const { node } = textNode(page, 'unbelievable');
  select(page, { node, offset: 2 }, { node, offset: 9 });
  assert.deepEqual(readingOf(page, 'selection').blocks, ['believa']);
  page.getSelection()!.removeAllRanges();
  select(page, textNode(page, 'x = 1'), textNode(page, ';'));
  assert.deepEqual(readingOf(page, 'selection').blocks, ['x = 1']);
});

test('"new" without a selection is the page', () => {
  assert.equal(readingOf(pageOf({ fixture: 'article' }), 'new').blocks[0], 'How bread rises');
});

test('from here begins with the sentence of the right click, and goes to the end of the article', () => {
  const page = pageOf({ fixture: 'article' });
  const reading = readingOf(page, 'from-here', { spot: textNode(page, 'flour drinks') });
  assert.match(begins(reading), /^The dough rests/);
  assert.equal(reading.blocks.length, 9);
});

test('from here beside the article reads on from there', () => {
  const page = pageOf({ fixture: 'article' });
  assert.match(begins(readingOf(page, 'from-here', { spot: textNode(page, 'soups') })), /^Ten soups/);
});

test('from here where the right click was not heard begins where it has put the caret', () => {
  const page = pageOf({ fixture: 'article' });
  const { node, offset } = textNode(page, 'flour drinks');
  page.getSelection()!.collapse(node, offset);
  assert.match(begins(readingOf(page, 'from-here', { topOf: () => 40 })), /^The dough rests/);
});

test('a caret above the view is of an older click', () => {
  const page = pageOf({ fixture: 'article' });
  const { node, offset } = textNode(page, 'flour drinks');
  page.getSelection()!.collapse(node, offset);
  const topOf = (range: Range): number => (range.collapsed ? -20 : 40);
  assert.match(begins(readingOf(page, 'from-here', { topOf })), /^How bread/);
});

test('from here without a right click begins with the first sentence in view', () => {
  const page = pageOf({ fixture: 'article' });
  const topOf = (range: Range): number => (/^(?:Yeast|How|The first|In the)/.test(String(range)) ? -20 : 40);
  assert.match(begins(readingOf(page, 'from-here', { topOf })), /^While it eats/);
});

test('a right click on what has vanished counts as none', () => {
  const page = pageOf({ fixture: 'article' });
  const spot = textNode(page, 'soups');
  spot.node.remove();
  assert.match(begins(readingOf(page, 'from-here', { spot, topOf: () => 1 })), /^How bread/);
});

for (const [name, body, what, kind] of [
  ['an empty page', '<div></div>', 'page', 'nothing_to_read'],
  ['a page of pictures', '<img src="a.png"><p>•</p>', 'new', 'nothing_to_read'],
  ['nothing selected', '<p>Hello there.</p>', 'selection', 'nothing_selected'],
  ['a PDF', '<embed type="application/x-google-chrome-pdf">', 'page', 'page_unreadable'],
] as const) {
  test(`${name} is a problem with one thing to do`, () => {
    const { collected } = collect(pageOf({ body }), what, defaults.skip, null, unseen);
    assert.ok(!collected.ok);
    assert.equal(collected.problem.kind, kind);
    assert.match(collected.problem.detail, /; select /);
  });
}

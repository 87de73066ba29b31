import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextMap } from '../src/content/map.ts';
import { blocksIn } from '../src/content/walk.ts';
import { pageOf, textNode } from './page.ts';

const mapOf = (body: string, citations = false) => {
  const page = pageOf({ body });
  const blocks = blocksIn(page.body, { skip: { navigation: false, code: false, tables: false, citations } });
  const map = new TextMap(blocks);
  const rangesOf = (text: string, block = 0): Range[] => {
    const start = blocks[block]!.text.indexOf(text);
    assert.ok(start >= 0, `'${text}' is not in '${blocks[block]!.text}'`);
    return map.rangesOf({ block, start, end: start + text.length });
  };
  return { page, blocks, map, rangesOf, shown: (text: string, block = 0): string[] => rangesOf(text, block).map(String) };
};

test('every word of a text is found where it stands in the page', () => {
  const { blocks, rangesOf } = mapOf('<div> The\n quick <b>bro<i>wn</i></b>&nbsp;fox 👩‍👩‍👧 e\u0301t\u00e9 <p>Do\u00adnau \t\t naïve</p> end </div>');
  blocks.forEach(({ text }, block) => {
    for (const { segment } of [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text)].filter((each) => each.isWordLike)) {
      assert.equal(rangesOf(segment, block).map(String).join('').replaceAll('\u00ad', ''), segment);
    }
  });
  assert.deepEqual(blocks.map(({ text }) => text), ['The quick brown\u00a0fox 👩‍👩‍👧 e\u0301t\u00e9', 'Donau naïve', 'end']);
});

test('what lies in one node is one range, with its white space; what was left out is in none', () => {
  const { shown } = mapOf('<p>One \n  two [12] three <b>four</b></p>', true);
  assert.deepEqual(shown('One two'), ['One \n  two']);
  assert.deepEqual(shown('two three four'), ['two ', 'three ', 'four']);
});

test('from the page to the text and back, for every character', () => {
  const { blocks, map } = mapOf('<p>  a <b>b\u00adc</b>  d<br>e</p><p>f</p>');
  blocks.forEach(({ runs }, block) => {
    for (const { node, offset, at, length } of runs) {
      for (let i = 0; i < length; i++) assert.deepEqual(map.placeOf(node, offset + i), { block, offset: at + i });
    }
  });
});

test('a place in what is not read is the next one that is', () => {
  const { page, map, blocks } = mapOf('<p>One [12] two</p>', true);
  const { node, offset } = textNode(page, '[12]');
  assert.equal(blocks[0]!.text.slice(map.placeOf(node, offset + 2)!.offset).trim(), 'two');
  assert.equal(map.placeOf(page.body, 0), null);
});

for (const [name, vanish] of [
  ['is taken out', (node: Text) => node.remove()],
  ['becomes shorter', (node: Text) => node.replaceData(0, node.length, 'x')],
] as const) {
  test(`a text whose node ${name} is nowhere, and its neighbours stay`, () => {
    const { page, rangesOf, shown } = mapOf('<p>One two</p><p>three</p>');
    const before = rangesOf('two');
    vanish(textNode(page, 'two').node);
    assert.deepEqual(shown('two'), []);
    assert.equal(String(before[0]), '');
    assert.deepEqual(shown('three', 1), ['three']);
  });
}

test('a place outside of the text is nowhere', () => {
  const { map } = mapOf('<p>One</p>');
  assert.deepEqual(map.rangesOf({ block: 4, start: 0, end: 2 }), []);
  assert.deepEqual(map.rangesOf({ block: 0, start: 40, end: 42 }), []);
});

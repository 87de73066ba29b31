import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Script } from '../src/offscreen/script.ts';
import { readingOf } from './world.ts';

test('a reading is its sentences, with the pauses that follow them', () => {
  const script = new Script(readingOf(['A heading', 'One two. Three four!', '“Five six.”', '']));
  assert.deepEqual(script.lines.map((line) => script.textOf({ line: script.lines.indexOf(line), offset: line.start })), ['A heading', 'One two.', 'Three four!', '“Five six.”']);
  assert.deepEqual(script.lines.map(({ pause }) => pause), [0.75, 0.45, 0.9, 0.9]);
  assert.deepEqual(script.lines.map(({ before }) => before), [0, 9, 17, 28]);
  assert.equal(script.characters, 39);
});

test('a place is a spot at the beginning of its word, or of what is spoken next', () => {
  const script = new Script(readingOf(['One two.  Three four.', '  ', ' Five.']));
  for (const [block, offset, spot] of [
    [0, 0, { line: 0, offset: 0 }],
    [0, 6, { line: 0, offset: 4 }],
    [0, 9, { line: 1, offset: 10 }],
    [0, 18, { line: 1, offset: 16 }],
    [0, 99, { line: 2, offset: 1 }],
    [1, 0, { line: 2, offset: 1 }],
    [2, 3, { line: 2, offset: 1 }],
    [2, 6, null],
    [3, 0, null],
  ] as const)
    assert.deepEqual(script.at({ block, offset }), spot, `block ${block}, offset ${offset}`);
});

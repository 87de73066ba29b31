import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Sound } from '../player/sound.ts';

const sound = (): Sound => {
  const made = new Sound(24000);
  for (let piece = 0; piece < 10; piece++) made.append(Int16Array.from({ length: 100 }, (_, i) => piece * 100 + i + 1));
  return made;
};
const read = (from: Sound, at: number, length: number): number[] => [...from.read(at, length)].map((sample) => sample * 32768);

test('what is dropped is silence, and all else keeps its place', () => {
  const kept = sound();
  kept.drop(350);
  assert.deepEqual(read(kept, 299, 3), [0, 301, 302]);
  assert.deepEqual(read(kept, 998, 4), [999, 1000, 0, 0]);
  assert.equal(kept.samples, 1000);
  kept.drop(0);
  assert.deepEqual(read(kept, 300, 1), [301]);
});

test('a sound that is cut goes on from there', () => {
  for (const at of [0, 100, 350, 1000]) {
    const cut = sound();
    cut.cut(at);
    assert.equal(cut.samples, at);
    cut.append(Int16Array.of(-1, -2));
    assert.deepEqual(read(cut, Math.max(0, at - 1), 4), at === 0 ? [-1, -2, 0, 0] : [at, -1, -2, 0], `at ${at}`);
  }
});

test('a cut in what is left after a drop', () => {
  const both = sound();
  both.drop(400);
  both.cut(450);
  assert.deepEqual(read(both, 398, 4), [0, 0, 401, 402]);
  assert.equal(both.seconds, 450 / 24000);
});

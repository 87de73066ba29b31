import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idle, type PlayerStatus } from '../src/shared/messages.ts';
import { faceOf, timeLeft, timeLeftInWords } from '../src/ui/face.ts';

const status = (change: Partial<PlayerStatus>): PlayerStatus => ({ ...idle, reading: 'r1', title: 'The lighthouse', progress: 0.25, secondsLeft: 187, ...change });

for (const [seconds, left, inWords] of [
  [null, '', ''],
  [0, '0:00 left', 'less than a minute left'],
  [0.2, '0:01 left', 'less than a minute left'],
  [59.4, '1:00 left', 'less than a minute left'],
  [61, '1:01 left', '1 minute left'],
  [187, '3:07 left', '3 minutes left'],
  [3600, '1:00:00 left', '1 hour left'],
  [7384, '2:03:04 left', '2 hours and 3 minutes left'],
  [-3, '0:00 left', 'less than a minute left'],
] as const) {
  test(`${seconds} seconds are "${left}", and "${inWords}"`, () => {
    assert.equal(timeLeft(seconds), left);
    assert.equal(timeLeftInWords(seconds), inWords);
  });
}

for (const [state, toggle, canToggle, canMove] of [
  ['idle', 'Play', false, false],
  ['loading', 'Pause', true, true],
  ['playing', 'Pause', true, true],
  ['paused', 'Go on', true, true],
  ['waiting', 'Pause', true, true],
  ['ended', 'Again', true, false],
  ['failed', 'Play', true, false],
] as const) {
  test(`${state}: the button says ${toggle}`, () => {
    const face = faceOf(status({ state }), null);
    assert.deepEqual([face.toggle, face.canToggle, face.canMove, face.canStop], [toggle, canToggle, canMove, canMove]);
  });
}

test('what was kept can be gone on with while nobody plays, and only then', () => {
  const { title, toggle, canToggle, canMove } = faceOf(idle, 'Yesterday’s page');
  assert.deepEqual([title, toggle, canToggle, canMove], ['Yesterday’s page', 'Go on', true, false]);
  assert.equal(faceOf(status({ state: 'playing' }), 'Yesterday’s page').title, 'The lighthouse');
});

test('what was left out while reading goes on is said', () => {
  const problem = { kind: 'not_speakable', detail: 'a sentence was left out', status: 422 };
  assert.equal(faceOf(status({ state: 'playing', problem }), null).line, 'Reading. A sentence was left out.');
});

test('the time that is left is of something that is being read', () => {
  assert.equal(faceOf(status({ state: 'paused' }), null).left, '3:07 left');
  assert.equal(faceOf(status({ state: 'ended' }), null).left, '');
});

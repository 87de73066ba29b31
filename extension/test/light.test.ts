import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DueQueue, type PlaceMessage } from '../src/content/due.ts';
import { isLight } from '../src/content/lights.ts';
import { wayTo } from '../src/content/scroller.ts';

const at = (due: number, start = due): PlaceMessage => ({ type: 'place', sentence: null, word: { block: 0, start, end: start + 1 }, due });

test('a word that comes early is lit when it is heard, and not before', () => {
  const queue = new DueQueue();
  queue.push(at(100), 90);
  queue.push(at(120), 90);
  assert.equal(queue.take(99), null);
  assert.deepEqual(queue.take(100), at(100));
  assert.equal(queue.take(119), null);
  assert.deepEqual(queue.take(130), at(120));
  assert.equal(queue.size, 0);
});

test('a word that comes late is lit at once, and of several only the last', () => {
  const queue = new DueQueue();
  for (const due of [10, 20, 30]) queue.push(at(due), 0);
  assert.deepEqual(queue.take(25), at(20));
  assert.deepEqual(queue.take(35), at(30));
});

test('a pause or a jump takes back what was said of the time after it', () => {
  const queue = new DueQueue();
  queue.push(at(100), 90);
  queue.push(at(120), 90);
  queue.push(at(110, 7), 90);
  assert.deepEqual(queue.take(105), at(100));
  assert.deepEqual(queue.take(115), at(110, 7));
  assert.equal(queue.take(200), null);
  queue.push(at(300), 250);
  queue.push(at(260, 8), 260);
  assert.deepEqual(queue.take(1000), at(260, 8));
  assert.equal(queue.size, 0);
});

test('a page that is not drawn for hours holds no more than what is to come', () => {
  const queue = new DueQueue();
  for (let due = 0; due < 10_000; due++) queue.push(at(due), due);
  assert.ok(queue.size <= 2);
  assert.deepEqual(queue.take(10_000), at(9_999));
  assert.equal(queue.size, 0);
});

test('a word in the middle of the view leaves it where it is; one outside is brought there', () => {
  const view = { top: 0, bottom: 1000 };
  assert.equal(wayTo({ top: 400, bottom: 420 }, view), 0);
  assert.equal(wayTo({ top: 800, bottom: 820 }, view), 450);
  assert.equal(wayTo({ top: -500, bottom: -480 }, view), -850);
  assert.equal(wayTo({ top: 800, bottom: 820 }, { top: 500, bottom: 1000 }), 0);
});

test('light letters are told from dark ones', () => {
  assert.deepEqual(['rgb(232, 230, 225)', 'rgba(255, 255, 0, 0.9)', 'rgb(29, 31, 35)', 'rgb(0, 0, 200)'].map(isLight), [true, true, false, false]);
});

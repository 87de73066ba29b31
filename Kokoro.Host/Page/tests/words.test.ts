import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WordMap } from '../player/words.ts';

const one = { start: 0, end: 3, from: 0.1, to: 0.3 };
const two = { start: 4, end: 7, from: 0.3, to: 0.5 };
const leftOut = { start: 8, end: 10, from: 0.5, to: 0.5, spoken: false };
const three = { start: 11, end: 16, from: 0.9, to: 1.4 };

const map = (): WordMap => {
  const words = new WordMap();
  words.add([one, two]);
  words.add([leftOut, three]);
  return words;
};

test('the word that is heard is the one whose time it is', () => {
  const words = map();
  for (const [seconds, word] of [[0, null], [0.1, one], [0.29, one], [0.3, two], [0.5, null], [0.89, null], [0.9, three], [1.39, three], [1.4, null], [9, null]] as const)
    assert.equal(words.at(seconds), word, `at ${seconds}`);
});

test('a place in the text is the word there, or the next one that is spoken', () => {
  const words = map();
  for (const [offset, word] of [[0, one], [2, one], [3, two], [6, two], [8, three], [9, three], [15, three], [16, null]] as const)
    assert.equal(words.of(offset), word, `at ${offset}`);
});

test('an empty map has no word', () => {
  assert.equal(new WordMap().at(1), null);
  assert.equal(new WordMap().of(0), null);
});

test('a search over a long text finds what a walk finds', () => {
  const words = new WordMap();
  const all = Array.from({ length: 5000 }, (_, i) => ({ start: i * 5, end: i * 5 + 4, from: i * 0.3, to: i * 0.3 + 0.25 }));
  words.add(all);
  for (let seconds = 0; seconds < 1500; seconds += 0.37) assert.equal(words.at(seconds), all.find((word) => seconds >= word.from && seconds < word.to) ?? null);
});

test('the first word after a second, and the last one up to it', () => {
  const words = map();
  for (const [seconds, after, upTo] of [[0, one, null], [0.1, two, one], [0.4, three, two], [0.7, three, two], [0.9, null, three], [9, null, three]] as const) {
    assert.equal(words.after(seconds), after, `after ${seconds}`);
    assert.equal(words.upTo(seconds), upTo, `up to ${seconds}`);
  }
  assert.equal(words.last, three);
});

test('a sound that breaks off keeps the words that are whole', () => {
  for (const [seconds, first, last] of [[0.05, one, null], [0.4, two, one], [0.5, three, two], [1.4, null, three]] as const) {
    const words = map();
    assert.equal(words.cut(seconds), first, `at ${seconds}`);
    assert.equal(words.last, last, `at ${seconds}`);
  }
});

test('words that are read from one place are cut together', () => {
  const words = new WordMap();
  const price = [{ start: 4, end: 9, from: 0.3, to: 0.5 }, { start: 4, end: 9, from: 0.5, to: 0.8 }];
  words.add([one, ...price]);
  assert.equal(words.cut(0.6), price[0]);
  assert.equal(words.last, one);
});

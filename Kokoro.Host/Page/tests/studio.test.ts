import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clock, sentenceOf } from '../studio/sentence.ts';
import { load, save } from '../studio/settings.ts';
import { explain, type Span, type Timeline } from '../studio/timeline.ts';

const timeline = (spans: readonly Span[], firstAudio: number | null, outcome = 'whole'): Timeline => ({ id: 'u7', spans, first_audio: firstAudio, total: 2, outcome });
const firstRun = (queued: number, begun: number, spoken: number): Span[] => [
  { kind: 'text', index: 0, from: 0, to: 0.01 },
  { kind: 'phonemes', index: 0, from: 0.01, to: queued },
  { kind: 'phonemes', index: 1, from: queued, to: spoken }, // beside the first run
  { kind: 'queue', index: 0, from: queued, to: begun },
  { kind: 'run', index: 0, width: 'wide', from: begun, to: spoken },
];

for (const [spans, expected] of [
  [firstRun(0.5, 0.6, 0.7), 'most of it reading the text (500 ms)'],
  [firstRun(0.02, 0.6, 0.7), 'most of it waiting for an engine (580 ms)'],
  [firstRun(0.02, 0.03, 0.7), 'most of it speaking the first run (670 ms)'],
] as const) {
  test(`a slow first sound is explained: ${expected}`, () => {
    assert.equal(explain(timeline(spans, 0.7)), `First sound after 700 ms, ${expected}; all of it after 2000 ms.`);
  });
}

test('an utterance that ended early says with what', () => {
  assert.equal(explain(timeline([], null, 'client_gone')), 'u7 ended before its first sound: client gone.');
  assert.equal(explain(timeline([], null, 'open')), 'u7 waits for its first sound.');
  assert.match(explain(timeline(firstRun(0.1, 0.2, 0.3), 0.3, 'reader_stalled')), /reader stalled after 2000 ms/);
});

test('a problem is a sentence, with the time to come back', () => {
  assert.equal(sentenceOf({ kind: 'full', detail: 'the server is busy', status: 503, retry_after: 4 }), 'The server is busy. Try again in 4 s.');
});

test('seconds are read as minutes and seconds', () => {
  assert.deepEqual([0, 59.9, 60, 3599, -1].map(clock), ['0:00', '0:59', '1:00', '59:59', '0:00']);
});

test('settings that are not ours are as none', () => {
  const store = new Map<string, string>();
  const storage = { getItem: (key: string) => store.get(key) ?? null, setItem: (key: string, value: string) => store.set(key, value) } as unknown as Storage;
  assert.deepEqual(load(storage), { voice: '', speed: 1 });
  save(storage, { voice: 'af_wren', speed: 1.5 });
  assert.deepEqual(load(storage), { voice: 'af_wren', speed: 1.5 });
  for (const broken of ['{', 'null', '{"voice":1,"speed":99}']) {
    store.set('kokoro', broken);
    assert.deepEqual(load(storage), { voice: '', speed: 1 });
  }
});

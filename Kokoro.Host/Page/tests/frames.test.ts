import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FrameReader, FramesError, type Frame } from '../player/frames.ts';

const frame = (type: number, payload: Uint8Array | object): Uint8Array => {
  const bytes = payload instanceof Uint8Array ? payload : new TextEncoder().encode(JSON.stringify(payload));
  const whole = new Uint8Array(5 + bytes.length);
  whole[0] = type;
  new DataView(whole.buffer).setUint32(1, bytes.length, true);
  whole.set(bytes, 5);
  return whole;
};

const joined = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

const meta = { id: 'u1', sample_rate: 24000, voice: 'am_aster', model: 'starter voice', text_length: 5 };
const words = [{ start: 0, end: 5, from: 0.1, to: 0.4 }, { start: 6, end: 8, from: 0.4, to: 0.4, spoken: false }];
const end = { samples: 3, sha256: 'ab' };
const whole = joined(frame(1, meta), frame(3, words), frame(2, Uint8Array.of(0, 0, 255, 127, 0, 128)), frame(4, end));
const expected: Frame[] = [
  { type: 'meta', meta },
  { type: 'words', words },
  { type: 'samples', samples: Int16Array.of(0, 32767, -32768) },
  { type: 'end', end },
];

test('a stream in one piece gives its frames in order', () => {
  const reader = new FrameReader();
  assert.deepEqual(reader.push(whole), expected);
  assert.ok(reader.isWhole);
});

test('a stream that is split at any byte gives the same frames', () => {
  for (let split = 0; split <= whole.length; split++) {
    const reader = new FrameReader();
    assert.deepEqual([...reader.push(whole.subarray(0, split)), ...reader.push(whole.subarray(split))], expected, `split at ${split}`);
    assert.ok(reader.isWhole);
  }
});

test('a stream that comes byte by byte gives the same frames', () => {
  const reader = new FrameReader();
  assert.deepEqual([...whole].flatMap((byte) => reader.push(Uint8Array.of(byte))), expected);
});

test('a stream that is cut anywhere is not whole', () => {
  for (let cut = 0; cut < whole.length; cut++) {
    const reader = new FrameReader();
    reader.push(whole.subarray(0, cut));
    assert.equal(reader.isWhole, false, `cut at ${cut}`);
  }
});

test('a stream that fails ends with its problem', () => {
  const reader = new FrameReader();
  const problem = { kind: 'replaced', detail: 'the same session plays something newer', status: 409 };
  assert.deepEqual(reader.push(joined(frame(1, meta), frame(5, problem))).at(-1), { type: 'error', problem });
  assert.ok(reader.isWhole);
});

for (const [name, bytes] of [
  ['an unknown type', frame(9, {})],
  ['half a sample', frame(2, Uint8Array.of(1))],
  ['JSON that is none', frame(1, new TextEncoder().encode('{'))],
  ['letters that are no UTF-8', frame(1, Uint8Array.of(0x22, 0xff, 0x22))],
  ['a length that no frame has', Uint8Array.of(2, 0, 0, 0, 255)],
  ['a frame after the last one', joined(frame(4, end), frame(1, meta))],
] as const) {
  test(`${name} is refused`, () => {
    assert.throws(() => new FrameReader().push(bytes), FramesError);
  });
}

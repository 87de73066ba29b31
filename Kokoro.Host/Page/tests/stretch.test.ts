import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Stretcher } from '../player/stretch.ts';

const rate = 24000;
const tone = 200;
const sound = Float32Array.from({ length: rate * 3 }, (_, i) => 0.5 * Math.sin((2 * Math.PI * tone * i) / rate));
const read = (from: number, length: number): Float32Array => Float32Array.from({ length }, (_, i) => sound[from + i] ?? 0);

/** Upward crossings of zero in a second. */
const pitch = (samples: Float32Array): number => {
  let crossings = 0;
  for (let i = 1; i < samples.length; i++) if (samples[i - 1]! < 0 && samples[i]! >= 0) crossings++;
  return (crossings * rate) / samples.length;
};

for (const speed of [0.5, 0.8, 1.25, 1.5, 2, 3]) {
  test(`at ${speed} times the speed the pitch and the level stay`, () => {
    const stretcher = new Stretcher(read, rate, speed, 0);
    const samples = stretcher.next(Math.floor((rate * 2) / Math.max(speed, 1)));
    assert.ok(Math.abs(pitch(samples) - tone) < 3, `${pitch(samples)} Hz`);
    const rms = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
    assert.ok(Math.abs(rms - 0.5 / Math.SQRT2) < 0.02, `level ${rms}`);
    const jump = samples.reduce((most, sample, i) => Math.max(most, Math.abs(sample - (samples[i - 1] ?? sample))), 0);
    assert.ok(jump < 0.04, `a click of ${jump}`);
  });
}

test('pieces of any length join to the same sound', () => {
  const whole = new Stretcher(read, rate, 1.4, 100).next(5000);
  const pieces = new Stretcher(read, rate, 1.4, 100);
  const joined = [7, 500, 1, 1492, 3000].flatMap((length) => [...pieces.next(length)]);
  assert.deepEqual(joined, [...whole]);
});

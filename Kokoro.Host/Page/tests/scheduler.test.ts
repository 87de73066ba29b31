import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Scheduler } from '../player/scheduler.ts';
import { Sound } from '../player/sound.ts';
import { FakeOut } from './fake-out.ts';

const rate = 24000;
const near = (actual: number, expected: number, within = 0.002): void => assert.ok(Math.abs(actual - expected) <= within, `${actual} is not ${expected}`);
const ramp = (seconds: number, from = 0): Int16Array => Int16Array.from({ length: seconds * rate }, (_, i) => (from + i) % 30000);

const start = async (): Promise<{ out: FakeOut; sound: Sound; scheduler: Scheduler }> => {
  const [out, sound] = [new FakeOut(), new Sound(rate)];
  const scheduler = new Scheduler(out, sound);
  await scheduler.play();
  return { out, sound, scheduler };
};

test('what is appended is played once, in order and without a gap', async () => {
  const { out, sound, scheduler } = await start();
  for (let second = 0; second < 4; second++) {
    sound.append(ramp(1, second * rate));
    scheduler.pump();
    out.run(0.5, () => scheduler.pump());
  }
  scheduler.complete();
  out.run(6, () => scheduler.pump());

  assert.deepEqual(out.heard(), [...sound.read(0, sound.samples)]);
  for (let i = 1; i < out.played.length; i++) near(out.played[i]!.at, out.played[i - 1]!.at + out.played[i - 1]!.samples.length / rate, 1e-9);
  assert.ok(scheduler.isAtEnd);
});

test('the position is what is heard, not what has been handed to the loudspeaker', async () => {
  const { out, sound, scheduler } = await start();
  out.late = 0.3;
  sound.append(ramp(3));
  scheduler.pump();
  out.run(1, () => scheduler.pump());
  near(scheduler.position(), 0.65);
});

test('the position follows the clock of the output', async () => {
  const { out, sound, scheduler } = await start();
  sound.append(ramp(3));
  scheduler.pump();
  near(scheduler.position(), 0);
  out.run(1, () => scheduler.pump());
  near(scheduler.position(), 0.95); // 50 ms until the first sample
});

test('no more is given to the output than a second and a half ahead', async () => {
  const { out, sound, scheduler } = await start();
  sound.append(ramp(30));
  scheduler.pump();
  assert.ok(out.played.at(-1)!.at < 1.6);
});

test('a pause freezes the position, and playing goes on from there', async () => {
  const { out, sound, scheduler } = await start();
  sound.append(ramp(5));
  scheduler.pump();
  out.run(1, () => scheduler.pump());
  await scheduler.pause();
  out.run(3, () => scheduler.pump());
  near(scheduler.position(), 0.95);
  await scheduler.play();
  out.run(1, () => scheduler.pump());
  near(scheduler.position(), 1.95);
});

test('sound that comes too late is heard as soon as it is there, and nothing of it is lost', async () => {
  const { out, sound, scheduler } = await start();
  sound.append(ramp(1));
  scheduler.pump();
  out.run(2, () => scheduler.pump());
  near(scheduler.position(), 1);
  sound.append(ramp(1, rate));
  scheduler.pump();
  out.run(0.55, () => scheduler.pump());

  near(scheduler.position(), 1.5);
  assert.deepEqual(out.heard(), [...sound.read(0, out.heard().length)]);
});

test('a seek stops what was given and plays from there', async () => {
  const { out, sound, scheduler } = await start();
  sound.append(ramp(10));
  scheduler.complete();
  out.run(1, () => scheduler.pump());
  const before = out.played.length;
  scheduler.seek(7);

  assert.ok(out.played.slice(0, before).filter((each) => each.at + each.samples.length / rate > 1).every((each) => each.isStopped));
  near(scheduler.position(), 7);
  out.run(1.05, () => scheduler.pump());
  near(scheduler.position(), 8);
  scheduler.seek(99);
  assert.ok(scheduler.isAtEnd);
  scheduler.seek(-1);
  near(scheduler.position(), 0);
});

test('twice as fast is heard in half the time', async () => {
  const { out, sound, scheduler } = await start();
  sound.append(ramp(10));
  scheduler.complete();
  out.run(1.05, () => scheduler.pump());
  near(scheduler.position(), 1);
  scheduler.setSpeed(2);
  near(scheduler.position(), 1);
  out.run(1.05, () => scheduler.pump());
  near(scheduler.position(), 3, 0.01);
  out.run(4, () => scheduler.pump());
  assert.ok(scheduler.isAtEnd);
});

test('the time of a second of the sound is when it is heard, at any speed', async () => {
  const { out, sound, scheduler } = await start();
  out.late = 0.2;
  sound.append(ramp(10));
  scheduler.setSpeed(2);
  scheduler.pump();
  near(scheduler.timeOf(1)!, 0.05 + 0.5 + 0.2);
  assert.equal(scheduler.timeOf(9), null);
  out.run(0.75, () => scheduler.pump());
  near(scheduler.position(), 1, 0.01);
});

test('what was cut off the end is not heard, and what comes instead is', async () => {
  const { out, sound, scheduler } = await start();
  sound.append(ramp(2));
  scheduler.pump();
  out.run(0.55, () => scheduler.pump());
  sound.cut(rate);
  scheduler.cut();
  sound.append(new Int16Array(rate).fill(-9));
  scheduler.complete();
  out.run(3, () => scheduler.pump());
  assert.ok(scheduler.isAtEnd);
  const last = out.heard().slice(-rate);
  assert.ok(last.every((sample) => sample === -9 / 32768));
  near(scheduler.position(), 2);
});

for (const speed of [1, 1.5]) {
  test(`a sound that was complete goes on after all, at speed ${speed}`, async () => {
    const { out, sound, scheduler } = await start();
    scheduler.setSpeed(speed);
    sound.append(ramp(1));
    scheduler.complete();
    out.run(2, () => scheduler.pump());
    assert.ok(scheduler.isAtEnd);
    scheduler.goOn();
    assert.ok(!scheduler.isAtEnd);
    sound.append(ramp(2));
    scheduler.pump();
    out.run(0.55, () => scheduler.pump());
    near(scheduler.position(), 1 + 0.5 * speed, 0.02);
  });
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Player, type PlayerState } from '../player/player.ts';
import { FakeOut } from './fake-out.ts';

const rate = 24000;
const json = (value: object): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const frame = (type: number, payload: Uint8Array): Uint8Array => {
  const whole = new Uint8Array(5 + payload.length);
  whole[0] = type;
  new DataView(whole.buffer).setUint32(1, payload.length, true);
  whole.set(payload, 5);
  return whole;
};
const meta = frame(1, json({ id: 'u1', sample_rate: rate, voice: 'am_aster', model: 'm', text_length: 5 }));
const words = frame(3, json([{ start: 0, end: 5, from: 0.1, to: 0.4 }] as unknown as object));
const second = frame(2, new Uint8Array(rate * 2));
const end = (samples: number): Uint8Array => frame(4, json({ samples, sha256: '' }));

class World {
  readonly states: PlayerState[] = [];
  readonly outs: FakeOut[] = [];
  readonly asked: { url: string; body: Record<string, unknown>; signal: AbortSignal }[] = [];
  tick: () => void = () => {};
  send!: (bytes: Uint8Array) => void;
  close!: () => void;
  answer: () => Response | Error;
  readonly player: Player;

  constructor() {
    this.answer = () => {
      const stream = new ReadableStream<Uint8Array>({
        start: (controller) => {
          this.send = (bytes) => controller.enqueue(bytes);
          this.close = () => controller.close();
        },
      });
      return new Response(stream);
    };
    this.player = new Player(
      'http://server',
      {
        fetch: (url, init) => {
          this.asked.push({ url, body: JSON.parse(init.body as string) as Record<string, unknown>, signal: init.signal! });
          const answer = this.answer();
          return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
        },
        createOut: () => {
          const out = Object.assign(new FakeOut(), { close: () => Promise.resolve() });
          this.outs.push(out);
          return out;
        },
        every: (_, act) => {
          this.tick = act;
          return () => {
            this.tick = () => {};
          };
        },
      },
      () => {
        if (this.states.at(-1) !== this.player.state) this.states.push(this.player.state);
      },
    );
  }

  run(seconds: number): void {
    this.outs.at(-1)!.run(seconds, () => this.tick());
  }
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('a text is asked for, heard from its first samples on, and played to its end', async () => {
  const world = new World();
  const done = world.player.speak({ text: 'Hello', voice: 'am_aster', session: 'page' });
  await settle();
  assert.deepEqual(world.asked[0]!.body, { text: 'Hello', voice: 'am_aster', session: 'page', format: 'frames', intent: 'play' });
  world.send(meta);
  world.send(words);
  world.send(second);
  await settle();
  assert.equal(world.player.state, 'playing');
  world.run(0.25);
  assert.equal(world.player.word?.end, 5);
  world.send(second);
  world.send(end(2 * rate));
  world.close();
  await done;
  world.run(3);
  assert.deepEqual(world.states, ['loading', 'playing', 'ended']);
  assert.equal(world.player.seconds, 2);
  assert.ok(world.player.isComplete);
  assert.equal((await world.player.toWav().arrayBuffer()).byteLength, 44 + 4 * rate);
});

test('after its end it is played again from where one jumps to', async () => {
  const world = new World();
  const done = world.player.speak({ text: 'Hello' });
  await settle();
  for (const bytes of [meta, second, end(rate)]) world.send(bytes);
  world.close();
  await done;
  world.run(2);
  assert.equal(world.player.state, 'ended');
  await world.player.seek(0.5);
  assert.equal(world.player.state, 'playing');
  world.run(1);
  assert.equal(world.player.state, 'ended');
});

test('pause and resume', async () => {
  const world = new World();
  void world.player.speak({ text: 'Hello' });
  await settle();
  for (const bytes of [meta, second]) world.send(bytes);
  await settle();
  await world.player.pause();
  const position = world.player.position;
  world.run(1);
  assert.equal(world.player.position, position);
  await world.player.resume();
  world.run(0.3);
  assert.ok(world.player.position > position);
});

test('a newer text ends the older one, whose late bytes change nothing', async () => {
  const world = new World();
  void world.player.speak({ text: 'one' });
  await settle();
  const late = world.send;
  void world.player.speak({ text: 'two' });
  await settle();
  assert.ok(world.asked[0]!.signal.aborted);
  late(meta);
  late(second);
  await settle();
  assert.equal(world.player.seconds, 0);
  assert.equal(world.player.state, 'loading');
});

test('a refusal is a problem with its words', async () => {
  const world = new World();
  world.answer = () => new Response(JSON.stringify({ kind: 'full', detail: 'try again as told', status: 503 }), { status: 503 });
  await world.player.speak({ text: 'Hello' });
  assert.equal(world.player.state, 'failed');
  assert.equal(world.player.problem?.detail, 'try again as told');
});

test('a server that is not there is a sentence with what to do', async () => {
  const world = new World();
  world.answer = () => new TypeError('fetch failed');
  await world.player.speak({ text: 'Hello' });
  assert.match(world.player.problem!.detail, /kokoro serve/);
});

for (const [name, bytes] of [
  ['that is cut off', [meta, second]],
  ['of which samples are missing', [meta, second, end(rate + 1)]],
  ['that is no stream of frames', [Uint8Array.of(9, 0, 0, 0, 0)]],
] as const) {
  test(`a sound ${name} is a problem and never looks complete`, async () => {
    const world = new World();
    const done = world.player.speak({ text: 'Hello' });
    await settle();
    for (const each of bytes) world.send(each);
    world.close();
    await done;
    assert.equal(world.player.problem?.kind, 'cut_off');
    world.run(2);
    assert.equal(world.player.state, 'failed');
    assert.equal(world.outs[0]!.heard().length, world.player.seconds * rate); // what came is heard
    assert.equal(world.player.isComplete, false);
  });
}

test('what has come of a sound that was cut off can be heard again from where one jumps to, whole', async () => {
  const world = new World();
  const done = world.player.speak({ text: 'Hello' });
  await settle();
  for (const bytes of [meta, second, second, second]) world.send(bytes);
  world.close();
  await done;
  world.run(4);
  assert.equal(world.player.state, 'failed');
  await world.player.seek(0.5);
  assert.equal(world.player.state, 'playing');
  world.run(3);
  assert.deepEqual([world.player.state, world.player.position, world.player.problem?.kind], ['failed', 3, 'cut_off']);
});

test('of a sound of which nothing came nothing is played', async () => {
  const world = new World();
  world.answer = () => new TypeError('fetch failed');
  await world.player.speak({ text: 'Hello' });
  await world.player.seek(0);
  assert.equal(world.player.state, 'failed');
});

test('a word that has not come yet is gone to as soon as it is there', async () => {
  const world = new World();
  const done = world.player.speak({ text: 'Hello, and again' });
  await settle();
  for (const bytes of [meta, words, second]) world.send(bytes);
  await settle();
  await world.player.seekToWord(8);
  world.run(0.2);
  assert.ok(world.player.position < 0.5);
  world.send(frame(3, json([{ start: 7, end: 10, from: 1.2, to: 1.5 }] as unknown as object)));
  for (const bytes of [second, end(2 * rate)]) world.send(bytes);
  world.close();
  await done;
  assert.ok(Math.abs(world.player.position - 1.2) < 0.01, String(world.player.position));
});

test('an error frame ends it with the server’s own words', async () => {
  const world = new World();
  const done = world.player.speak({ text: 'Hello' });
  await settle();
  world.send(meta);
  world.send(frame(5, json({ kind: 'replaced', detail: 'the same session plays something newer', status: 409 })));
  world.close();
  await done;
  assert.equal(world.player.problem?.kind, 'replaced');
});

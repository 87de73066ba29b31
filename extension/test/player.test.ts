import assert from 'node:assert/strict';
import { test } from 'node:test';
import { silenceAfter, silenceBefore, wordSeconds } from './fake-server.ts';
import { World, readingOf, settings, settle } from './world.ts';

const near = (actual: number, expected: number, within: number): void => assert.ok(Math.abs(actual - expected) <= within, `${actual} is not ${expected}`);
const words = (from: number, to: number): string => Array.from({ length: to - from + 1 }, (_, i) => `W${from + i}`).join(' ');

test('a text is asked for sentence by sentence, each with what the server needs to know', async () => {
  const world = new World();
  await world.play(['One two. Three four.', 'Five six.']);
  await world.clock.run(8);
  assert.deepEqual(world.server.texts, ['One two.', 'Three four.', 'Five six.']);
  const { text, signal, ...first } = world.server.asked[0]!;
  assert.deepEqual(first, { voice: 'v', session: 's1', intent: 'play', format: 'frames', words: true, authorization: 'Bearer secret' });
  assert.deepEqual(world.server.asked.map(({ intent }) => intent), ['play', 'prefetch', 'prefetch']);
  assert.deepEqual(world.states, ['loading', 'playing', 'ended']);
});

test('no more than two sentences are asked for before they are heard', async () => {
  const world = new World();
  const blocks = Array.from({ length: 12 }, (_, i) => `${words(i * 10, i * 10 + 4)}.`);
  await world.play(blocks);
  for (let second = 0; second < 20; second++) {
    await world.clock.run(1);
    const heard = blocks.indexOf(world.sentence!);
    assert.equal(world.server.texts.length, Math.min(blocks.length, heard + 3), `in second ${second}`);
  }
});

test('sentences follow each other without a gap, with the pauses of the server', async () => {
  const world = new World();
  await world.play(['One two. Three four.', 'Heading', 'Five six.']);
  await world.clock.run(15);
  const { played } = world.clock.out;
  for (let i = 1; i < played.length; i++) near(played[i]!.at, played[i - 1]!.at + played[i - 1]!.samples.length / 24000, 1e-9);
  const starts = ['One', 'Three', 'Heading', 'Five'].map((word) => world.places.find((place) => world.textOf(place.word) === word)!.due / 1000);
  near(starts[1]! - starts[0]!, 2 * wordSeconds + silenceAfter + silenceBefore, 0.02); // 0.45 s, all of it the voice's own
  near(starts[2]! - starts[1]!, 2 * wordSeconds + 0.9 + silenceBefore - 0.07, 0.02);
  near(starts[3]! - starts[2]!, wordSeconds + 0.75 + silenceBefore - 0.07, 0.02);
});

test('each word is announced once, in order, early, and with the time at which it is heard', async () => {
  const world = new World();
  world.clock.out.late = 0.12;
  const begun = world.clock.now;
  await world.play(['Alpha beta (gamma) delta.']);
  const arrivals: number[] = [];
  for (let step = 0; step < 60; step++) {
    const before = world.places.length;
    await world.clock.run(0.05);
    for (let i = before; i < world.places.length; i++) arrivals.push(world.places[i]!.due - world.clock.now);
  }
  assert.deepEqual(world.announced, ['Alpha', 'beta', 'delta.']); // what is left out is never lit
  const first = begun + (0.05 + 0.12 + silenceBefore) * 1000; // the lead of the output, its latency, the voice's own silence
  world.places.filter(({ word }) => word !== null).forEach(({ due }, i) => near(due, first + i * wordSeconds * 1000, 20));
  assert.ok(arrivals.slice(2).every((ahead) => ahead >= 100 && ahead <= 200), String(arrivals));
});

test('a pause freezes all clocks, takes back what was announced too early, and goes on exactly there', async () => {
  const world = new World();
  await world.play([`${words(1, 9)}.`]);
  await world.clock.run(1.15);
  assert.equal(world.announced.at(-1), 'W5'); // which is heard 150 ms later
  world.player.toggle();
  const [heard, due, word] = [world.heard().all, world.places.at(-1)!.due, world.word];
  assert.equal(due, world.clock.now);
  assert.equal(world.textOf(world.places.at(-1)!.word), word);
  await world.clock.run(60);
  assert.equal(world.heard().all, heard);
  assert.equal(world.word, word);
  assert.equal(world.player.status.state, 'paused');
  const resumed = world.clock.now;
  world.player.toggle();
  await world.clock.run(0.35);
  const next = world.places.find((place) => place.due > resumed)!;
  assert.equal(world.textOf(next.word), 'W5');
  near(next.due, resumed + 150, 20);
});

test('speed counts at once, without asking again, and in the announced times', async () => {
  const world = new World();
  await world.play([`${words(1, 20)}.`]);
  await world.clock.run(1.1);
  world.player.applySettings({ ...settings, speed: 2 });
  const [changed, from] = [world.clock.now, world.places.length];
  await world.clock.run(2);
  assert.equal(world.server.asked.length, 1);
  const w10 = world.places.slice(from).find((place) => world.textOf(place.word) === 'W10')!;
  near(w10.due, changed + 50 + ((silenceBefore + 9 * wordSeconds - 1.05) / 2) * 1000, 20);
});

test('back goes to the start of the sentence, and from there to the one before', async () => {
  const world = new World();
  await world.play([`${words(1, 8)}. ${words(11, 18)}. ${words(21, 28)}.`]);
  await world.clock.run(5);
  assert.equal(world.word, 'W17');
  world.player.back();
  await world.clock.run(0.3);
  assert.equal(world.word, 'W11');
  world.player.back();
  await world.clock.run(0.3);
  assert.equal(world.word, 'W1');
  world.player.back();
  await world.clock.run(0.3);
  assert.equal(world.word, 'W1');
  world.player.forward();
  world.player.forward();
  await world.clock.run(0.3);
  assert.equal(world.word, 'W21');
  assert.equal(world.server.asked.length, 3); // all of it was there
  world.player.forward();
  assert.equal(world.player.status.state, 'ended');
});

test('back and forward while paused stay paused', async () => {
  const world = new World();
  await world.play(['One two. Three four.']);
  await world.clock.run(0.5);
  world.player.toggle();
  world.player.forward();
  await world.clock.run(3);
  assert.equal(world.player.status.state, 'paused');
  assert.equal(world.sentence, 'Three four.');
});

test('a jump goes to a word that is there, and asks for one that is not', async () => {
  const world = new World();
  const blocks = Array.from({ length: 9 }, (_, i) => `${words(i * 10, i * 10 + 4)}.`);
  await world.play(blocks);
  await world.clock.run(0.5);
  world.player.jump({ block: 1, offset: 5 }); // in W11
  await world.clock.run(0.3);
  assert.equal(world.word, 'W11');
  const before = world.server.asked.length;
  world.player.jump({ block: 7, offset: 8 }); // in W72
  await world.clock.run(0.3);
  assert.equal(world.word, 'W72');
  assert.deepEqual([world.server.asked[before]!.text, world.server.asked[before]!.intent], ['W72 W73 W74.', 'play']);
  world.player.jump({ block: 0, offset: 0 });
  await world.clock.run(0.3);
  assert.equal(world.word, 'W0');
});

test('reading begins where the reading says, and a snapshot brings it back there', async () => {
  const world = new World();
  await world.play(['One two three. Four five six.'], { start: { block: 0, offset: 20 } });
  assert.equal(world.server.texts[0], 'five six.');
  await world.clock.run(0.5);
  world.player.stop();
  assert.deepEqual(world.kept.at(-1), { reading: world.reading, place: { block: 0, offset: 25 }, tab: 7 });
  assert.deepEqual(world.over, ['r1']);
  assert.equal(world.player.status.state, 'idle');
});

test('the place is kept at each sentence and at a pause, and forgotten at the end', async () => {
  const world = new World();
  await world.play(['One two. Three four.']);
  await world.clock.run(0.5);
  world.player.toggle();
  world.player.toggle();
  await world.clock.run(5);
  assert.deepEqual(world.kept.map((each) => each?.place.offset ?? null), [0, 4, 9, null]);
  assert.deepEqual(world.over, ['r1']);
});

test('a second text takes the place of the first at once', async () => {
  const world = new World();
  await world.play([`${words(1, 30)}.`]);
  await world.clock.run(1);
  await world.play(['New text.'], { id: 'r2' });
  assert.deepEqual(world.over, ['r1']);
  assert.deepEqual([world.server.asked.at(-1)!.text, world.server.asked.at(-1)!.intent], ['New text.', 'play']);
  await world.clock.run(0.2);
  assert.equal(world.word, 'New');
  assert.ok(world.clock.out.played.filter(({ at, samples }) => samples.length > 0 && at < 1.05 && at + samples.length / 24000 > 1.05).every(({ isStopped }) => isStopped));
});

test('another voice speaks from the next sentence on', async () => {
  const world = new World();
  await world.play([`${words(1, 9)}. ${words(11, 15)}. ${words(21, 25)}. ${words(31, 35)}.`]);
  await world.clock.run(1);
  assert.equal(world.server.asked.length, 3);
  world.player.applySettings({ ...settings, voice: 'other' });
  await settle();
  assert.deepEqual(world.server.asked.slice(3).map(({ text, voice }) => [text, voice]), [[`${words(11, 15)}.`, 'other'], [`${words(21, 25)}.`, 'other']]);
  await world.clock.run(10);
  assert.equal(world.announced.join(' '), `${words(1, 9)}. ${words(11, 15)}. ${words(21, 25)}. ${words(31, 35)}.`);
});

test('progress and the time left are those of what is heard', async () => {
  const world = new World();
  await world.play(Array.from({ length: 10 }, () => 'Abc def ghi jkl.'));
  assert.deepEqual([world.player.status.progress, world.player.status.title], [0, 'A page']);
  await world.clock.run(5 * (4 * wordSeconds + 0.88) + 0.2);
  near(world.player.status.progress, 0.5, 0.02);
  near(world.player.status.secondsLeft!, 5 * (4 * wordSeconds + 0.88), 1);
  world.player.applySettings({ ...settings, speed: 2 });
  near(world.player.status.secondsLeft!, 2.5 * (4 * wordSeconds + 0.88), 1);
});

test('a long listening keeps some minutes of sound, and what lies farther back is asked for again', async () => {
  const world = new World();
  const blocks = Array.from({ length: 24 }, (_, i) => `${words(i * 100, i * 100 + 79)}.`); // some 25 s each
  await world.play(blocks);
  for (let i = 0; i < 23; i++) {
    await world.clock.run(0.1);
    world.player.forward();
  }
  await world.clock.run(0.1);
  assert.equal(world.server.asked.length, blocks.length);
  const asked = world.server.asked.length;
  world.player.jump({ block: 12, offset: 0 });
  await world.clock.run(0.2);
  assert.equal(world.server.asked.length, asked);
  world.player.jump({ block: 1, offset: 0 });
  await world.clock.run(0.4);
  assert.equal(world.server.asked[asked]!.text, blocks[1]);
  assert.equal(world.word, 'W100');
});

test('five minutes after the end nobody needs the player, but a pause lasts', async () => {
  const world = new World();
  await world.play(['One two.']);
  await world.clock.run(0.5);
  world.player.toggle();
  await world.clock.run(400);
  assert.equal(world.closes, 0);
  world.player.toggle();
  await world.clock.run(3);
  assert.equal(world.player.status.state, 'ended');
  await world.clock.run(295);
  assert.equal(world.closes, 0);
  await world.clock.run(10);
  assert.equal(world.closes, 1);
  assert.equal(world.clock.pending, 0);
});

test('a reading that failed and then was stopped leaves nothing that closes the player while the next one is read', async () => {
  const world = new World();
  world.server.isDown = true;
  await world.play(['One two.']);
  await world.clock.run(0.2);
  assert.equal(world.player.status.state, 'failed');
  world.player.stop();
  world.server.isDown = false;
  await world.play(['One two.'], { id: 'r2' });
  await world.clock.run(0.3);
  world.player.toggle(); // a pause lasts
  await world.clock.run(310);
  assert.equal(world.closes, 0);
});

test('a text without anything to read is refused with a sentence, and what was read before is over', async () => {
  const world = new World();
  await world.play(['One two three.']);
  await world.clock.run(0.5);
  const answer = world.player.play(readingOf(['  ', ''], { id: 'r2' }), null, settings);
  assert.ok(!answer.ok && answer.problem.kind === 'nothing_to_read');
  assert.deepEqual([world.over, world.states.at(-1), world.clock.pending], [['r1'], 'idle', 0]);
});

test('after the end the toggle reads it again', async () => {
  const world = new World();
  await world.play(['One two.']);
  await world.clock.run(3);
  world.player.toggle();
  await world.clock.run(0.5);
  assert.deepEqual([world.player.status.state, world.word], ['playing', 'two.']);
});

for (const [how, end, begin] of [
  ['its end by the toggle', (world) => world.clock.run(3), (world) => world.player.toggle()],
  ['its end by a jump', (world) => world.clock.run(3), (world) => world.player.jump({ block: 0, offset: 4 })],
  ['its end by going back', (world) => world.clock.run(3), (world) => world.player.back()],
  ['a stop', (world) => world.player.stop(), (world) => world.player.toggle()],
] as const satisfies readonly (readonly [string, (world: World) => void | Promise<void>, (world: World) => void])[]) {
  test(`a reading that begins again after ${how} says so, since its page has been told that it is over, and can be looked for`, async () => {
    const world = new World();
    await world.play(['One two.']);
    await world.clock.run(0.5);
    await end(world);
    assert.deepEqual([world.over, world.again], [['r1'], []]);
    begin(world);
    assert.equal(world.kept.at(-1)?.reading.id, 'r1');
    await world.clock.run(0.3);
    assert.deepEqual([world.player.status.state, world.again], ['playing', [['r1', 7]]]);
  });
}

test('a reading that goes on where it failed is still followed, and one from no page by nobody', async () => {
  const world = new World();
  world.server.isDown = true;
  await world.play(['One two.']);
  await world.clock.run(0.2);
  world.server.isDown = false;
  world.player.toggle();
  await world.clock.run(0.3);
  world.player.play(readingOf(['Three.'], { id: 'r2' }), null, settings);
  await world.clock.run(3);
  world.player.toggle();
  assert.deepEqual([world.player.status.state, world.again], ['loading', []]);
});

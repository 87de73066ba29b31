import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutAfter, cutWithin, problem } from './fake-server.ts';
import { World, settings } from './world.ts';

const three = ['One two three. Four five six. Seven eight nine.'];
const all = 'One two three. Four five six. Seven eight nine.';

test('a server that goes away is waited for, and reading goes on at the same word', async () => {
  const world = new World();
  world.server.instead.push(() => {
    world.server.isDown = true;
    return cutAfter('One two three.', 5)(); // the first word, and no sound of the second
  });
  await world.play(three);
  await world.clock.run(4);
  assert.equal(world.lit, 'One');
  assert.equal(world.player.status.state, 'waiting');
  const looks = world.server.looks;
  world.server.isDown = false;
  await world.clock.run(10);
  assert.equal(world.player.status.state, 'ended');
  assert.equal(world.announced.join(' '), all); // nothing twice, nothing left out
  assert.ok(looks >= 3 && looks <= 4, `${looks} looks in 4 s`);
});

test('while the server is away what has come is played, and the state and a sentence say so', async () => {
  const world = new World();
  await world.play(['One two three. Four five six.', 'Seven.', 'Eight nine ten.']);
  world.server.isDown = true;
  await world.clock.run(6);
  assert.equal(world.player.status.state, 'waiting');
  assert.match(world.player.status.problem!.detail, /goes on where it was/);
  assert.equal(world.announced.join(' '), 'One two three. Four five six. Seven.');
  await world.clock.run(54);
  assert.ok(world.server.looks >= 15 && world.server.looks <= 22, `${world.server.looks} looks in a minute`);
  world.server.isDown = false;
  await world.clock.run(8);
  assert.equal(world.announced.join(' '), 'One two three. Four five six. Seven. Eight nine ten.');
  assert.deepEqual(world.states, ['loading', 'playing', 'waiting', 'playing', 'ended']);
  assert.equal(world.player.status.problem, null);
});

test('what has come is played whole at another speed, too', async () => {
  const world = new World();
  await world.play(['One two.', 'Three.', 'Four.', 'Five six.'], {}, { speed: 1.5 });
  world.server.isDown = true;
  await world.clock.run(8);
  assert.equal(world.player.status.state, 'waiting');
  assert.equal(world.announced.at(-1), 'Four.');
  assert.ok(world.heard().loud > (4 * 0.3) / 1.5 - 0.05, String(world.heard().loud));
  world.server.isDown = false;
  await world.clock.run(8);
  assert.equal(world.announced.join(' '), 'One two. Three. Four. Five six.');
});

test('a stream that is cut is asked for once more from its first word that is not whole', async () => {
  const world = new World();
  world.server.instead.push(cutAfter('One two three.', 5)); // meta, silence, One and its sound, and where two would be
  await world.play(three);
  assert.deepEqual(world.server.texts.slice(0, 2), ['One two three.', 'two three.']);
  await world.clock.run(8);
  assert.equal(world.announced.join(' '), all);
  assert.ok(!world.states.includes('waiting'));
  assert.ok(Math.abs(world.heard().loud - 9 * 0.3) < 0.01, String(world.heard().loud));
});

test('half a word is not heard, but all of it when it is spoken again', async () => {
  const world = new World();
  let cut!: () => void;
  world.server.instead.push(cutWithin('One two three.', 5, new Promise((resolve) => (cut = resolve))));
  await world.play(three);
  await world.clock.run(0.3); // the half is with the loudspeaker by now
  world.server.isDown = true;
  cut();
  await world.clock.run(3);
  assert.ok(Math.abs(world.heard().loud - 0.3) < 0.01, String(world.heard().loud));
  world.server.isDown = false;
  await world.clock.run(8);
  assert.equal(world.lit, all);
  assert.ok(Math.abs(world.heard().loud - 9 * 0.3) < 0.01, String(world.heard().loud));
});

test('at another speed, too, the words before a cut are heard to their ends, and what follows is as loud as ever', async () => {
  const world = new World();
  world.server.instead.push(() => {
    world.server.isDown = true;
    return cutAfter('One two three.', 6)();
  });
  await world.play(three, {}, { speed: 1.5 });
  await world.clock.run(3);
  assert.equal(world.player.status.state, 'waiting');
  assert.ok(Math.abs(world.heard().loud - (2 * 0.3) / 1.5) < 0.03, String(world.heard().loud));
  world.server.isDown = false;
  await world.clock.run(8);
  assert.equal(world.lit, all);
  assert.ok(Math.abs(world.heard().loud - (9 * 0.3) / 1.5) < 0.06, String(world.heard().loud));
});

test('a second outage is looked after as closely as the first', async () => {
  const world = new World();
  await world.play(Array.from({ length: 20 }, (_, i) => `Number${i}.`));
  world.server.isDown = true;
  await world.clock.run(30);
  world.server.isDown = false;
  await world.clock.run(6);
  assert.equal(world.player.status.state, 'playing');
  world.server.isDown = true;
  await world.clock.run(3);
  const looks = world.server.looks;
  await world.clock.run(4);
  assert.equal(world.server.looks, looks + 4);
});

test('a stream that is cut twice is waited for', async () => {
  const world = new World();
  world.server.instead.push(cutAfter('One two three.', 5), cutAfter('two three.', 5));
  await world.play(three);
  assert.deepEqual(world.server.texts, ['One two three.', 'two three.']);
  assert.equal(world.player.status.state, 'waiting');
  await world.clock.run(10);
  assert.equal(world.announced.join(' '), all);
});

for (const [status, kind] of [[503, 'full'], [429, 'too_many']] as const) {
  test(`a server that answers ${status} is asked again when it said, and not before`, async () => {
    const world = new World();
    world.server.instead.push(problem(status, kind, { retry_after: 4 }));
    await world.play(three);
    await world.clock.run(3.9);
    assert.equal(world.player.status.state, 'waiting');
    assert.equal(world.server.asked.length, 1);
    await world.clock.run(0.5);
    assert.equal(world.player.status.state, 'playing');
    assert.equal(world.player.status.problem, null);
  });
}

test('a server that is full again and again never looks as if it were there', async () => {
  const world = new World();
  world.server.instead.push(...Array.from({ length: 4 }, () => problem(503, 'starting')));
  await world.play(three);
  await world.clock.run(4.5);
  assert.deepEqual(world.states, ['loading', 'waiting', 'playing']);
});

test('a server that hangs is given up after a while, and asked again', async () => {
  const world = new World();
  world.server.instead.push(() => new Promise<Response>((_, reject) => world.server.asked[0]!.signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))));
  await world.play(three);
  await world.clock.run(39);
  assert.equal(world.player.status.state, 'loading');
  await world.clock.run(3);
  assert.equal(world.player.status.state, 'playing');
});

for (const status of [401, 403]) {
  test(`a token that is refused with ${status} asks for pairing, after what has come is heard`, async () => {
    const world = new World();
    world.server.always.set('Four five six.', problem(status, 'token_wrong'));
    await world.play(three);
    assert.equal(world.player.status.state, 'playing');
    assert.equal(world.player.status.problem?.kind, 'pairing_needed');
    await world.clock.run(4);
    assert.equal(world.player.status.state, 'failed');
    assert.deepEqual(world.kept.at(-1)?.place, { block: 0, offset: 15 });
    world.server.always.clear();
    world.player.toggle();
    await world.clock.run(6);
    assert.equal(world.announced.join(' '), all);
  });
}

test('a new token is tried at once', async () => {
  const world = new World();
  world.server.always.set('Four five six.', problem(401, 'token_wrong'));
  await world.play(three);
  world.server.always.clear();
  world.player.applySettings({ ...settings, token: 'new' });
  await world.clock.run(8);
  assert.equal(world.server.asked.at(-1)!.authorization, 'Bearer new');
  assert.equal(world.announced.join(' '), all);
});

test('a server that is not there at the start fails with what to do, and is not waited for', async () => {
  const world = new World();
  world.server.isDown = true;
  await world.play(three);
  await world.clock.run(1);
  assert.deepEqual(world.states, ['loading', 'failed']);
  assert.match(world.player.status.problem!.detail, /kokoro serve/);
  world.server.isDown = false;
  world.player.toggle();
  await world.clock.run(1);
  assert.equal(world.player.status.state, 'playing');
});

test('a sentence that cannot be spoken is left out, and that is said while reading goes on', async () => {
  const world = new World();
  world.server.always.set('Слово', problem(422, 'nothing_speakable'));
  await world.play(['One two three.', 'Слово', 'Four five six.', 'Seven.', 'Eight.', 'Nine.']);
  await world.clock.run(2);
  assert.equal(world.sentence, 'Four five six.');
  assert.equal(world.player.status.problem?.kind, 'sentence_skipped');
  assert.match(world.player.status.problem.detail, /^a sentence was left out, because it is nothing_speakable$/);
  world.player.back(); // over the sentence that cannot be heard
  await world.clock.run(0.2);
  assert.equal(world.sentence, 'One two three.');
  await world.clock.run(15);
  assert.equal(world.lit, 'One two three. Four One two three. Four five six. Seven. Eight. Nine.');
  assert.equal(world.player.status.problem, null);
});

test('a text of which nothing can be spoken fails with the reason', async () => {
  const world = new World();
  for (const text of ['Слово', 'Текст']) world.server.always.set(text, problem(422, 'nothing_speakable'));
  await world.play(['Слово', 'Текст']);
  await world.clock.run(1);
  assert.deepEqual([world.player.status.state, world.player.status.problem?.kind], ['failed', 'sentence_skipped']);
});

test('a voice that is not there ends the reading instead of leaving out all of it', async () => {
  const world = new World();
  world.server.instead.push(problem(422, 'voice_unknown', { field: 'voice' }));
  await world.play(three);
  await world.clock.run(1);
  assert.deepEqual([world.player.status.state, world.player.status.problem?.kind, world.server.asked.length], ['failed', 'voice_unknown', 1]);
});

test('something else at the address ends the reading and says so', async () => {
  const world = new World();
  world.server.instead.push(() => new Response('<html>', { status: 404 }));
  await world.play(three);
  await world.clock.run(1);
  assert.deepEqual([world.player.status.state, world.player.status.problem?.kind], ['failed', 'foreign_server']);
});

test('a pause during an outage stays a pause', async () => {
  const world = new World();
  await world.play([...three, 'Ten.', 'Eleven.']);
  world.server.isDown = true;
  await world.clock.run(3);
  assert.equal(world.player.status.state, 'waiting');
  world.player.toggle();
  world.server.isDown = false;
  await world.clock.run(20);
  assert.equal(world.player.status.state, 'paused');
  world.player.toggle();
  await world.clock.run(10);
  assert.equal(world.lit, `${all} Ten. Eleven.`);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal, Server, unreachable } from '../src/offscreen/server.ts';
import type { Voice } from '../src/shared/server.ts';
import { Commands, type CommandParts } from '../src/voices/commands.ts';
import { Engine } from '../src/voices/engine.ts';
import type { SpeechEvent, ToEngine } from '../src/voices/messages.ts';
import { requestIdOf } from '../src/voices/request-id.ts';
import { browserVoices, chosen, languageOf } from '../src/voices/voice-list.ts';
import { FakeServer, problem } from './fake-server.ts';
import { FakeClock, settings, settle } from './world.ts';

const list: Voice[] = [
  { id: 'am_aster', name: 'Aster', language: 'en-us' },
  { id: 'bf_wren', name: 'Wren', language: 'en-gb' },
  { id: 'ef_dora', name: 'Dora', language: 'es' },
  { id: 'pf_dora', name: 'Dora', language: 'pt' },
];

class EngineWorld {
  readonly clock = new FakeClock();
  readonly server = new FakeServer();
  readonly events: [number, SpeechEvent, number][] = [];
  volume = -1;
  closes = 0;
  readonly engine = new Engine(
    { fetch: this.server.fetch, createOut: () => this.clock.out, every: this.clock.every, after: this.clock.after, now: () => this.clock.now, session: 's', setVolume: (volume) => (this.volume = volume) },
    { speech: (request, event) => this.events.push([request, event, this.clock.now]), close: () => this.closes++ },
  );

  speak(request: number, text: string, speed = 1, volume = 1): Promise<void> {
    this.engine.speak({ request, text, settings: { ...settings, speed, voice: 'bf_wren' }, volume });
    return settle();
  }

  of(request: number): string[] {
    return this.events.filter(([id]) => id === request).map(([, { type, charIndex, length }]) => (type === 'word' ? `${charIndex}+${length}` : type));
  }
}

test('an utterance starts, says each word when it is heard, and ends', async () => {
  const world = new EngineWorld();
  await world.speak(4, 'One two. (left) Three.', 1, 0.5);
  await world.clock.run(5);
  assert.deepEqual(world.of(4), ['start', '0+3', '4+4', '16+6', 'end']);
  assert.equal(world.volume, 0.5);
  assert.equal(world.server.asked[0]!.voice, 'bf_wren');
  const words = world.events.filter(([, { type }]) => type === 'word').map(([, , at]) => at);
  assert.ok(Math.abs(words[1]! - words[0]! - 300) <= 50, String(words)); // of the fake clock's steps
});

test('what is stopped is interrupted, what never began is cancelled, and a newer one is heard', async () => {
  const world = new EngineWorld();
  await world.speak(1, 'One two three.');
  await world.clock.run(0.5);
  await world.speak(2, 'Four.');
  world.engine.stop();
  await world.speak(3, 'Five.');
  await world.clock.run(3);
  assert.deepEqual([world.of(1).at(-1), world.of(2), world.of(3)], ['interrupted', ['cancelled'], ['start', '0+5', 'end']]);
});

test('a pause tells no word before it is over, and none twice', async () => {
  const world = new EngineWorld();
  await world.speak(1, 'One two three.');
  await world.clock.run(0.6);
  world.engine.pause();
  world.engine.pause();
  const before = world.of(1);
  await world.clock.run(10);
  assert.deepEqual(world.of(1), before);
  world.engine.resume();
  await world.clock.run(3);
  assert.deepEqual(world.of(1), ['start', '0+3', '4+3', '8+6', 'end']);
});

test('no server, and no pairing, are errors with a sentence', async () => {
  const world = new EngineWorld();
  world.server.isDown = true;
  await world.speak(1, 'One.');
  await world.clock.run(0.2);
  assert.deepEqual(world.events[0]!.slice(0, 2), [1, { type: 'error', errorMessage: 'Kokoro does not answer; start it with ./kokoro serve.' }]);
  world.server.isDown = false;
  world.server.instead.push(problem(401, 'token_wrong'));
  await world.speak(2, 'Two.');
  await world.clock.run(0.2);
  assert.match(world.events[1]![1].errorMessage!, /pair it again\.$/);
  assert.equal(world.events.length, 2);
});

test('an utterance that failed leaves nothing that closes the player while a later one is heard', async () => {
  const world = new EngineWorld();
  world.server.isDown = true;
  await world.speak(1, 'One.');
  await world.clock.run(0.2);
  world.server.isDown = false;
  await world.speak(2, 'Two three.');
  world.engine.pause();
  await world.clock.run(310);
  assert.equal(world.closes, 0);
  world.engine.resume();
  await world.clock.run(3);
  assert.equal(world.of(2).at(-1), 'end');
});

test('an utterance of nothing ends at once', async () => {
  const world = new EngineWorld();
  await world.speak(1, ' ');
  assert.deepEqual(world.of(1), ['end']);
});

test('the browser sees the voices with its own names for languages', () => {
  assert.deepEqual(browserVoices(list).map(({ voiceName, lang }) => [voiceName, lang]), [['Kokoro Aster', 'en-US'], ['Kokoro Wren', 'en-GB'], ['Kokoro Dora (ef_dora)', 'es'], ['Kokoro Dora (pf_dora)', 'pt']]);
  assert.equal(languageOf('zh-hans-cn'), 'zh-hans-CN');
});

for (const [name, language, id] of [
  ['Kokoro Wren', 'en-US', 'bf_wren'],
  ['Kokoro', 'es-MX', 'ef_dora'],
  ['Kokoro', 'en-GB', 'bf_wren'],
  [undefined, 'en-AU', 'am_aster'],
  ['Kokoro', 'de', null],
  ['Kokoro', undefined, null],
] as const) {
  test(`the voice for ${name} in ${language} is ${id}`, () => assert.equal(chosen(list, name, language), id));
}

test('the number of an utterance is learned, and nothing is sent for it', () => {
  const sent: number[] = [];
  const engine = { sendTtsEvent: (request: number, _: SpeechEvent) => void sent.push(request) };
  assert.equal(requestIdOf((event) => engine.sendTtsEvent(12, event), engine), 12);
  engine.sendTtsEvent(1, { type: 'end' });
  assert.deepEqual(sent, [1]);
  assert.equal(requestIdOf(() => {}, engine), null);
});

const commandsWith = (change: Partial<CommandParts>): { commands: Commands; sent: ToEngine[]; reported: [number, SpeechEvent][]; shown: string[] } => {
  const [sent, reported, shown] = [[] as ToEngine[], [] as [number, SpeechEvent][], [] as string[]];
  const commands = new Commands({
    settings: () => Promise.resolve(settings),
    voices: () => Promise.resolve(list),
    knownVoices: () => Promise.resolve(list),
    keepVoices: () => Promise.resolve(),
    updateVoices: (voices) => void shown.push(...voices.map(({ voiceName }) => voiceName)),
    openPlayer: () => Promise.resolve(),
    hasPlayer: () => Promise.resolve(true),
    send: (message) => Promise.resolve(sent.push(message)),
    report: (request, event) => void reported.push([request, event]),
    ...change,
  });
  return { commands, sent, reported, shown };
};

test('an utterance goes to the player with its voice, rate and volume', async () => {
  const { commands, sent } = commandsWith({});
  await commands.speak(3, 'One.', { voiceName: 'Kokoro Wren', rate: 1.5, volume: 0.3 });
  await commands.speak(4, 'Two.', { lang: 'de' });
  const [first, second] = sent.map((message) => (message.type === 'speak' ? message.utterance : null));
  assert.deepEqual(first, { request: 3, text: 'One.', settings: { ...settings, voice: 'bf_wren', speed: 1.5 }, volume: 0.3 });
  assert.deepEqual([second?.settings.voice, second?.settings.speed, second?.volume], ['v', 1, 1]);
});

test('a stop that comes while the player is being made comes after what it stops', async () => {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  const { commands, sent } = commandsWith({ openPlayer: () => opened });
  const both = [commands.speak(1, 'One.', {}), commands.tell('stop')];
  open();
  await Promise.all(both);
  assert.deepEqual(sent.map(({ type }) => type), ['speak', 'stop']);
});

test('without pairing, and without a player, an utterance ends with a sentence', async () => {
  const unpaired = commandsWith({ settings: () => Promise.resolve({ ...settings, token: null }) });
  await unpaired.commands.speak(1, 'One.', {});
  assert.match(unpaired.reported[0]![1].errorMessage!, /not paired/);
  const broken = commandsWith({ openPlayer: () => Promise.reject(new Error('no room')) });
  await broken.commands.speak(1, 'One.', {});
  assert.match(broken.reported[0]![1].errorMessage!, /no room/);
});

test('nobody is told to pause where nobody speaks', async () => {
  const { commands, sent } = commandsWith({ hasPlayer: () => Promise.resolve(false) });
  await commands.tell('pause');
  assert.deepEqual(sent, []);
});

test('the list of voices is the server’s, and stays while it is away', async () => {
  const there = commandsWith({});
  await there.commands.refresh();
  assert.equal(there.shown.length, 4);
  const away = commandsWith({ voices: () => Promise.reject(new Refusal(unreachable)) });
  await away.commands.refresh();
  assert.deepEqual(away.shown, []);
});

test('voices are asked for with the token; a refusal says why', async () => {
  const [server, clock] = [new FakeServer(), new FakeClock()];
  assert.equal((await new Server(server.fetch, () => settings, clock.after).voices())[0]!.id, 'am_aster');
  const refuse = (_: string, init: RequestInit): Promise<Response> => Promise.resolve(new Response(JSON.stringify({ detail: new Headers(init.headers).get('authorization') }), { status: 401 }));
  await assert.rejects(new Server(refuse, () => settings, clock.after).voices(), (error) => error instanceof Refusal && error.problem.status === 401 && error.problem.detail === 'Bearer secret');
});

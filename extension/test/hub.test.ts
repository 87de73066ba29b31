import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hub, type Port } from '../src/offscreen/hub.ts';
import { MediaKeys } from '../src/offscreen/media-keys.ts';
import { ReadingPlayer } from '../src/offscreen/player.ts';
import type { PlayerToReader, PlayerToView, ReaderToPlayer, ViewToPlayer } from '../src/shared/messages.ts';
import { FakeServer } from './fake-server.ts';
import { FakeClock, readingOf, settings, settle } from './world.ts';

class FakePort<In, Out> implements Port<In, Out> {
  readonly got: Out[] = [];
  isClosed = false;
  say!: (message: In) => void;
  leave: () => void = () => {};
  readonly onMessage = { addListener: (act: (message: In) => void) => (this.say = act) };
  readonly onDisconnect = { addListener: (act: () => void) => (this.leave = act) };
  postMessage(message: Out): void {
    assert.ok(!this.isClosed, 'a message to a port that is closed');
    this.got.push(message);
  }
  disconnect(): void {
    this.isClosed = true;
  }
}

function start(): { clock: FakeClock; hub: Hub; player: ReadingPlayer; play: (id: string) => Promise<void>; left: string[] } {
  const [clock, server] = [new FakeClock(), new FakeServer()];
  const left: string[] = [];
  const hub: Hub = new Hub(() => player, (reading) => left.push(reading));
  const player: ReadingPlayer = new ReadingPlayer(
    { fetch: server.fetch, createOut: () => clock.out, every: clock.every, after: clock.after, now: () => clock.now, session: 's' },
    { changed: () => hub.changed(), place: (message) => hub.place(message), over: (id) => hub.over(id), again: () => {}, keep: () => {}, close: () => {} },
    settings,
  );
  const play = async (id: string): Promise<void> => {
    player.play(readingOf(['One two three. Four five six.'], { id }), null, settings);
    await settle();
  };
  return { clock, hub, player, play, left };
}

const reader = (hub: Hub, reading: string): FakePort<ReaderToPlayer, PlayerToReader> => {
  const port = new FakePort<ReaderToPlayer, PlayerToReader>();
  hub.addReader(port);
  port.say({ type: 'hello', reading });
  return port;
};
const view = (hub: Hub): FakePort<ViewToPlayer, PlayerToView> => {
  const port = new FakePort<ViewToPlayer, PlayerToView>();
  hub.addView(port);
  return port;
};

test('a reader is told where reading is, also when it comes later, and that it is over', async () => {
  const { clock, hub, play } = start();
  await play('r1');
  await clock.run(0.5);
  const port = reader(hub, 'r1');
  assert.equal(port.got[0]?.type, 'place');
  await clock.run(5);
  assert.deepEqual([port.got.at(-1), port.isClosed], [{ type: 'over' }, true]);
});

test('a reader of another reading is sent away, and has nothing to say any more', async () => {
  const { clock, hub, player, play } = start();
  await play('r1');
  const old = reader(hub, 'r1');
  await play('r2');
  assert.ok(old.isClosed);
  old.say({ type: 'stop' });
  const late = reader(hub, 'r1');
  assert.deepEqual([late.got, late.isClosed], [[{ type: 'over' }], true]);
  await clock.run(0.3);
  assert.equal(player.status.state, 'playing');
});

test('a page that goes while it is read is told of, since it may be loaded anew; one that comes and goes later is not', async () => {
  const { hub, player, play, left } = start();
  await play('r1');
  reader(hub, 'r1').leave();
  assert.deepEqual(left, ['r1']);
  reader(hub, 'r0').leave();
  const [first, second] = [reader(hub, 'r1'), reader(hub, 'r1')];
  first.leave(); // the page has a newer one
  player.stop();
  second.leave();
  assert.deepEqual(left, ['r1']);
});

test('a reader jumps and stops', async () => {
  const { clock, hub, player, play } = start();
  await play('r1');
  const port = reader(hub, 'r1');
  port.say({ type: 'jump', place: { block: 0, offset: 16 } });
  await clock.run(0.2);
  assert.deepEqual(player.status.sentence, { block: 0, start: 15, end: 29 });
  port.say({ type: 'stop' });
  assert.deepEqual([player.status.state, port.isClosed], ['idle', true]);
});

test('a view gets the text and the status, then what changes, and each only once', async () => {
  const { clock, hub, play } = start();
  const port = view(hub);
  assert.deepEqual(port.got.map(({ type }) => type), ['text', 'status']);
  await play('r1');
  await clock.run(6);
  const texts = port.got.filter((message) => message.type === 'text').map(({ reading }) => reading?.id ?? null);
  assert.deepEqual(texts, [null, 'r1']);
  const statuses = port.got.filter((message) => message.type === 'status').map(({ status }) => JSON.stringify(status));
  assert.ok(statuses.length < 25, `${statuses.length} messages for six words`);
  assert.ok(statuses.every((status, i) => status !== statuses[i - 1]));
  port.leave();
  const before = port.got.length;
  await play('r2');
  assert.equal(port.got.length, before);
});

test('a view goes back and forward', async () => {
  const { clock, hub, player, play } = start();
  const port = view(hub);
  await play('r1');
  await clock.run(0.2);
  port.say({ type: 'forward' });
  await clock.run(0.2);
  assert.equal(player.status.sentence?.start, 15);
  port.say({ type: 'back' });
  await clock.run(0.2);
  assert.equal(player.status.sentence?.start, 0);
});

test('media keys say what is done and do it', async () => {
  const { clock, player, play } = start();
  const handlers = new Map<string, () => void>();
  const session = { playbackState: 'none', metadata: null as { title: string } | null, setActionHandler: (name: string, act: () => void) => handlers.set(name, act) };
  Object.assign(globalThis, { MediaMetadata: class { constructor(readonly init: { title: string }) { Object.assign(this, init); } } });
  const keys = new MediaKeys(session as unknown as MediaSession, player);
  await play('r1');
  keys.show(player.status);
  assert.deepEqual([session.playbackState, session.metadata?.title], ['playing', 'A page']);
  handlers.get('play')!(); // plays already
  handlers.get('pause')!();
  keys.show(player.status);
  assert.equal(session.playbackState, 'paused');
  handlers.get('play')!();
  handlers.get('nexttrack')!();
  await clock.run(0.2);
  assert.equal(player.status.sentence?.start, 15);
  handlers.get('stop')!();
  keys.show(player.status);
  assert.deepEqual([session.playbackState, session.metadata], ['none', null]);
});

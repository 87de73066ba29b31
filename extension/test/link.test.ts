import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idle, type PlayerStatus, type Reading } from '../src/shared/messages.ts';
import { PlayerLink } from '../src/ui/link.ts';
import { FakeRuntime } from './fake-runtime.ts';

const reading: Reading = { id: 'r1', url: '', title: 'A page', language: 'en', blocks: ['One. Two.'], start: { block: 0, offset: 0 } };
const playing: PlayerStatus = { ...idle, state: 'playing', reading: 'r1', title: 'A page' };

test('a view follows text and status, and what it sends arrives', () => {
  const runtime = new FakeRuntime();
  const link = new PlayerLink(runtime.asRuntime);
  const states: string[] = [];
  link.follow(() => states.push(`${link.reading?.id} ${link.status.state}`));
  link.connect();
  runtime.say({ type: 'text', reading });
  runtime.say({ type: 'status', status: playing });
  assert.equal(link.send({ type: 'back' }), true);
  assert.deepEqual(states, ['undefined idle', 'r1 idle', 'r1 playing']);
  assert.deepEqual(runtime.sent, [{ type: 'back' }]);
});

test('where nobody plays the view is idle, and connects when a player says that it is there', () => {
  const runtime = new FakeRuntime();
  const link = new PlayerLink(runtime.asRuntime);
  link.connect();
  runtime.drop();
  assert.equal(link.send({ type: 'toggle' }), false);
  runtime.onMessage.fire({ to: 'player', type: 'toggle' });
  assert.equal(runtime.ports.length, 1);
  runtime.onMessage.fire({ to: 'views', type: 'player-is-there' });
  runtime.say({ type: 'status', status: playing });
  assert.equal(link.status.state, 'playing');
  runtime.onMessage.fire({ to: 'views', type: 'player-is-there' });
  assert.equal(runtime.ports.length, 2); // one port is enough
});

test('a player that is closed leaves nothing that looks as if it were read', () => {
  const runtime = new FakeRuntime();
  const link = new PlayerLink(runtime.asRuntime);
  link.connect();
  runtime.say({ type: 'text', reading });
  runtime.say({ type: 'status', status: playing });
  runtime.drop();
  assert.deepEqual([link.status, link.reading], [idle, null]);
});

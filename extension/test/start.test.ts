import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf } from '../src/ui/address.ts';
import { startCommand, startServer, type Starter } from '../src/ui/start.ts';

const starter = (send: (message: unknown) => unknown, may = true): Starter => ({
  ask: () => Promise.resolve(may),
  send: (message) => new Promise((resolve) => resolve(send(message))),
});
const fails = (message: string): Starter =>
  starter(() => {
    throw new Error(message);
  });

test('the host is told the token that there is, starts the server and hands over its address and a token', async () => {
  const sent: unknown[] = [];
  const host = starter((message) => {
    sent.push(message);
    return { ok: true, server: 'http://127.0.0.1:8880', token: 'T' };
  });
  assert.deepEqual(await startServer(host, 'old'), { server: 'http://127.0.0.1:8880', token: 'T' });
  assert.deepEqual(sent, [{ type: 'start', token: 'old' }]);
});

test('what the host could not do is its own sentence', async () => {
  assert.deepEqual(await startServer(starter(() => ({ ok: false, error: 'Port 8880 is taken by another program.' })), null), { sentence: 'Port 8880 is taken by another program.' });
});

test('nothing is started without the permission', async () => {
  let sent = 0;
  const started = await startServer(starter(() => sent++, false), null);
  assert.equal(sent, 0);
  assert.match('sentence' in started ? started.sentence : '', /not allowed/);
});

for (const [message, sentence] of [
  ['Specified native messaging host not found.', /Allow it once/],
  ['Access to the specified native messaging host is forbidden.', /does not know this extension/],
  ['Native host has exited.', /ended without an answer/],
] as const) {
  test(`"${message}" is said with the command that helps`, async () => {
    const started = await startServer(fails(message), null);
    assert.ok('sentence' in started);
    assert.match(started.sentence, sentence);
    assert.equal(started.command, './kokoro native-host install');
  });
}

test('the command is for the address that was looked at', () => {
  assert.equal(startCommand('http://127.0.0.1:8880'), './kokoro serve');
  assert.equal(startCommand('http://localhost:9000'), './kokoro serve --port 9000');
  assert.equal(startCommand('http://127.0.0.1'), './kokoro serve --port 80');
});

for (const [typed, address] of [
  ['8881', 'http://127.0.0.1:8881'],
  [' localhost:8880 ', 'http://localhost:8880'],
  ['http://127.0.0.1:8880/', 'http://127.0.0.1:8880'],
  ['https://127.0.0.1:8880', null],
  ['http://192.168.1.2:8880', null],
  ['http://localhost.example', null],
  ['99999', null],
  ['', null],
] as const) {
  test(`"${typed}" is ${address ?? 'no address'}`, () => assert.equal(addressOf(typed), address));
}

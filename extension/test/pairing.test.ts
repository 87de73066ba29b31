import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exchangeCode, Pairer, type PairingWorld } from '../src/shared/pairing-effects.ts';
import type { Look, Net } from '../src/shared/server.ts';

const home = 'http://127.0.0.1:8880';
const now = 1_000_000;

class World implements PairingWorld {
  readonly done: string[] = [];
  readonly steps: string[] = [];
  state: Look['state'] = 'unpaired';
  answer: Awaited<ReturnType<PairingWorld['exchange']>> = { token: 'T' };
  readonly pairer = new Pairer(home, this, ({ step }) => this.steps.push(step));

  look = (server: string): Promise<Look['state']> => this.note(`look ${server}`, this.state);
  open = (url: string): Promise<void> => this.note(`open ${url}`, undefined);
  forgetRequest = (): Promise<void> => this.note('forget', undefined);
  exchange: PairingWorld['exchange'] = (server, code) => this.note(`exchange ${server} ${code}`, this.answer);
  save = (server: string, token: string): Promise<void> => this.note(`save ${server} ${token}`, undefined);

  request(origin: string, age = 0): Promise<void> {
    return this.pairer.send({ type: 'requested', request: { origin, code: 'ABCDEFGH', at: now - age }, now });
  }

  looked(state: Look['state']): Promise<void> {
    return this.pairer.send({ type: 'looked', server: this.pairer.now.server, state });
  }

  private note<T>(what: string, result: T): Promise<T> {
    this.done.push(what);
    return Promise.resolve(result);
  }
}

test('from not found to paired: the page is opened, its code asked about, and exchanged', async () => {
  const world = new World();
  await world.looked('gone');
  await world.looked('unpaired');
  await world.pairer.send({ type: 'connect' });
  await world.request(home);
  await world.pairer.send({ type: 'yes' });
  assert.deepEqual(world.steps, ['gone', 'found', 'waiting', 'asked', 'exchanging', 'paired']);
  assert.deepEqual(world.done, [`open ${home}/pair`, 'forget', `exchange ${home} ABCDEFGH`, `save ${home} T`]);
});

test('the address that is asked about, and saved, is that of the page that sent the code', async () => {
  const world = new World();
  await world.request('http://localhost:4711');
  assert.deepEqual(world.pairer.now, { step: 'asked', server: 'http://localhost:4711', code: 'ABCDEFGH' });
  await world.pairer.send({ type: 'yes' });
  assert.deepEqual(world.done, ['forget', 'exchange http://localhost:4711 ABCDEFGH', 'save http://localhost:4711 T']);
});

test('while one server is asked about no other takes its place, but a newer code of the same does', async () => {
  const world = new World();
  await world.request(home);
  await world.request('http://localhost:4711');
  await world.pairer.send({ type: 'requested', request: { origin: home, code: 'NEWER', at: now }, now });
  assert.deepEqual(world.pairer.now, { step: 'asked', server: home, code: 'NEWER' });
});

for (const [name, origin, age] of [
  ['that is too old', home, 120_001],
  ['from another machine', 'http://192.168.1.2:8880', 0],
  ['from a name that only begins like this machine', 'http://localhost.example:80', 0],
] as const) {
  test(`a request ${name} is forgotten`, async () => {
    const world = new World();
    await world.looked('unpaired');
    await world.request(origin, age);
    assert.equal(world.pairer.now.step, 'found');
    assert.deepEqual(world.done, ['forget']);
  });
}

test('no code leaves without a yes, and a no goes back to the own server', async () => {
  const world = new World();
  await world.request('http://127.0.0.1:4711');
  await world.pairer.send({ type: 'no', server: home });
  await world.pairer.send({ type: 'yes' });
  assert.deepEqual(world.done, ['forget', `look ${home}`]);
  assert.deepEqual(world.pairer.now, { step: 'found', server: home });
});

test('a code can be typed with its dash and in small letters; a wrong one is a sentence and can be tried again', async () => {
  const world = new World();
  await world.looked('unpaired');
  world.answer = { problem: { kind: 'code_wrong', detail: 'the code is wrong; 4 tries are left', status: 403 } };
  await world.pairer.send({ type: 'typed', code: ' abcd-efgh ' });
  assert.deepEqual(world.pairer.now, { step: 'failed', server: home, sentence: 'The code is wrong; 4 tries are left.' });
  await world.looked('unpaired');
  assert.equal(world.pairer.now.step, 'failed'); // what was wrong stays to be read
  world.answer = { token: 'T' };
  await world.pairer.send({ type: 'typed', code: 'ABCDEFGH' });
  assert.equal(world.pairer.now.step, 'paired');
});

test('a look changes nothing while somebody is asked, and a late one of another address is not believed', async () => {
  const world = new World();
  await world.request(home);
  await world.looked('gone');
  assert.equal(world.pairer.now.step, 'asked');
  world.state = 'gone';
  await world.pairer.send({ type: 'address', server: 'http://127.0.0.1:1' });
  await world.pairer.send({ type: 'looked', server: home, state: 'there' });
  assert.deepEqual(world.pairer.now, { step: 'gone', server: 'http://127.0.0.1:1' });
});

test('a pairing that the server has revoked is found again', async () => {
  const world = new World();
  await world.looked('there');
  await world.looked('starting');
  assert.equal(world.pairer.now.step, 'paired');
  await world.looked('unpaired');
  assert.equal(world.pairer.now.step, 'found');
});

for (const [name, answer, expected] of [
  ['token', (): Response => Response.json({ token: 'T', id: 'p1' }), { token: 'T' }],
  ['refusal', (): Response => Response.json({ kind: 'code_expired', detail: 'old', status: 410 }, { status: 410 }), { kind: 'code_expired' }],
  ['page', (): Response => new Response('<html>'), { kind: 'no_pairing' }],
  ['other JSON', (): Response => Response.json({}), { kind: 'no_pairing' }],
] as const) {
  test(`a code's answer that is a ${name}`, async () => {
    const asked: unknown[] = [];
    const net: Net = {
      fetch: (url, init) => {
        asked.push(url, init.method, JSON.parse(init.body as string));
        return Promise.resolve(answer());
      },
      timeout: () => new AbortController().signal,
    };
    const exchanged = await exchangeCode(home, 'ABCDEFGH', 'Kokoro Reader', net);
    assert.deepEqual(asked, [`${home}/pair/token`, 'POST', { code: 'ABCDEFGH', name: 'Kokoro Reader' }]);
    assert.deepEqual('problem' in exchanged ? { kind: exchanged.problem.kind } : exchanged, expected);
  });
}

test('a code that nobody is there for', async () => {
  const net: Net = { fetch: () => Promise.reject(new TypeError('Failed to fetch')), timeout: () => new AbortController().signal };
  const exchanged = await exchangeCode(home, 'ABCDEFGH', 'Kokoro Reader', net);
  assert.ok('problem' in exchanged && exchanged.problem.kind === 'server_gone');
});

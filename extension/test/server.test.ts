import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Server, type Net } from '../src/shared/server.ts';

const voices = { default: 'af_wren', voices: [{ id: 'af_wren', name: 'Wren', language: 'en-us' }] };
const problem = (status: number): Response => Response.json({ kind: 'some_kind', detail: 'a sentence', status }, { status });
const ready = (): Response => Response.json({ state: 'ready', model: 'kokoro-v1.0' });

interface Asked {
  readonly url: string;
  readonly token: string | null;
  readonly mode: string | undefined;
}

/** A net in which these paths are answered so, and all else as if nobody were there. */
function netOf(answers: Record<string, () => Response>): Net & { readonly asked: Asked[] } {
  const asked: Asked[] = [];
  return {
    asked,
    fetch: (url, init) => {
      asked.push({ url, token: new Headers(init.headers).get('authorization'), mode: init.mode });
      const path = `${init.mode === 'no-cors' ? 'no-cors ' : ''}${new URL(url).pathname}`;
      const answer = answers[path];
      return answer === undefined ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(answer());
    },
    timeout: () => new AbortController().signal,
  };
}

const stateOf = async (token: string | null, answers: Record<string, () => Response>): Promise<string> =>
  (await new Server({ server: 'http://127.0.0.1:8880', token }, netOf(answers)).look()).state;

test('a paired server that is ready is there, with its model and voices', async () => {
  const net = netOf({ '/health': ready, '/voices': () => Response.json(voices) });
  const server = new Server({ server: 'http://127.0.0.1:9999', token: 'secret' }, net);
  assert.deepEqual(await server.look(), { state: 'there', model: 'kokoro-v1.0', voices });
  await server.look();
  assert.deepEqual(net.asked, [
    { url: 'http://127.0.0.1:9999/health', token: 'Bearer secret', mode: undefined },
    { url: 'http://127.0.0.1:9999/voices', token: 'Bearer secret', mode: undefined },
    { url: 'http://127.0.0.1:9999/health', token: 'Bearer secret', mode: undefined }, // the voices of a model do not change
  ]);
});

for (const [name, token, answers, state] of [
  ['nobody answers', 'secret', {}, 'gone'],
  ['nobody answers before pairing', null, {}, 'gone'],
  ['something answers that no extension may read', 'secret', { 'no-cors /health/live': () => new Response() }, 'foreign'],
  ['a page is there', null, { '/health/live': () => new Response('<html>') }, 'foreign'],
  ['another server of this kind is there', 'secret', { '/health': () => Response.json({ status: 'healthy' }) }, 'foreign'],
  ['another server refuses', 'secret', { '/health': () => new Response('no', { status: 403 }) }, 'foreign'],
  ['the server is there before pairing', null, { '/health/live': () => Response.json({ status: 'live' }) }, 'unpaired'],
  ['the token is not known', 'secret', { '/health': () => problem(401) }, 'unpaired'],
  ['the token is that of another', 'secret', { '/health': () => problem(403) }, 'unpaired'],
  ['no engine is ready', 'secret', { '/health': () => Response.json({ state: 'starting', model: 'm' }) }, 'starting'],
  ['the server is full', 'secret', { '/health': () => problem(503) }, 'starting'],
] as const) {
  test(`${name}: ${state}`, async () => assert.equal(await stateOf(token, answers), state));
}

test('a refused token is not sent again, and the server is still seen', async () => {
  const net = netOf({ '/health': () => problem(401), '/health/live': () => Response.json({ status: 'live' }) });
  const server = new Server({ server: 'http://127.0.0.1:8880', token: 'old' }, net);
  for (let i = 0; i < 12; i++) assert.equal((await server.look()).state, 'unpaired');
  assert.equal(net.asked.filter(({ token }) => token !== null).length, 1);
});

test('a server that takes the connection and says nothing is gone', async () => {
  const silent: Net = {
    fetch: (_, init) => new Promise((_resolve, reject) => init.signal!.addEventListener('abort', () => reject(init.signal!.reason as Error))),
    timeout: () => {
      const gate = new AbortController();
      queueMicrotask(() => gate.abort());
      return gate.signal;
    },
  };
  assert.equal((await new Server({ server: 'http://127.0.0.1:8880', token: null }, silent).look()).state, 'gone');
});

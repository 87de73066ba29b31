import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VoiceList } from '../studio/voices.ts';

/** Answers each request with the next of these: a voice, a status, or nothing at all. */
function listOf(...answers: (string | number | null)[]): { list: VoiceList; shown: string[]; left: () => number } {
  const shown: string[] = [];
  const fetch = (): Promise<Response> => {
    const answer = answers.shift();
    if (typeof answer === 'string') return Promise.resolve(new Response(JSON.stringify({ default: answer, voices: [{ id: answer, name: answer, language: 'en-us' }] })));
    return answer == null ? Promise.reject(new TypeError('fetch failed')) : Promise.resolve(new Response('{}', { status: answer }));
  };
  return { list: new VoiceList({ fetch }, (voices) => shown.push(voices.default)), shown, left: () => answers.length };
}

test('the voices are asked for once for each model', async () => {
  const { list, shown } = listOf('aster', 'heart', 'never');
  for (const model of ['starter', 'starter', 'kokoro', 'kokoro']) await list.follow(model);
  assert.deepEqual(shown, ['aster', 'heart']);
});

test('a server that comes back is asked again', async () => {
  const { list, shown } = listOf('aster', 'wren');
  for (const model of ['starter', null, null, 'starter']) await list.follow(model);
  assert.deepEqual(shown, ['aster', 'wren']);
});

test('voices that could not be had are asked for again', async () => {
  const { list, shown, left } = listOf(503, null, 'aster', 'never');
  for (let look = 0; look < 5; look++) await list.follow('starter');
  assert.deepEqual([shown, left()], [['aster'], 1]);
});

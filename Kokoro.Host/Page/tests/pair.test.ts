import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spelled, viewOf } from '../pair/code.ts';
import { offerCode, offeredTo, type Runtime } from '../pair/connect.ts';

const shown = { id: 'a1', code: 'ACDE 3467', seconds: 120 };

/** Answers for the extensions that are there, and as Chrome does for one that is not. */
function runtimeWith(answers: Readonly<Record<string, unknown>>, got: unknown[] = []): Runtime {
  const runtime: { lastError?: unknown; sendMessage: Runtime['sendMessage'] } = {
    sendMessage: (id, message, answer) => {
      got.push([id, message]);
      if (id in answers) return answer(answers[id]);
      runtime.lastError = { message: 'Could not establish connection.' };
      answer(undefined);
      delete runtime.lastError;
    },
  };
  return runtime;
}

test('the code is offered to every extension, and one that takes it is enough', async () => {
  const got: unknown[] = [];
  assert.equal(await offerCode(runtimeWith({ voices: { ok: true } }, got), ['reader', 'voices'], 'ACDE 3467'), true);
  assert.deepEqual(got, [
    ['reader', { type: 'pair', code: 'ACDE 3467' }],
    ['voices', { type: 'pair', code: 'ACDE 3467' }],
  ]);
});

for (const [hash, ids] of [
  ['#voices', ['voices']],
  ['#reader', ['reader']],
  ['#somebody', ['reader', 'voices']],
  ['', ['reader', 'voices']],
] as const) {
  test(`a page that is opened with "${hash}" offers its code to ${ids.join(' and ')}`, () => assert.deepEqual(offeredTo(hash, ['reader', 'voices']), ids));
}

for (const [name, runtime] of [
  ['no extension may be written to', undefined],
  ['none is installed', runtimeWith({})],
  ['one answers something else', runtimeWith({ reader: { ok: 'yes' } })],
  ['one answers nothing', runtimeWith({ reader: undefined })],
] as const) {
  test(`the code is not taken where ${name}`, async () => {
    assert.equal(await offerCode(runtime, ['reader', 'voices'], 'ACDE 3467'), false);
  });
}

test('an open code says how long it is valid', () => {
  assert.deepEqual(viewOf(shown, { id: 'a1', state: 'open', seconds_left: 65 }), { isOpen: true, left: 'Valid for 1:05', news: '' });
});

for (const [id, state, news] of [
  ['a1', 'used', 'Connected. You can close this page.'],
  ['a1', 'over', 'This code is no longer valid. Make a new one.'],
  ['b2', 'open', 'A newer code was made elsewhere. Use that one, or make a new one here.'],
  ['b2', 'used', 'A newer code was made elsewhere. Use that one, or make a new one here.'],
] as const) {
  test(`a code is dead when that of ${id} is ${state}`, () => {
    const view = viewOf(shown, { id, state, seconds_left: 60 });
    assert.deepEqual([view.isOpen, view.news], [false, news]);
  });
}

test('a code is spelled letter for letter', () => {
  assert.equal(spelled('ACDE 3467'), 'A C D E, 3 4 6 7');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser } from './worker-world.ts';

test('the code of a pairing page is kept for the setup page, which is opened or brought to the front', async () => {
  assert.deepEqual(await browser.askFrom('http://127.0.0.1:8880', { type: 'pair', code: 'AB12' }), { ok: true });
  const kept = browser.session.values['pairing'] as { origin: string; code: string; at: number };
  assert.deepEqual([kept.origin, kept.code], ['http://127.0.0.1:8880', 'AB12']);
  assert.ok(Math.abs(Date.now() - kept.at) < 5000);
  browser.setupTab = 9;
  assert.deepEqual(await browser.askFrom('http://localhost:9000', { type: 'pair', code: 'CD34' }), { ok: true });
  assert.deepEqual([browser.opened, browser.focused], [['chrome-extension://kokoro/setup.html'], [9]]);
});

for (const [name, origin, message] of [
  ['another machine', 'http://127.0.0.1.example.org', { type: 'pair', code: 'AB12' }],
  ['an encrypted page that only looks like it', 'https://127.0.0.1:8880', { type: 'pair', code: 'AB12' }],
  ['a message without a code', 'http://127.0.0.1:8880', { type: 'pair' }],
  ['a code without end', 'http://127.0.0.1:8880', { type: 'pair', code: 'x'.repeat(65) }],
  ['another message', 'http://127.0.0.1:8880', null],
] as const) {
  test(`a pairing from ${name} is refused`, async () => {
    assert.deepEqual(await browser.askFrom(origin, message), { ok: false });
    assert.deepEqual([browser.session.values['pairing'], browser.opened], [undefined, []]);
  });
}

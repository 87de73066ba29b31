import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Pairing, PairingEvent } from '../src/shared/pairing.ts';
import { ConnectStep } from '../src/ui/setup-connect.ts';
import { pageOfFile } from './fake-page.ts';

const home = 'http://127.0.0.1:8880';

class World {
  readonly document = pageOfFile('setup.html');
  readonly sent: PairingEvent[] = [];
  readonly step = new ConnectStep(() => home, '', (event) => this.sent.push(event));

  element<T extends HTMLElement>(id: string): T {
    return this.document.getElementById(id) as T;
  }
}

test('the question names who asks, and no key that was meant for another page says yes', () => {
  const world = new World();
  world.step.show({ step: 'found', server: home });
  world.step.show({ step: 'asked', server: home, code: 'ABCDEFGH' });
  assert.match(world.element('ask-question').textContent!, /Connect to http:\/\/127\.0\.0\.1:8880\?/);
  assert.ok(world.element('ask-other').hidden);
  assert.equal(world.document.activeElement, world.element('ask'));
  world.element('yes').click();
  world.element('no').click();
  assert.deepEqual(world.sent, [{ type: 'yes' }, { type: 'no', server: home }]);
});

test('a server that is not the one that is set is said to be another', () => {
  const world = new World();
  world.step.show({ step: 'asked', server: home, code: 'ABCDEFGH' });
  world.step.show({ step: 'asked', server: 'http://localhost:4711', code: 'ABCDEFGH' });
  assert.equal(world.element('ask-server').textContent, 'http://localhost:4711');
  assert.ok(!world.element('ask-other').hidden);
  assert.match(world.element('ask-other').textContent!, /127\.0\.0\.1:8880/);
});

test('a code can be typed, and what was typed does not stay', () => {
  const world = new World();
  world.step.show({ step: 'found', server: home });
  const code = world.element<HTMLInputElement>('code');
  code.value = 'abcd efgh';
  world.document.querySelector<HTMLButtonElement>('#code-form button')!.click();
  assert.deepEqual(world.sent, [{ type: 'typed', code: 'abcd efgh' }]);
  assert.equal(code.value, '');
});

for (const [pairing, button, hasCode] of [
  [{ step: 'gone', server: home }, null, false],
  [{ step: 'found', server: home }, 'Connect', true],
  [{ step: 'waiting', server: home }, 'Open the page again', true],
  [{ step: 'exchanging', server: home, code: 'A' }, null, false],
  [{ step: 'failed', server: home, sentence: 'The code is wrong.' }, 'Connect', true],
  [{ step: 'paired', server: home }, 'Pair again', false],
] as const satisfies readonly (readonly [Pairing, string | null, boolean])[]) {
  test(`${pairing.step}: ${button ?? 'no button'}`, () => {
    const world = new World();
    world.step.show(pairing);
    const isSeen = (id: string): boolean => world.element(id).closest('[hidden]') === null;
    assert.equal(isSeen('connect') ? world.element('connect').textContent : null, button);
    assert.equal(isSeen('by-code'), hasCode);
    assert.ok(!isSeen('ask'));
  });
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Problem } from '../../Kokoro.Host/Page/player/frames.ts';
import { idle, type PlayerStatus } from '../src/shared/messages.ts';
import type { Look } from '../src/shared/server.ts';
import { defaults, type Settings } from '../src/shared/settings.ts';
import { cardOf, serverLine } from '../src/ui/card.ts';

const paired: Settings = { ...defaults, token: 'T' };
const problem = (kind: string, detail: string): Problem => ({ kind, detail, status: 0 });
const failed = (kind: string): PlayerStatus => ({ ...idle, state: 'failed', problem: problem(kind, 'the sound was cut off') });
const card = (look: Look['state'] | null, settings = paired, status = idle, refusal: Problem | null = null): string | null => {
  const found = cardOf(look, settings, status, refusal);
  return found === null ? null : `${found.sentence} [${found.button}: ${found.action}]`;
};

test('a server that is not there, not ours or not paired is a sentence and one button', () => {
  assert.equal(card('gone'), 'The Kokoro server is not running at 127.0.0.1:8880. [Start it: setup]');
  assert.equal(card('foreign'), 'What answers at 127.0.0.1:8880 is no Kokoro server that knows this extension. [Find the server: setup]');
  assert.equal(card('unpaired', defaults), 'The server is there, and has to be connected once. [Connect: setup]');
  assert.equal(card('unpaired'), 'The server no longer knows this extension. [Pair again: setup]');
});

test('nothing wrong, no card', () => {
  for (const look of [null, 'there', 'starting'] as const) assert.equal(card(look), null);
});

test('a page that cannot be read offers to paste its text', () => {
  assert.equal(card('there', paired, idle, problem('page_unreadable', 'This page cannot be read by extensions.')), 'This page cannot be read by extensions. [Paste text: paste]');
});

test('a reading that failed can be tried again, but not with a token that nobody knows', () => {
  assert.equal(card('there', paired, failed('cut_off')), 'The sound was cut off. [Try again: retry]');
  assert.equal(card('there', paired, failed('pairing_needed')), 'The server no longer knows this extension. [Pair again: setup]');
});

test('what is left out while reading goes on is no card', () => {
  assert.equal(card('there', paired, { ...failed('not_speakable'), state: 'playing' }), null);
});

test('a server that is not there comes before all else, since nothing else can be mended without it', () => {
  assert.match(card('gone', paired, failed('cut_off'), problem('page_unreadable', 'x'))!, /not running/);
});

test('the line says each state of the server in words of its own', () => {
  const voices = { default: 'a', voices: [] };
  const looks: (Look | null)[] = [null, { state: 'gone' }, { state: 'foreign' }, { state: 'unpaired' }, { state: 'starting' }, { state: 'there', model: 'm', voices }];
  assert.equal(new Set(looks.map(serverLine)).size, looks.length);
});

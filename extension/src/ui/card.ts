import type { Problem } from '../../../Kokoro.Host/Page/player/frames.ts';
import { sentenceOf } from '../shared/problem.ts';
import type { PlayerStatus } from '../shared/messages.ts';
import type { Look } from '../shared/server.ts';
import type { Settings } from '../shared/settings.ts';

/** What is wrong, in one sentence, and the one thing to do about it. */
export interface Card {
  readonly sentence: string;
  readonly button: string;
  readonly action: 'setup' | 'retry' | 'paste';
}

/**
 * The one card of popup and side panel; null: nothing is wrong.
 * @param look null before the first one
 * @param refusal why the last thing that was asked for is not read
 */
export function cardOf(look: Look['state'] | null, settings: Settings, status: PlayerStatus, refusal: Problem | null): Card | null {
  const where = settings.server.replace('http://', '');
  if (look === 'gone') return { sentence: `The Kokoro server is not running at ${where}.`, button: 'Start it', action: 'setup' };
  if (look === 'foreign') return { sentence: `What answers at ${where} is no Kokoro server that knows this extension.`, button: 'Find the server', action: 'setup' };
  if (look === 'unpaired' && settings.token === null) return { sentence: 'The server is there, and has to be connected once.', button: 'Connect', action: 'setup' };
  if (look === 'unpaired' || isPairing(status.problem) || isPairing(refusal)) {
    return { sentence: 'The server no longer knows this extension.', button: 'Pair again', action: 'setup' };
  }
  if (refusal !== null) return { sentence: sentenceOf(refusal), button: 'Paste text', action: 'paste' };
  if (status.state === 'failed' && status.problem !== null) return { sentence: sentenceOf(status.problem), button: 'Try again', action: 'retry' };
  return null;
}

const isPairing = (problem: Problem | null): boolean => problem?.kind === 'pairing_needed';

/** What the views' first line says of the server. */
export function serverLine(look: Look | null): string {
  switch (look?.state) {
    case undefined:
      return 'Looking for the server…';
    case 'gone':
      return 'Server not running';
    case 'foreign':
      return 'Server not found';
    case 'unpaired':
      return 'Not connected';
    case 'starting':
      return 'The server is getting ready…';
    case 'there':
      return 'Ready';
  }
}

import type { Problem } from '../../../Kokoro.Host/Page/player/frames.ts';

/** What follows from a refusal: ask again later, leave this line out, or end the reading. */
export type Verdict = 'wait' | 'skip' | 'end';

/** Fields of a request that are the same for every line: what is wrong with them is wrong with all. */
const ofAllLines = new Set(['voice', 'speed', 'language', 'session', 'intent', 'format', 'words']);

const fault = 'player_fault';

export function verdictOf({ status, kind, field }: Problem): Verdict {
  if (status === 401 || status === 403 || kind === fault) return 'end';
  if ([400, 413, 422].includes(status)) return (field !== undefined && ofAllLines.has(field)) || kind === 'voice_unknown' ? 'end' : 'skip';
  return status >= 400 && status < 500 && ![408, 409, 429].includes(status) ? 'end' : 'wait';
}

/** A problem that ends the reading, as it is told. */
export function ending(problem: Problem): Problem {
  const { status } = problem;
  if (status === 401 || status === 403) return { kind: 'pairing_needed', status, detail: 'Kokoro does not know this extension; pair it again' };
  if ([404, 405, 415, 421].includes(status)) return { kind: 'foreign_server', status, detail: 'what answers at this address is not Kokoro; check the address in the options' };
  return problem;
}

/** A line that was left out, as it is told. */
export function skipping({ detail, status }: Problem): Problem {
  return { kind: 'sentence_skipped', status, detail: `a sentence was left out, because ${detail.split(';')[0]!}` };
}

/** What is waited for, as it is told. */
export function waiting(problem: Problem): Problem {
  if (problem.kind !== 'unreachable') return problem;
  return { ...problem, detail: 'Kokoro does not answer; reading goes on where it was as soon as it is back' };
}

/** What should not be: no server's doing. */
export function faultOf(error: unknown): Problem {
  return { kind: fault, status: 0, detail: `the player itself failed (${String(error)}); start the reading again` };
}

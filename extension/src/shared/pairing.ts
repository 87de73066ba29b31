import type { Problem } from '../../../Kokoro.Host/Page/player/frames.ts';
import { sentenceOf } from './problem.ts';
import type { Look } from './server.ts';

/** What a server's page `/pair` sent; the worker keeps it in `chrome.storage.session` under `pairingKey`. */
export interface PairRequest {
  readonly origin: string;
  readonly code: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * `server` is the address in question: while it is `asked` and after, that of the page that sent the code, which may be another than the settings'.
 * `waiting`: the server's page with the code is open. `asked`: a person is to say yes or no.
 */
export type Pairing =
  | { readonly step: 'looking' | 'gone' | 'foreign' | 'found' | 'waiting' | 'paired'; readonly server: string }
  | { readonly step: 'asked' | 'exchanging'; readonly server: string; readonly code: string }
  | { readonly step: 'failed'; readonly server: string; readonly sentence: string };

export type PairingEvent =
  | { readonly type: 'address'; readonly server: string }
  | { readonly type: 'looked'; readonly server: string; readonly state: Look['state'] }
  | { readonly type: 'connect' }
  | { readonly type: 'requested'; readonly request: PairRequest; readonly now: number }
  | { readonly type: 'typed'; readonly code: string }
  | { readonly type: 'yes' }
  /** Back to this address, which is the settings'. */
  | { readonly type: 'no'; readonly server: string }
  | { readonly type: 'token'; readonly token: string }
  | { readonly type: 'saved' }
  | { readonly type: 'refused'; readonly problem: Problem };

export type PairingEffect =
  | { readonly do: 'look'; readonly server: string }
  | { readonly do: 'open'; readonly url: string }
  | { readonly do: 'forget-request' }
  | { readonly do: 'exchange'; readonly server: string; readonly code: string }
  | { readonly do: 'save'; readonly server: string; readonly token: string };

export interface Step {
  readonly pairing: Pairing;
  readonly effects: readonly PairingEffect[];
}

/** Codes live for two minutes; an older request is one that nobody answered. */
const oldest = 120_000;

/** Whether an origin is that of a server of this machine. */
export const isLoopback = (origin: string): boolean => /^http:\/\/(?:127\.0\.0\.1|localhost)(?::\d{1,5})?$/.test(origin);

/** What is so, and what happened: what is so then, and what is to be done. */
export function step(pairing: Pairing, event: PairingEvent): Step {
  const { server } = pairing;
  const stay: Step = { pairing, effects: [] };
  switch (event.type) {
    case 'address':
      return looking(event.server, []);
    case 'looked':
      return event.server === server ? { pairing: seen(pairing, event.state), effects: [] } : stay;
    case 'connect':
      return { pairing: { step: 'waiting', server }, effects: [{ do: 'open', url: `${server}/pair` }] };
    case 'requested':
      return requested(pairing, event.request, event.now);
    case 'typed':
      return exchange(server, plain(event.code), []);
    case 'yes':
      return pairing.step === 'asked' ? exchange(server, pairing.code, [{ do: 'forget-request' }]) : stay;
    case 'no':
      return pairing.step === 'asked' ? looking(event.server, [{ do: 'forget-request' }]) : stay;
    case 'token':
      return pairing.step === 'exchanging' ? { pairing, effects: [{ do: 'save', server, token: event.token }] } : stay;
    case 'saved':
      return pairing.step === 'exchanging' ? { pairing: { step: 'paired', server }, effects: [] } : stay;
    case 'refused':
      return pairing.step === 'exchanging' ? { pairing: { step: 'failed', server, sentence: sentenceOf(event.problem) }, effects: [] } : stay;
  }
}

/** A look changes nothing while a person or the server is being asked, and does not wipe away what went wrong. */
function seen(pairing: Pairing, state: Look['state']): Pairing {
  const { server } = pairing;
  if (pairing.step === 'asked' || pairing.step === 'exchanging') return pairing;
  if (state === 'there' || state === 'starting') return { step: 'paired', server };
  if (state !== 'unpaired') return { step: state, server };
  return pairing.step === 'waiting' || pairing.step === 'failed' ? pairing : { step: 'found', server };
}

function requested(pairing: Pairing, { origin, code, at }: PairRequest, now: number): Step {
  // Whoever is asked about one server must not find that the yes was for another.
  if (pairing.step === 'exchanging' || (pairing.step === 'asked' && pairing.server !== origin)) return { pairing, effects: [] };
  if (now - at > oldest || !isLoopback(origin)) return { pairing, effects: [{ do: 'forget-request' }] };
  return { pairing: { step: 'asked', server: origin, code }, effects: [] };
}

function looking(server: string, before: readonly PairingEffect[]): Step {
  return { pairing: { step: 'looking', server }, effects: [...before, { do: 'look', server }] };
}

function exchange(server: string, code: string, before: readonly PairingEffect[]): Step {
  return { pairing: { step: 'exchanging', server, code }, effects: [...before, { do: 'exchange', server, code }] };
}

/** The code as the server means it: people type its two groups with a space or a dash, and in small letters. */
function plain(code: string): string {
  return code.replaceAll(/[\s-]/g, '').toUpperCase();
}

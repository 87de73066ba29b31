import type { Problem } from '../../../Kokoro.Host/Page/player/frames.ts';
import { step, type Pairing, type PairingEffect, type PairingEvent } from './pairing.ts';
import { problem } from './problem.ts';
import { bodyOf, net, Server, type Look, type Net } from './server.ts';

/** What the pairing does to the world; tests have their own. */
export interface PairingWorld {
  look(server: string): Promise<Look['state']>;
  open(url: string): Promise<void>;
  forgetRequest(): Promise<void>;
  exchange(server: string, code: string): Promise<{ readonly token: string } | { readonly problem: Problem }>;
  save(server: string, token: string): Promise<void>;
}

/** Carries out what the steps of a pairing ask for, and tells whoever shows it. */
export class Pairer {
  private pairing: Pairing;

  constructor(
    server: string,
    private readonly world: PairingWorld,
    private readonly show: (pairing: Pairing) => void,
  ) {
    this.pairing = { step: 'looking', server };
  }

  get now(): Pairing {
    return this.pairing;
  }

  /** Resolves when all that follows from it has happened. */
  async send(event: PairingEvent): Promise<void> {
    const { pairing, effects } = step(this.pairing, event);
    const isNew = pairing !== this.pairing;
    this.pairing = pairing;
    if (isNew) this.show(pairing);
    for (const effect of effects) await this.carryOut(effect);
  }

  private async carryOut(effect: PairingEffect): Promise<void> {
    switch (effect.do) {
      case 'look':
        return this.send({ type: 'looked', server: effect.server, state: await this.world.look(effect.server) });
      case 'open':
        return this.world.open(effect.url);
      case 'forget-request':
        return this.world.forgetRequest();
      case 'exchange': {
        const answer = await this.world.exchange(effect.server, effect.code);
        return this.send('token' in answer ? { type: 'token', token: answer.token } : { type: 'refused', problem: answer.problem });
      }
      case 'save':
        await this.world.save(effect.server, effect.token);
        return this.send({ type: 'saved' });
    }
  }
}

/** Gives the server its one-time code for a token. @param name under which the server lists it */
export async function exchangeCode(server: string, code: string, name: string, io: Net = net): Promise<{ readonly token: string } | { readonly problem: Problem }> {
  const headers = { 'content-type': 'application/json' };
  try {
    const response = await new Server({ server, token: null }, io).fetch('/pair/token', { method: 'POST', headers, body: JSON.stringify({ code, name }) });
    const body = (await bodyOf(response)) as (Partial<Problem> & { readonly token?: unknown }) | null;
    if (response.ok && typeof body?.token === 'string') return { token: body.token };
    if (!response.ok && typeof body?.detail === 'string') return { problem: body as Problem };
    return { problem: problem('no_pairing', `what answers at ${server} cannot be paired with; update the server and try again`) };
  } catch {
    return { problem: problem('server_gone', `the server at ${server} does not answer; start it and try again`) };
  }
}

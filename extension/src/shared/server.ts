import type { Problem } from '../../../Kokoro.Host/Page/player/frames.ts';
import type { Settings } from './settings.ts';

export interface Voice {
  readonly id: string;
  readonly name: string;
  /** As the server writes it: `en-us`, `it`. */
  readonly language: string;
}

export interface Voices {
  /** The id of the voice that speaks where none is asked for. */
  readonly default: string;
  readonly voices: readonly Voice[];
}

/**
 * `gone`: nothing answers. `foreign`: something answers that is no Kokoro server, or one that does not know extensions. `unpaired`: the server wants a token that it
 * knows. `starting`: it takes no work yet.
 */
export type Look =
  | { readonly state: 'gone' | 'foreign' | 'unpaired' | 'starting' }
  | { readonly state: 'there'; readonly model: string; readonly voices: Voices };

/** What the server is asked with; tests have their own. */
export interface Net {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** @returns a signal that aborts after so many milliseconds. */
  timeout(milliseconds: number): AbortSignal;
}

export const net: Net = {
  fetch: (url, init) => fetch(url, init),
  timeout: (milliseconds) => AbortSignal.timeout(milliseconds),
};

/** Milliseconds in which a server of this machine has answered. */
const patience = 5000;

/** The server, as the extension's pages ask it. */
export class Server {
  private voicesOf: { readonly model: string; readonly voices: Voices } | null = null;

  /** Ten wrong tokens in a minute, and the server listens to none: a refused one is not sent again. */
  private isRefused = false;

  constructor(
    private readonly settings: Pick<Settings, 'server' | 'token'>,
    private readonly io: Net = net,
  ) {}

  get address(): string {
    return this.settings.server;
  }

  isOf({ server, token }: Pick<Settings, 'server' | 'token'>): boolean {
    return server === this.settings.server && token === this.settings.token;
  }

  /** @throws TypeError when nothing answers, DOMException when it takes more than five seconds. */
  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.settings.token !== null) headers.set('authorization', `Bearer ${this.settings.token}`);
    return this.io.fetch(`${this.address}${path}`, { ...init, headers, signal: this.io.timeout(patience) });
  }

  /** One look at what is there; never throws. */
  async look(): Promise<Look> {
    try {
      return this.settings.token === null || this.isRefused ? await this.lookFromOutside() : await this.lookInside();
    } catch {
      return { state: (await this.doesAnythingAnswer()) ? 'foreign' : 'gone' };
    }
  }

  /** @throws Error when the server does not tell them. */
  async voices(): Promise<Voices> {
    const response = await this.fetch('/voices');
    if (!response.ok) throw new Error(`the server does not list its voices: ${response.status}`);
    return (await response.json()) as Voices;
  }

  private async lookFromOutside(): Promise<Look> {
    const response = await this.io.fetch(`${this.address}/health/live`, { signal: this.io.timeout(patience) });
    const live = (await bodyOf(response)) as { status?: unknown } | null;
    return { state: response.ok && live?.status === 'live' ? 'unpaired' : 'foreign' };
  }

  private async lookInside(): Promise<Look> {
    const response = await this.fetch('/health');
    const body = await bodyOf(response);
    if (!response.ok) return this.refused(response.status, body as Problem | null);
    const health = body as { state?: unknown; model?: unknown } | null;
    if (typeof health?.state !== 'string' || typeof health.model !== 'string') return { state: 'foreign' };
    if (health.state !== 'ready') return { state: 'starting' };
    if (this.voicesOf?.model !== health.model) this.voicesOf = { model: health.model, voices: await this.voices() };
    return { state: 'there', ...this.voicesOf };
  }

  private refused(status: number, problem: Problem | null): Look {
    if (typeof problem?.kind !== 'string') return { state: 'foreign' };
    if (status === 429 || status >= 500) return { state: 'starting' };
    this.isRefused = status === 401 || status === 403;
    return { state: this.isRefused ? 'unpaired' : 'foreign' };
  }

  /** A server that lets no extension read its answers looks like none at all; only that it answers can be learned. */
  private async doesAnythingAnswer(): Promise<boolean> {
    try {
      await this.io.fetch(`${this.address}/health/live`, { mode: 'no-cors', signal: this.io.timeout(patience) });
      return true;
    } catch {
      return false;
    }
  }
}

/** @returns what the answer's JSON says; null where it is none. */
export async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

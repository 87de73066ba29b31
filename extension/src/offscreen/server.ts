import { FrameReader, FramesError, type Frame, type Problem } from '../../../Kokoro.Host/Page/player/frames.ts';
import { problemOf } from '../../../Kokoro.Host/Page/player/problem.ts';
import type { Voice, Voices } from '../shared/server.ts';
import type { Settings } from '../shared/settings.ts';
import type { After } from './clock.ts';

export interface SpeakRequest {
  readonly text: string;
  readonly session: string;
  /** `play` ends what the session asked before, `prefetch` yields to whatever is played. */
  readonly intent: 'play' | 'prefetch';
}

/** The server, or what is between it and us, did not do what was asked. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

/** The server gives up a sentence after 30 s without sound, and says so; one that says nothing for longer hangs. */
const longestSilence = 40_000;
const longestLook = 5000;

/** The server as the player asks it, with the address and the token of the settings as they are at each request. */
export class Server {
  constructor(
    private readonly fetch: (url: string, init: RequestInit) => Promise<Response>,
    private readonly settings: () => Settings,
    private readonly after: After,
  ) {}

  /** The frames of a spoken text, as they come, the end included. @throws Refusal */
  async *speak(request: SpeakRequest, signal: AbortSignal): AsyncGenerator<Frame, void> {
    const { voice } = this.settings();
    const body = { ...request, format: 'frames', words: true, ...(voice === null ? {} : { voice }) };
    let hasBegun = false;
    const watched = new AbortController();
    const abort = (): void => watched.abort();
    signal.addEventListener('abort', abort);
    let stopWatch = this.after(longestSilence, abort);
    try {
      const response = await this.request('/speak', { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' }, signal: watched.signal });
      if (!response.ok || response.body === null) throw new Refusal(await withRetryAfter(response));
      const frames = new FrameReader();
      const reader = response.body.getReader();
      for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
        stopWatch();
        stopWatch = this.after(longestSilence, abort);
        for (const frame of frames.push(value!)) {
          if (frame.type === 'error') throw new Refusal(frame.problem);
          hasBegun = true;
          yield frame;
        }
      }
      if (!frames.isWhole) throw new FramesError('the sound was cut off');
    } catch (error) {
      throw error instanceof Refusal ? error : new Refusal(hasBegun || watched.signal.aborted || error instanceof FramesError ? cutOff : unreachable);
    } finally {
      stopWatch();
      signal.removeEventListener('abort', abort);
      watched.abort();
    }
  }

  /** Whether something that calls itself alive answers there. */
  async isLive(): Promise<boolean> {
    const abort = new AbortController();
    const stopWatch = this.after(longestLook, () => abort.abort());
    try {
      return (await this.request('/health/live', { signal: abort.signal })).ok;
    } catch {
      return false; // no answer is an answer here
    } finally {
      stopWatch();
    }
  }

  /** @throws Refusal */
  async voices(): Promise<readonly Voice[]> {
    let response: Response;
    try {
      response = await this.request('/voices', {});
    } catch {
      throw new Refusal(unreachable);
    }
    if (!response.ok) throw new Refusal(await withRetryAfter(response));
    return ((await response.json()) as Voices).voices;
  }

  private request(path: string, init: RequestInit): Promise<Response> {
    const { server, token } = this.settings();
    const headers = new Headers(init.headers);
    if (token !== null) headers.set('authorization', `Bearer ${token}`);
    return this.fetch(server + path, { ...init, headers });
  }
}

export const unreachable: Problem = { kind: 'unreachable', status: 0, detail: 'Kokoro does not answer; start it with ./kokoro serve' };
export const cutOff: Problem = { kind: 'cut_off', status: 0, detail: 'the sound was cut off; reading goes on as soon as Kokoro answers again' };

/** With the status and the header of the answer, whatever the document says or leaves out. */
async function withRetryAfter(response: Response): Promise<Problem> {
  const problem = await problemOf(response);
  const seconds = Number(response.headers.get('retry-after') ?? problem.retry_after ?? NaN);
  return { ...problem, status: response.status, ...(seconds > 0 ? { retry_after: seconds } : {}) };
}

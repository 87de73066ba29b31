/** A server whose voice is made of numbers: each word takes 0.3 s, each text begins and ends with silence as the real one's does. */
export const rate = 24000;
export const wordSeconds = 0.3;
export const silenceBefore = 0.05;
export const silenceAfter = 0.4;

export interface Asked {
  readonly text: string;
  readonly voice?: string;
  readonly session: string;
  readonly intent: string;
  readonly format: string;
  readonly words: boolean;
  readonly authorization: string | null;
  readonly signal: AbortSignal;
}

type Answer = () => Response | Promise<Response>;

const frame = (type: number, payload: Uint8Array): Uint8Array => {
  const whole = new Uint8Array(5 + payload.length);
  whole[0] = type;
  new DataView(whole.buffer).setUint32(1, payload.length, true);
  whole.set(payload, 5);
  return whole;
};
const json = (type: number, value: object): Uint8Array => frame(type, new TextEncoder().encode(JSON.stringify(value)));

/** Loud, so that silence can be told from it. */
const speech = (seconds: number, level = 8000): Uint8Array => new Uint8Array(new Int16Array(Math.round(seconds * rate)).fill(level).buffer);

/** The frames of a text, one word at a time. `(word)` is left out by the server. */
export function framesOf(text: string): Uint8Array[] {
  const frames = [json(1, { id: 'u1', sample_rate: rate, voice: 'v', model: 'm', text_length: text.length }), frame(2, speech(silenceBefore, 0))];
  let at = silenceBefore;
  for (const { index, 0: word } of text.matchAll(/\S+/g)) {
    const isSpoken = !word.startsWith('(');
    const to = isSpoken ? at + wordSeconds : at;
    frames.push(json(3, [{ start: index, end: index + word.length, from: at, to, ...(isSpoken ? {} : { spoken: false }) }]));
    if (isSpoken) frames.push(frame(2, speech(wordSeconds)));
    at = to;
  }
  frames.push(frame(2, speech(silenceAfter, 0)));
  const samples = frames.filter((each) => each[0] === 2).reduce((sum, each) => sum + (each.length - 5) / 2, 0);
  return [...frames, json(4, { samples, sha256: '' })];
}

export const problem = (status: number, kind: string, more: object = {}): Answer => {
  return () => new Response(JSON.stringify({ status, kind, detail: `it is ${kind}; do something else`, ...more }), { status });
};

/** The first so many frames of a text, and then the end of the connection. */
export const cutAfter = (text: string, frames: number): Answer => () => new Response(bodyOf(framesOf(text).slice(0, frames)));

/** The same, with half of the sound of the frame after them; the connection ends when `until` does. */
export const cutWithin = (text: string, frames: number, until: Promise<void>): Answer => () => {
  const [whole, last] = [framesOf(text).slice(0, frames), framesOf(text)[frames]!.slice(5)];
  return new Response(bodyOf([...whole, frame(2, last.slice(0, (last.length >> 2) * 2))], until));
};

function bodyOf(frames: readonly Uint8Array[], until?: Promise<void>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const each of frames) controller.enqueue(each);
      if (until === undefined) controller.close();
      else void until.then(() => controller.close());
    },
  });
}

export class FakeServer {
  readonly asked: Asked[] = [];
  /** Times that /health/live was asked. */
  looks = 0;
  isDown = false;
  /** What is answered instead of the next texts, in order. */
  readonly instead: Answer[] = [];
  /** What is answered instead of particular texts, always. */
  readonly always = new Map<string, Answer>();

  get texts(): string[] {
    return this.asked.map(({ text }) => text);
  }

  readonly fetch = async (url: string, init: RequestInit): Promise<Response> => {
    if (url.endsWith('/health/live')) this.looks++;
    if (this.isDown) throw new TypeError('fetch failed');
    if (url.endsWith('/health/live')) return new Response('{}');
    if (url.endsWith('/voices')) return new Response(JSON.stringify({ default: 'am_aster', voices: [{ id: 'am_aster', name: 'Aster', language: 'en-us' }] }));
    const body = JSON.parse(init.body as string) as Asked;
    this.asked.push({ ...body, authorization: new Headers(init.headers).get('authorization'), signal: init.signal! });
    const answer = this.always.get(body.text) ?? this.instead.shift();
    return answer === undefined ? new Response(bodyOf(framesOf(body.text))) : answer();
  };
}

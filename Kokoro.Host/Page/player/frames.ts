/** The server's stream of frames, `u8 type, u32 little-endian length, payload`; docs/http-api.md describes it. */

export interface Meta {
  readonly id: string;
  readonly sample_rate: number;
  readonly voice: string;
  readonly model: string;
  readonly text_length: number;
}

/** A word and when it is heard. `start` and `end` are UTF-16 offsets into the text as sent, `from` and `to` seconds since the first sample. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  /** False for what was left out, at the place where it would be heard. */
  readonly spoken?: boolean;
  /** True where the model gives no times and they are guessed. */
  readonly estimated?: boolean;
}

export interface End {
  readonly samples: number;
  readonly sha256: string;
}

export interface Problem {
  readonly kind: string;
  readonly detail: string;
  readonly status: number;
  readonly field?: string;
  readonly start?: number;
  readonly end?: number;
  readonly retry_after?: number;
}

export type Frame =
  | { readonly type: 'meta'; readonly meta: Meta }
  | { readonly type: 'samples'; readonly samples: Int16Array }
  | { readonly type: 'words'; readonly words: readonly Word[] }
  | { readonly type: 'end'; readonly end: End }
  | { readonly type: 'error'; readonly problem: Problem };

/** What came is no stream of frames. */
export class FramesError extends Error {}

const headLength = 5;

/** A minute of words is some 10 KB and a piece of sound 4,800 bytes: a longer frame is no frame of this server. */
const mostPayload = 1 << 20;

/** Cuts a stream of bytes, which may come in pieces of any length, into frames. */
export class FrameReader {
  private held = new Uint8Array(0);
  private isEnded = false;

  /** Whether the stream ended as a whole one does: with an end or an error, and nothing after it. */
  get isWhole(): boolean {
    return this.isEnded && this.held.length === 0;
  }

  /** @returns the frames that are complete now. */
  push(bytes: Uint8Array): Frame[] {
    const all = new Uint8Array(this.held.length + bytes.length);
    all.set(this.held);
    all.set(bytes, this.held.length);
    const view = new DataView(all.buffer);
    const frames: Frame[] = [];
    let at = 0;
    while (all.length - at >= headLength) {
      const length = view.getUint32(at + 1, true);
      if (length > mostPayload) throw new FramesError(`a frame of ${length} bytes, where ${mostPayload} are possible`);
      if (all.length - at < headLength + length) break;
      if (this.isEnded) throw new FramesError('a frame after the last one');
      const frame = decode(view.getUint8(at), all.subarray(at + headLength, at + headLength + length));
      this.isEnded = frame.type === 'end' || frame.type === 'error';
      frames.push(frame);
      at += headLength + length;
    }
    this.held = all.slice(at);
    return frames;
  }
}

function decode(type: number, payload: Uint8Array): Frame {
  switch (type) {
    case 1:
      return { type: 'meta', meta: json<Meta>(payload) };
    case 2:
      return { type: 'samples', samples: samplesOf(payload) };
    case 3:
      return { type: 'words', words: json<readonly Word[]>(payload) };
    case 4:
      return { type: 'end', end: json<End>(payload) };
    case 5:
      return { type: 'error', problem: json<Problem>(payload) };
    default:
      throw new FramesError(`a frame of the unknown type ${type}`);
  }
}

function json<T>(payload: Uint8Array): T {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload)) as T;
  } catch {
    throw new FramesError('a frame that should be JSON and is not');
  }
}

/** Little-endian whatever the machine is, and from wherever it lies in the bytes. */
function samplesOf(payload: Uint8Array): Int16Array {
  if (payload.length % 2 !== 0) throw new FramesError('half a sample');
  const view = new DataView(payload.buffer, payload.byteOffset, payload.length);
  return Int16Array.from({ length: payload.length / 2 }, (_, i) => view.getInt16(i * 2, true));
}

import { lastFrom } from './search.ts';

/** The samples of an utterance, or of several in a row, so far, in the pieces in which they came. */
export class Sound {
  private readonly pieces: Int16Array[] = [];
  private readonly starts: number[] = [];
  private count = 0;

  constructor(readonly rate: number) {}

  get samples(): number {
    return this.count;
  }

  get seconds(): number {
    return this.count / this.rate;
  }

  append(piece: Int16Array): void {
    this.starts.push(this.count);
    this.pieces.push(piece);
    this.count += piece.length;
  }

  /** Forgets the pieces that end before this sample, so that a long listening does not fill memory; all others keep their places. */
  drop(before: number): void {
    const first = lastFrom(this.starts, (start) => start, before);
    if (first <= 0) return;
    this.pieces.splice(0, first);
    this.starts.splice(0, first);
  }

  /** Takes away this sample and all after it. */
  cut(at: number): void {
    while (this.pieces.length > 0 && this.starts.at(-1)! >= at) {
      this.starts.pop();
      this.pieces.pop();
    }
    const last = this.pieces.length - 1;
    if (last >= 0) this.pieces[last] = this.pieces[last]!.subarray(0, at - this.starts[last]!);
    this.count = Math.min(this.count, at);
  }

  /** @returns `length` samples from `from` on, within -1..1; zeros for what is dropped, and after what is there. */
  read(from: number, length: number): Float32Array<ArrayBuffer> {
    const target = new Float32Array(length);
    for (let i = Math.max(0, lastFrom(this.starts, (start) => start, from)); i < this.pieces.length && this.starts[i]! < from + length; i++) {
      const [piece, start] = [this.pieces[i]!, this.starts[i]!];
      for (let at = Math.max(from, start); at < Math.min(from + length, start + piece.length); at++) target[at - from] = piece[at - start]! / 32768;
    }
    return target;
  }

  /** The samples as a WAV file with exact sizes. */
  toWav(): Blob {
    const header = new DataView(new ArrayBuffer(44));
    const bytes = this.count * 2;
    const text = (at: number, value: string): void => [...value].forEach((letter, i) => header.setUint8(at + i, letter.charCodeAt(0)));
    text(0, 'RIFF');
    header.setUint32(4, 36 + bytes, true);
    text(8, 'WAVEfmt ');
    header.setUint32(16, 16, true);
    header.setUint16(20, 1, true);
    header.setUint16(22, 1, true);
    header.setUint32(24, this.rate, true);
    header.setUint32(28, this.rate * 2, true);
    header.setUint16(32, 2, true);
    header.setUint16(34, 16, true);
    text(36, 'data');
    header.setUint32(40, bytes, true);
    return new Blob([header.buffer, ...this.pieces.map((piece) => littleEndian(piece))], { type: 'audio/wav' });
  }
}

function littleEndian(piece: Int16Array): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(piece.length * 2));
  piece.forEach((sample, i) => view.setInt16(i * 2, sample, true));
  return view.buffer;
}

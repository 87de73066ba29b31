import { lastFrom } from './search.ts';

/** All samples of an utterance so far, in the pieces in which they came. */
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

  /** @returns `length` samples from `from` on, within -1..1; zeros before the beginning and after what is there. */
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

/**
 * Speech faster or slower at the same pitch: WSOLA (Verhelst and Roelands, "An overlap-add technique based on waveform similarity", ICASSP 1993). Windows of 20 ms are laid over each other
 * every 10 ms; each is taken from where it is needed, give or take 10 ms, at the place that continues the one before it best.
 */
export class Stretcher {
  private readonly window: number;
  private readonly hop: number;
  private readonly search: number;
  private readonly fade: Float32Array;
  /** The second half of the last window, faded out, which the next one is laid over. */
  private tail: Float32Array<ArrayBuffer>;
  /** Where the sound would go on by itself after the last window, in samples; null before the first. */
  private natural: number | null = null;
  private ready: Float32Array<ArrayBuffer> = new Float32Array(0);
  private at: number;

  /**
   * @param read samples from a place on, zeros where there are none
   * @param rate of the sound, in samples a second
   * @param speed 0.5 to 3; 2 is twice as fast
   * @param from the first sample
   */
  constructor(
    private readonly read: (from: number, length: number) => Float32Array,
    rate: number,
    private readonly speed: number,
    from: number,
  ) {
    this.hop = Math.round(rate / 100);
    this.window = this.hop * 2;
    this.search = this.hop;
    this.tail = new Float32Array(this.hop);
    this.fade = Float32Array.from({ length: this.hop }, (_, i) => 0.5 - 0.5 * Math.cos((Math.PI * (i + 0.5)) / this.hop));
    this.at = from;
  }

  /** How many samples of the sound `length` samples of the result are made of. */
  consumed(length: number): number {
    return Math.round(length * this.speed);
  }

  /** Samples of the sound that have to be there, from the beginning of the next result on, to make `length` of it. */
  needed(length: number): number {
    return this.consumed(length) + this.window + 2 * this.search;
  }

  next(length: number): Float32Array<ArrayBuffer> {
    while (this.ready.length < length) this.ready = joined(this.ready, this.step());
    const result = this.ready.slice(0, length);
    this.ready = this.ready.slice(length);
    return result;
  }

  private step(): Float32Array<ArrayBuffer> {
    const wanted = Math.round(this.at);
    const from = this.natural === null ? wanted : this.best(wanted, this.natural);
    const samples = this.read(from, this.window);
    const result = new Float32Array(this.hop);
    for (let i = 0; i < this.hop; i++) {
      const rising = this.natural === null ? 1 : this.fade[i]!;
      result[i] = this.tail[i]! + samples[i]! * rising;
      this.tail[i] = samples[this.hop + i]! * (1 - this.fade[i]!);
    }
    this.natural = from + this.hop;
    this.at += this.hop * this.speed;
    return result;
  }

  /** @returns the place within the search around `wanted` whose sound is most like what would follow by itself. */
  private best(wanted: number, natural: number): number {
    const target = this.read(natural, this.hop);
    const around = this.read(wanted - this.search, this.hop + 2 * this.search);
    let [best, most] = [wanted, -Infinity];
    for (let lag = 0; lag <= 2 * this.search; lag++) {
      let [product, energy] = [0, 1e-9];
      for (let i = 0; i < this.hop; i += 2) {
        const sample = around[lag + i]!;
        product += sample * target[i]!;
        energy += sample * sample;
      }
      const likeness = product / Math.sqrt(energy);
      if (likeness > most) [best, most] = [wanted - this.search + lag, likeness];
    }
    return best;
  }
}

function joined(one: Float32Array, other: Float32Array): Float32Array<ArrayBuffer> {
  const all = new Float32Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
}

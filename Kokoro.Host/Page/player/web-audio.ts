import type { AudioOut } from './scheduler.ts';

/** An AudioContext as output. It runs at the rate of the sound, so that chunks join without being resampled one by one. */
export class WebAudioOut implements AudioOut {
  private readonly context: AudioContext;
  private readonly gain: GainNode;

  /** To be made in answer to a click or a key: before one, browsers keep it silent. */
  constructor(rate: number) {
    this.context = new AudioContext({ sampleRate: rate, latencyHint: 'interactive' });
    this.gain = this.context.createGain();
    this.gain.connect(this.context.destination);
  }

  /** @param volume 0 to 1 */
  setVolume(volume: number): void {
    this.gain.gain.value = volume;
  }

  now(): number {
    return this.context.currentTime;
  }

  latency(): number {
    return this.context.outputLatency || 0; // not everywhere
  }

  play(samples: Float32Array<ArrayBuffer>, rate: number, at: number): () => void {
    const buffer = this.context.createBuffer(1, samples.length, rate);
    buffer.copyToChannel(samples, 0);
    const source = this.context.createBufferSource();
    source.buffer = buffer;
    source.connect(this.gain);
    source.start(at);
    return () => source.stop();
  }

  suspend(): Promise<void> {
    return this.context.suspend();
  }

  resume(): Promise<void> {
    return this.context.resume();
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

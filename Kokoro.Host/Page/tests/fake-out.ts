import type { AudioOut } from '../player/scheduler.ts';

/** An output with a clock that a test moves, and a record of all that would have been heard. */
export class FakeOut implements AudioOut {
  private clock = 0;
  private isSuspended = true;
  late = 0;
  readonly played: { at: number; samples: Float32Array; rate: number; isStopped: boolean; stoppedAt: number }[] = [];

  now(): number {
    return this.clock;
  }

  latency(): number {
    return this.late;
  }

  /** Moves the clock, in steps as small as a timer's. */
  run(seconds: number, tick: () => void): void {
    for (let left = seconds; left > 1e-9; left -= 0.05) {
      if (!this.isSuspended) this.clock += Math.min(left, 0.05);
      tick();
    }
  }

  play(samples: Float32Array, rate: number, at: number): () => void {
    const played = { at, samples, rate, isStopped: false, stoppedAt: Infinity };
    this.played.push(played);
    return () => {
      played.isStopped = true;
      played.stoppedAt = this.clock;
    };
  }

  suspend(): Promise<void> {
    this.isSuspended = true;
    return Promise.resolve();
  }

  resume(): Promise<void> {
    this.isSuspended = false;
    return Promise.resolve();
  }

  /** Every sample that was not stopped, in order. */
  heard(): number[] {
    return this.played.filter((each) => !each.isStopped).flatMap((each) => [...each.samples]);
  }
}

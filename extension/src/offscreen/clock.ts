/** Runs `act` once after so many milliseconds; the result prevents it. */
export type After = (milliseconds: number, act: () => void) => () => void;

/** Runs `act` again and again; the result ends it. */
export type Every = After;

/** Does something again and again, while it is wanted. */
export class Ticker {
  private end: (() => void) | null = null;

  constructor(
    private readonly every: Every,
    private readonly milliseconds: number,
    private readonly act: () => void,
  ) {}

  start(): void {
    this.end ??= this.every(this.milliseconds, this.act);
  }

  stop(): void {
    this.end?.();
    this.end = null;
  }
}

/** Runs `act` once after so many milliseconds; the result prevents it. */
export type After = (milliseconds: number, act: () => void) => () => void;

/** Runs `act` again and again; the result ends it. */
export type Every = After;

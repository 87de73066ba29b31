/** Seconds, as heard. */
const justBegun = 1.5;

type Skipped = ReadonlyMap<number, unknown>;

/** @returns the line itself; where it was only just begun, the one before that can be spoken; where there is none, itself again. */
export function lineBack(line: number, secondsIntoIt: number, skipped: Skipped): number {
  if (secondsIntoIt >= justBegun) return line;
  let before = line - 1;
  while (skipped.has(before)) before--;
  return before < 0 ? line : before;
}

/** @returns the next line that can be spoken, as far as that is known; the number behind the last where there is none. */
export function lineForward(line: number, skipped: Skipped): number {
  let after = line + 1;
  while (skipped.has(after)) after++;
  return after;
}

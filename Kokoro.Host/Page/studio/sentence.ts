import type { Problem } from '../player/frames.ts';

/** A problem as a person reads it. */
export function sentenceOf(problem: Problem): string {
  const again = problem.retry_after === undefined ? '' : ` Try again in ${problem.retry_after} s.`;
  return `${problem.detail.charAt(0).toUpperCase()}${problem.detail.slice(1)}.${again}`;
}

/** Minutes and seconds: "3:07". */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

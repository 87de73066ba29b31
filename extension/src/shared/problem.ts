import type { Problem } from '../../../Kokoro.Host/Page/player/frames.ts';
import { sentenceOf as serversSentence } from '../../../Kokoro.Host/Page/studio/sentence.ts';

/** A problem as a person reads it; the server's words end without a full stop, the extension's own with one. */
export function sentenceOf(problem: Problem): string {
  return serversSentence({ ...problem, detail: problem.detail.replace(/\.$/, '') });
}

/** @param detail What is wrong, and the one thing to do; begins small and has no full stop, as the server's problems do. */
export function problem(kind: string, detail: string): Problem {
  return { kind, detail, status: 0 };
}

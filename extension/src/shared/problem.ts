import type { Problem } from '../../../Kokoro.Host/Page/player/frames.ts';
import { sentenceOf as serversSentence } from '../../../Kokoro.Host/Page/studio/sentence.ts';

/** A problem as a person reads it; the server's words end without a full stop, the extension's own with one. */
export function sentenceOf(problem: Problem): string {
  return serversSentence({ ...problem, detail: problem.detail.replace(/\.$/, '') });
}

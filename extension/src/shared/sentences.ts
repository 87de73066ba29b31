import { goesOn } from './abbreviations.ts';

/** UTF-16 offsets of a sentence in its text, without the white space around it. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** Longer than any sentence that was written to be read; what is longer is a text without full stops, and is cut so that it can be heard soon and jumped in. */
const longest = 1000;

const spoken = /[\p{L}\p{N}]/u;
const startsSmall = /^[^\p{L}\p{N}\n]*\p{Ll}/u;

/**
 * Cuts a text at the ends of its sentences. A single line break is white space, an empty line ends a sentence. What has neither letter nor digit is no sentence of its own.
 * @param language BCP 47, or null for English; an unknown one is taken for English.
 */
export function sentencesOf(text: string, language: string | null): Sentence[] {
  const known = knownOf(language);
  const flat = withoutSingleBreaks(text);
  const sentences: Sentence[] = [];
  let from = 0;
  for (const { index, segment } of new Intl.Segmenter(known, { granularity: 'sentence' }).segment(flat)) {
    const to = index + segment.length;
    const head = flat.slice(from, to);
    if (to < flat.length && !head.includes('\n', head.trimEnd().length) && isOpen(head, flat.slice(to, to + 200), known)) continue;
    add(sentences, flat, from, to);
    from = to;
  }
  return sentences.flatMap((each) => cut(flat, each));
}

/** Whether the sentence is not over although the segmenter says so. */
function isOpen(head: string, tail: string, language: string): boolean {
  return !spoken.test(head) || startsSmall.test(tail) || goesOn(head, tail, language);
}

/** Trailing marks belong to the sentence before them. */
function add(sentences: Sentence[], text: string, from: number, to: number): void {
  const whole = text.slice(from, to);
  const start = from + whole.length - whole.trimStart().length;
  const end = from + whole.trimEnd().length;
  if (end <= start) return;
  if (spoken.test(whole)) sentences.push({ start, end });
  else if (sentences.length > 0) sentences.push({ start: sentences.pop()!.start, end });
}

/** The same length, so that offsets stay what they are. */
function withoutSingleBreaks(text: string): string {
  return text.replace(/[\r\u0085\u2028\u2029]/g, ' ').replace(/\n(?![^\S\n]*\n)/g, (_, at: number) => (/\n[^\S\n]*$/.test(text.slice(Math.max(0, at - 200), at)) ? '\n' : ' '));
}

function cut(text: string, { start, end }: Sentence): Sentence[] {
  if (end - start <= longest) return [{ start, end }];
  const piece = text.slice(start, start + longest);
  const at = [/.*[;:,\u3001\uff0c\u2013\u2014](?=\s)/su, /.*(?=\s)/su].map((pattern) => pattern.exec(piece)?.[0].length ?? 0).find((length) => length > longest / 2);
  const length = at ?? (/[\ud800-\udbff]$/.test(piece) ? longest - 1 : longest);
  const rest = text.slice(start + length, end);
  return [{ start, end: start + piece.slice(0, length).trimEnd().length }, ...cut(text, { start: end - rest.trimStart().length, end })];
}

function knownOf(language: string | null): string {
  try {
    return Intl.getCanonicalLocales(language ?? 'en')[0] ?? 'en';
  } catch {
    return 'en'; // pages say all kinds of things in `lang`
  }
}

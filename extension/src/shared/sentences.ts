/** UTF-16 offsets of a sentence in its text, without the white space around it. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** After these a full stop ends no sentence. */
const abbreviation = /(?:^|[\s(])(?:Dr|Mr|Mrs|Ms|Prof|St|Sr|Jr|vs|etc|e\.g|i\.e|cf|Fig|No|Vol|approx|[A-Z])\.\s*$/;

/** Cuts a text at the ends of its sentences; white space alone is no sentence. @param language BCP 47, or null for English. */
export function sentencesOf(text: string, language: string | null): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (const { index, segment } of new Intl.Segmenter(language ?? 'en', { granularity: 'sentence' }).segment(text)) {
    const to = index + segment.length;
    if (to < text.length && abbreviation.test(text.slice(from, to))) continue;
    const whole = text.slice(from, to);
    const start = from + whole.length - whole.trimStart().length;
    if (whole.trim() !== '') sentences.push({ start, end: start + whole.trim().length });
    from = to;
  }
  return sentences;
}

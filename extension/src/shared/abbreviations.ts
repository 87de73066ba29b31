/**
 * What stands before a full stop that ends no sentence. The browser's segmenter knows none of these; it does know that a small letter begins no sentence,
 * so that "etc. and" needs nothing here, and "etc. And" is an end. One list for all languages: few of these words end a sentence in any of them.
 */

/** A name or a word always follows. */
const titles =
  'Dr Dra Mr Mrs Ms Mx Prof Rev Hon Gen Col Sgt Lt Capt Sen Rep Gov St Ste Mt vs cf viz e\\.g i\\.e Sr Sra Srta Ud Uds Exmo Exma MM Mgr Sig Dott Ing Avv Hr Fr bzw z u d ca EE dr prof dott sig sra';

/** Only before a number: "No. 5" goes on, "He said no." does not. */
const numbered = 'No Nos no nos Nr nr Nº Núm núm Art art Fig Figs fig figs Vol vol Ch ch chap Eq eq Sec sec p pp pág pag S Abb Bd Kap approx env';

const anyOf = (words: string): string => `(?<![\\p{L}\\p{M}\\p{N}])(?:${words.split(' ').join('|')})`;
const stop = '\\.\\s*$';

const title = new RegExp(anyOf(titles) + stop, 'u');
const beforeNumber = new RegExp(anyOf(numbered) + stop, 'u');

/** A single capital is the initial of a name; but "I" more often ends a sentence: "So did I." */
const initial = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?!I\\.)\\p{Lu}${stop}`, 'u');

/** The number of a point in a list: "2.", "(b)", "IV." */
const point = /^\s*\(?(?:\d{1,3}|\p{L}|[IVX]{1,5})[.)]\s*$/u;

/** "am 3. Oktober": where a full stop makes an ordinal number. */
const ordinal = /(?<!\S)\d{1,2}\.\s*$/;
const languagesOfOrdinals = new Set(['de', 'da', 'nb', 'no', 'fi', 'cs', 'sk', 'pl', 'hu', 'hr', 'sr', 'sl', 'et', 'lv', 'tr']);

/** @returns whether what ends here, at a mark that could end a sentence, goes on with what follows. @param language BCP 47. */
export function goesOn(head: string, tail: string, language: string): boolean {
  if (title.test(head) || initial.test(head) || point.test(head)) return true;
  if (beforeNumber.test(head) && /^\s*\p{N}/u.test(tail)) return true;
  return ordinal.test(head) && languagesOfOrdinals.has(language.split('-')[0]!.toLowerCase());
}

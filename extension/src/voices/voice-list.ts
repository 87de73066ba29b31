import type { Voice } from '../shared/server.ts';

/** The browser says by itself what was interrupted or cancelled, and takes no voice that declares it. */
const eventTypes = ['start', 'word', 'end', 'error'] as const;

/** The server's `en-us` as the browser's `en-US`. */
export function languageOf(language: string): string {
  const [first, ...rest] = language.split('-');
  return [first!.toLowerCase(), ...rest.map((part) => (part.length === 2 ? part.toUpperCase() : part))].join('-');
}

/** As the browser lists them; two voices of the same name also have their ids. */
export function nameOf(voice: Voice, all: readonly Voice[]): string {
  const isUnique = all.filter(({ name }) => name === voice.name).length === 1;
  return `Kokoro ${voice.name}${isUnique ? '' : ` (${voice.id})`}`;
}

export function browserVoices(all: readonly Voice[]): { voiceName: string; lang: string; eventTypes: (typeof eventTypes)[number][] }[] {
  return all.map((voice) => ({ voiceName: nameOf(voice, all), lang: languageOf(voice.language), eventTypes: [...eventTypes] }));
}

/** @returns the id of the voice with this name, else of one of this language, else null: the server's default. */
export function chosen(all: readonly Voice[], name: string | undefined, language: string | undefined): string | null {
  const wanted = language?.toLowerCase();
  const isLike = (voice: Voice): boolean => wanted !== undefined && voice.language.split('-')[0] === wanted.split('-')[0];
  const voice = all.find((each) => nameOf(each, all) === name) ?? all.find((each) => each.language.toLowerCase() === wanted) ?? all.find(isLike);
  return voice?.id ?? null;
}

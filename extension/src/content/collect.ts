import type { Problem } from '../../../Kokoro.Host/Page/player/frames.ts';
import type { Collected, Place, What } from '../shared/messages.ts';
import { sentencesOf } from '../shared/sentences.ts';
import { articleOf } from './article.ts';
import type { Block } from './block.ts';
import { spotOfCaret } from './caret.ts';
import { largestText } from './largest.ts';
import { TextMap } from './map.ts';
import type { Skip } from './rules.ts';
import { selectedBlocks } from './selection.ts';
import { blocksIn } from './walk.ts';

export interface Collection {
  readonly collected: Collected;
  readonly blocks: readonly Block[];
}

/** A place of the page: of a right click. */
export interface Spot {
  readonly node: Node;
  readonly offset: number;
}

/** @param spot Where the last right click was, if it was heard. @param topOf The upper edge of what a range shows, in pixels below that of the view. */
export function collect(page: Document, what: What, skip: Skip, spot: Spot | null, topOf: (range: Range) => number | null): Collection {
  if (what === 'selection' || what === 'new') {
    const blocks = selectedBlocks(page);
    if (blocks.length > 0) return reading(page, page.title, blocks, { block: 0, offset: 0 });
    if (what === 'selection') return refused('nothing_selected', 'nothing is selected on this page; select some text and try again');
  }
  if (page.contentType === 'application/pdf' || page.querySelector('embed[type*="pdf"]') !== null) {
    return refused('page_unreadable', 'the text of a PDF is closed to extensions; select it, copy it and paste it into the popup');
  }
  const { title, blocks } = mainText(page, skip);
  if (blocks.length === 0) return refused('nothing_to_read', 'no text to read was found on this page; select the text that you want to hear and try again');
  if (what !== 'from-here') return reading(page, title, blocks, { block: 0, offset: 0 });
  // The first right click on a page was before anybody listened here; the browser puts the caret where one is.
  return fromHere(page, title, blocks, spot ?? spotOfCaret(page, topOf), topOf);
}

function mainText(page: Document, skip: Skip): { readonly title: string; readonly blocks: readonly Block[] } {
  if (page.body === null) return { title: page.title, blocks: [] };
  // Chrome shows a file of plain text as one `pre`, which is no code.
  if (page.contentType === 'text/plain') return { title: page.title, blocks: blocksIn(page.body, { skip: null }) };
  return (skip.navigation ? articleOf(page, skip) : null) ?? { title: page.title, blocks: largestText(page, skip) };
}

/** To the end of the article; to that of the page if the right click was beside the article. */
function fromHere(page: Document, title: string, blocks: readonly Block[], spot: Spot | null, topOf: (range: Range) => number | null): Collection {
  const place = spot === null ? null : new TextMap(blocks).placeOf(spot.node, spot.offset);
  if (place !== null) return reading(page, title, blocks, startOfSentence(page, blocks, place));
  if (spot !== null && spot.node.isConnected) {
    const all = blocksIn(page.body, { skip: null });
    const beside = new TextMap(all).placeOf(spot.node, spot.offset);
    if (beside !== null) return reading(page, page.title, all, startOfSentence(page, all, beside));
  }
  return reading(page, title, blocks, firstInView(page, blocks, topOf));
}

function startOfSentence(page: Document, blocks: readonly Block[], { block, offset }: Place): Place {
  const sentences = sentencesOf(blocks[block]!.text, languageOf(page, blocks));
  return { block, offset: (sentences.find(({ end }) => offset < end) ?? sentences.at(-1))?.start ?? 0 };
}

function firstInView(page: Document, blocks: readonly Block[], topOf: (range: Range) => number | null): Place {
  const map = new TextMap(blocks);
  const language = languageOf(page, blocks);
  const top = (block: number, start: number, end: number): number => {
    const [range] = map.rangesOf({ block, start, end });
    return (range === undefined ? null : topOf(range)) ?? -1;
  };
  for (const [block, { text }] of blocks.entries()) {
    if (top(block, text.length - 1, text.length) < 0) continue;
    for (const { start, end } of sentencesOf(text, language)) {
      if (top(block, start, end) >= 0) return { block, offset: start };
    }
  }
  return { block: 0, offset: 0 };
}

function reading(page: Document, title: string, blocks: readonly Block[], start: Place): Collection {
  const collected: Collected = {
    ok: true,
    reading: { id: randomId(), url: page.URL, title, language: languageOf(page, blocks), blocks: blocks.map(({ text }) => text), start },
  };
  return { collected, blocks };
}

function languageOf(page: Document, blocks: readonly Block[]): string | null {
  const said = blocks[0]?.runs[0]?.node.parentElement?.closest('[lang]')?.getAttribute('lang') ?? page.documentElement.lang;
  return said.trim() === '' ? null : said;
}

function refused(kind: string, detail: string): Collection {
  return { collected: { ok: false, problem: { kind, detail, status: 0 } satisfies Problem }, blocks: [] };
}

/** `randomUUID` is there only on pages that came over HTTPS. */
function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

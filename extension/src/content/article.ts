import { Readability, isProbablyReaderable } from '@mozilla/readability';
import { blocksIn } from './walk.ts';
import type { Block } from './block.ts';
import type { Skip } from './rules.ts';

/** Only in the copy of the page, never in the page. */
const mark = 'data-kokoro-number';

/** Less of the article's text than this, found again in the page, means that it was not found again. */
const enough = 0.5;

export interface Article {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** @returns the article that a page is mainly there for; null when it has none. */
export function articleOf(page: Document, skip: Skip): Article | null {
  if (!isProbablyReaderable(page)) return null;
  const elements = [...page.getElementsByTagName('*')];
  const found = parsed(markedCopy(page, elements));
  if (found?.content == null) return null;
  const parts = new Set<Element>();
  for (const part of found.content.querySelectorAll(`[${mark}]`)) parts.add(elements[Number(part.getAttribute(mark))]!);
  const full = found.title?.trim() || page.title;
  const heading = headingOf(page, full);
  const title = heading?.textContent?.replace(/\s+/g, ' ').trim() ?? full;
  if (heading !== null) for (const part of [heading, ...heading.querySelectorAll('*')]) parts.add(part);
  const blocks = blocksOf(page.body, parts, skip);
  const length = blocks.reduce((sum, { text }) => sum + text.length, 0);
  const whole = blocksOf(page.body, parts, noSkips).reduce((sum, { text }) => sum + text.length, 0);
  return length === 0 || whole < enough * (found.textContent ?? '').replace(/\s+/g, ' ').length ? null : { title, blocks };
}

/** The pages of the world are stranger than any library expects; one that it fails on is read without it. */
function parsed(copy: Document): ReturnType<Readability<Element>['parse']> {
  try {
    return new Readability<Element>(copy, { serializer: (node: Node) => node as Element, keepClasses: true }).parse();
  } catch (error) {
    console.warn('Kokoro: the main article was not found', error);
    return null;
  }
}

const noSkips: Skip = { navigation: false, code: false, tables: false, citations: false };

function blocksOf(body: Element, parts: ReadonlySet<Element>, skip: Skip): Block[] {
  const around = new Set<Element>();
  for (const part of parts) {
    for (let each: Element | null = part; each !== null && !around.has(each); each = each.parentElement) around.add(each);
  }
  // Readability takes the place of such links by their text.
  const isScripted = (element: Element): boolean => element.matches('a[href^="javascript:"]') && element.parentElement !== null && parts.has(element.parentElement);
  return blocksIn(body, {
    skip: { ...skip, navigation: false },
    enters: (element) => around.has(element) || isScripted(element) || element.localName === 'br',
    takes: (element) => parts.has(element) || isScripted(element),
  });
}

/** A copy in which each element bears its number, without what is not seen. */
function markedCopy(page: Document, elements: readonly Element[]): Document {
  const copy = page.cloneNode(true) as Document;
  const copies = [...copy.getElementsByTagName('*')];
  copies.forEach((each, number) => {
    each.setAttribute(mark, String(number));
    const element = elements[number]!;
    if (element.matches('body *:not(script, style, noscript, template)') && page.defaultView?.getComputedStyle(element).display === 'none') each.remove();
  });
  return copy;
}

/** Readability leaves out the heading that is the title; a listener wants to hear it. */
function headingOf(page: Document, title: string): Element | null {
  const plain = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim().toLowerCase();
  const whole = plain(title);
  return [...page.querySelectorAll('h1, h2')].find((each) => plain(each.textContent).length > whole.length / 2 && whole.includes(plain(each.textContent))) ?? null;
}

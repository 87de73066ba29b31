import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

/** @returns a page with this body, or from fixtures/NAME.html. */
export function pageOf(source: { readonly body: string } | { readonly fixture: string }): Document {
  const html = 'body' in source ? `<!doctype html><title>A page</title><body>${source.body}</body>` : readFileSync(`test/fixtures/${source.fixture}.html`, 'utf8');
  return new JSDOM(html, { url: 'https://example.org/page' }).window.document;
}

/** @returns the first text node with this text in it, and where in it the text begins. */
export function textNode(page: Document, text: string): { readonly node: Text; readonly offset: number } {
  const nodes = page.createTreeWalker(page, 4);
  for (let node = nodes.nextNode() as Text | null; node !== null; node = nodes.nextNode() as Text | null) {
    const offset = node.data.indexOf(text);
    if (offset >= 0) return { node, offset };
  }
  throw new Error(`the page has no text node with '${text}'`);
}

import { blocksIn } from './walk.ts';
import type { Block } from './block.ts';

/** @returns exactly what is selected; nothing where nothing is. What is selected in a field, or where the page hides its text, is in no run and so is never lit. */
export function selectedBlocks(page: Document): Block[] {
  const selection = page.getSelection();
  const text = selection?.toString() ?? '';
  const blocks: Block[] = [];
  for (let i = 0; i < (selection?.rangeCount ?? 0); i++) {
    const range = selection!.getRangeAt(i);
    if (!range.collapsed && page.body !== null) blocks.push(...blocksIn(rootOf(range, page), { skip: null, range }));
  }
  return blocks.length > 0 ? blocks : plainBlocks(text);
}

/** Text that comes from no place in a page: a block for each paragraph, which an empty line ends. */
export function plainBlocks(text: string): Block[] {
  return text
    .split(/\r?\n[^\S\n]*\r?\n/)
    .map((each) => each.trim())
    .filter((each) => /[\p{L}\p{N}]/u.test(each))
    .map((each) => ({ text: each, runs: [] }));
}

/** The innermost element with all of the range in it. */
function rootOf(range: Range, page: Document): Element {
  const { commonAncestorContainer: node } = range;
  return (node.nodeType === node.ELEMENT_NODE ? (node as Element) : node.parentElement) ?? page.body;
}

import { blocksIn } from './walk.ts';
import type { Block } from './block.ts';
import type { Skip } from './rules.ts';

/** An element that holds so much of the page's text is what the page is there for. */
const most = 0.7;

/** UTF-16 length: what is so short and nothing but a link is a way to elsewhere, and no headline. */
const shortLink = 25;

/** @returns the text of a page that is no article: of the innermost element that holds most of what is there to read, and the headings of the page. */
export function largestText(page: Document, skip: Skip): Block[] {
  const all = blocksIn(page.body, { skip });
  if (!skip.navigation) return all;
  const written = all.filter((block) => !isWay(block));
  const blocks = (written.length > 0 ? written : all).map((block) => ({ block, around: elementsAround(block) }));
  const inside = (root: Element): typeof blocks => blocks.filter(({ around }) => around.includes(root));
  const length = (some: typeof blocks): number => some.reduce((sum, { block }) => sum + block.text.length, 0);
  const enough = most * length(blocks);
  let root: Element = page.body;
  for (;;) {
    const held = inside(root);
    const below = new Set(held.map(({ around }) => around[around.indexOf(root) - 1]).filter((each) => each !== undefined));
    const next = [...below].find((each) => length(inside(each)) >= enough && inside(each).length > 1);
    if (next === undefined) return blocks.filter(({ around }) => around.includes(root) || around.some((each) => each.localName === 'h1')).map(({ block }) => block);
    root = next;
  }
}

/** From the innermost to the root, out of open shadow trees too. */
function elementsAround({ runs }: Block): Element[] {
  const around: Element[] = [];
  for (let node: Node | null = runs[0]!.node.parentNode; node !== null; node = node.parentNode ?? ((node as Partial<ShadowRoot>).host ?? null)) {
    if (node.nodeType === node.ELEMENT_NODE) around.push(node as Element);
  }
  return around;
}

function isWay({ text, runs }: Block): boolean {
  return text.length < shortLink && runs.every(({ node }) => node.parentElement?.closest('a, [role="link"]') != null) && runs[0]!.node.parentElement?.closest('h1, h2, h3') == null;
}

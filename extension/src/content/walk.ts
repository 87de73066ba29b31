import { BlockBuilder, type Block } from './block.ts';
import { citations, isHidden, isSkipped, type Skip } from './rules.ts';

export interface Walk {
  /** Null: all that is seen. */
  readonly skip: Skip | null;
  /** Whether to look into this element at all. */
  readonly enters?: (element: Element) => boolean;
  /** Whether the text that lies directly in this element is read. */
  readonly takes?: (element: Element) => boolean;
  /** Only what lies in here. */
  readonly range?: Range;
}

/** Nothing at all: of an element that is laid out nowhere. */
const inline = /^(?:$|inline|contents|ruby|math)/;

/** @returns the text under a node, as it is seen: a block for each block element that has text of its own. Leaves the page as it is. */
export function blocksIn(root: Element, walk: Walk): Block[] {
  const builder = new BlockBuilder();
  const view = root.ownerDocument.defaultView;
  if (view === null) return [];

  const visit = (element: Element): void => {
    if (element.localName === 'br') return builder.lineBreak();
    if (element.localName === 'wbr' || walk.enters?.(element) === false || walk.range?.intersectsNode(element) === false) return;
    const style = view.getComputedStyle(element);
    if (isHidden(element, style)) return;
    if (walk.skip !== null && isSkipped(element, style, walk.skip)) return builder.gap();
    const isBlock = !inline.test(style.display) && !isInitial(element, style);
    if (isBlock) builder.end();
    const takes = walk.takes?.(element) !== false && style.visibility !== 'hidden' && style.visibility !== 'collapse';
    const isKept = /^(?:pre|break-spaces)/.test(style.whiteSpace) || element.closest('pre') !== null;
    for (const child of childrenOf(element)) {
      if (child.nodeType === child.ELEMENT_NODE) visit(child as Element);
      else if (child.nodeType === child.TEXT_NODE && takes) append(child as Text, isKept, element);
    }
    if (isBlock) builder.end();
  };

  const append = (node: Text, isKept: boolean, parent: Element): void => {
    const { from, to } = partOf(node, walk.range);
    let at = from;
    if (walk.skip?.citations === true && parent.closest('code, kbd, samp') === null) {
      for (const { index, 0: sign } of node.data.slice(from, to).matchAll(citations)) {
        builder.append(node, at, from + index, isKept);
        builder.gap();
        at = from + index + sign.length;
      }
    }
    builder.append(node, at, to, isKept);
  };

  visit(root);
  builder.end();
  return builder.blocks;
}

/** A first letter that stands out of its paragraph is a block for the browser, and still the beginning of a word. */
function isInitial(element: Element, style: CSSStyleDeclaration): boolean {
  return style.float !== 'none' && style.float !== '' && (element.textContent ?? '').trim().length <= 2;
}

/** As the browser lays them out: what is in an open shadow tree, with what is put into its slots. */
function childrenOf(element: Element): Iterable<Node> {
  if (element.shadowRoot !== null) return element.shadowRoot.childNodes;
  if (element.localName !== 'slot') return element.childNodes;
  const assigned = (element as HTMLSlotElement).assignedNodes();
  return assigned.length > 0 ? assigned : element.childNodes;
}

function partOf(node: Text, range: Range | undefined): { readonly from: number; readonly to: number } {
  if (range === undefined) return { from: 0, to: node.length };
  if (!range.intersectsNode(node)) return { from: 0, to: 0 };
  return { from: node === range.startContainer ? range.startOffset : 0, to: node === range.endContainer ? range.endOffset : node.length };
}

import type { Spot } from './collect.ts';

/** @returns the place in the text under a point of the view, in CSS pixels; null where there is none. */
export function spotAt(page: Document, x: number, y: number): Spot | null {
  if ('caretPositionFromPoint' in page) {
    const caret = page.caretPositionFromPoint(x, y);
    return caret === null ? null : { node: caret.offsetNode, offset: caret.offset };
  }
  const range = (page as Document).caretRangeFromPoint(x, y); // before Chrome 128
  return range === null ? null : { node: range.startContainer, offset: range.startOffset };
}

/** @returns where the caret is; null where there is none, or above the view. @param topOf pixels below the upper edge of the view */
export function spotOfCaret(page: Document, topOf: (range: Range) => number | null): Spot | null {
  const selection = page.getSelection();
  if (selection === null || selection.rangeCount === 0 || !selection.isCollapsed) return null;
  const { startContainer: node, startOffset: offset } = selection.getRangeAt(0);
  return (topOf(selection.getRangeAt(0)) ?? -1) < 0 ? null : { node, offset };
}

/** @returns whether a point of the view lies on what these ranges show, not just beside it. */
export function isOn(ranges: readonly Range[], x: number, y: number): boolean {
  return ranges.some((range) => [...range.getClientRects()].some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom));
}

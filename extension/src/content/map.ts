import type { Place, Span } from '../shared/messages.ts';
import type { Block, Run } from './block.ts';

/** From a place in the blocks' text to the page and back. What has vanished from the page is nowhere; nothing here throws for it. */
export class TextMap {
  private readonly runsOf = new Map<Text, { readonly block: number; readonly run: Run }[]>();

  constructor(private readonly blocks: readonly Block[]) {
    blocks.forEach(({ runs }, block) => {
      for (const run of runs) {
        const known = this.runsOf.get(run.node);
        if (known === undefined) this.runsOf.set(run.node, [{ block, run }]);
        else known.push({ block, run });
      }
    });
  }

  /** @returns the ranges that show this part of the text, without what was left out in between; none if any of it is no longer as it was. */
  rangesOf({ block, start, end }: Span): Range[] {
    const parts = (this.blocks[block]?.runs ?? []).filter((run) => run.at < end && run.at + run.length > start);
    const ranges: Range[] = [];
    for (const run of parts) {
      const from = run.offset + Math.max(0, start - run.at);
      const to = run.offset + Math.min(run.length, end - run.at);
      if (!run.node.isConnected || to > run.node.length) return [];
      const last = ranges.at(-1);
      if (last !== undefined && last.endContainer === run.node && isUnread(run.node.data.slice(last.endOffset, from))) last.setEnd(run.node, to);
      else ranges.push(rangeOf(run.node, from, to));
    }
    return ranges;
  }

  /** @returns where in the text this place of the page is: of what was not read itself, the next character in the same node that was, else the last one. */
  placeOf(node: Node, offset: number): Place | null {
    const runs = this.runsOf.get(node as Text) ?? [];
    const found = runs.find(({ run }) => offset < run.offset + run.length) ?? runs.at(-1);
    if (found === undefined) return null;
    return { block: found.block, offset: found.run.at + Math.min(Math.max(0, offset - found.run.offset), found.run.length) };
  }
}

/** White space that was made one space, and what is never shown. */
function isUnread(text: string): boolean {
  return /^[\s\u00ad\ufeff\u200b]*$/.test(text);
}

function rangeOf(node: Text, from: number, to: number): Range {
  const range = node.ownerDocument.createRange();
  range.setStart(node, from);
  range.setEnd(node, to);
  return range;
}

import type { Place } from '../shared/messages.ts';
import { sentencesOf } from '../shared/sentences.ts';
import { isOn, spotAt } from './caret.ts';
import type { TextMap } from './map.ts';

/** What a click already means something to. */
const busy = 'a, button, input, select, textarea, label, summary, option, audio, video, [contenteditable]:not([contenteditable="false"]), [role="button"], [role="link"], [role="checkbox"], [role="tab"], [role="menuitem"]';

/** @returns the beginning of the sentence that was clicked; null if the click was not meant for it. */
export function clickedSentence(event: MouseEvent, page: Document, map: TextMap, blocks: readonly string[], language: string | null): Place | null {
  if (event.button !== 0 || event.detail > 1 || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  const isBusy = event.composedPath().some((each) => (each as Partial<Element>).matches?.(busy) === true);
  if (isBusy || page.getSelection()?.isCollapsed === false) return null;
  const spot = spotAt(page, event.clientX, event.clientY);
  const place = spot === null ? null : map.placeOf(spot.node, spot.offset);
  if (place === null) return null;
  const sentence = sentencesOf(blocks[place.block]!, language).find(({ end }) => place.offset <= end);
  if (sentence === undefined || !isOn(map.rangesOf({ block: place.block, ...sentence }), event.clientX, event.clientY)) return null;
  return { block: place.block, offset: sentence.start };
}

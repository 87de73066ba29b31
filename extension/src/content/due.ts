import type { PlayerToReader } from '../shared/messages.ts';

export type PlaceMessage = Extract<PlayerToReader, { type: 'place' }>;

/** What is to be lit when. Words may come before they are heard; of what is due the last that came is right, so that a correction ends what was said before of the time after it. */
export class DueQueue {
  private waiting: PlaceMessage[] = [];

  get size(): number {
    return this.waiting.length;
  }

  /** @param now Milliseconds since 1970. */
  push(message: PlaceMessage, now: number): void {
    this.waiting.push(message);
    const last = this.waiting.findLastIndex(({ due }) => due <= now);
    if (last > 0) this.waiting.splice(0, last); // a page that is not seen asks for nothing
  }

  /** @returns what is to be lit from now on; null: nothing new. */
  take(now: number): PlaceMessage | null {
    const last = this.waiting.findLastIndex(({ due }) => due <= now);
    return last < 0 ? null : this.waiting.splice(0, last + 1)[last]!;
  }

  clear(): void {
    this.waiting = [];
  }
}

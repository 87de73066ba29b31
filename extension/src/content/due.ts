import type { PlayerToReader } from '../shared/messages.ts';

export type PlaceMessage = Extract<PlayerToReader, { type: 'place' }>;

/** What is to be lit when. Words may come before they are heard; what came last is right, and ends what was to be lit from its time on. */
export class DueQueue {
  private waiting: PlaceMessage[] = [];

  get isEmpty(): boolean {
    return this.waiting.length === 0;
  }

  /** @param now Milliseconds since 1970. */
  push(message: PlaceMessage, now: number): void {
    this.waiting = this.waiting.filter(({ due }) => due < message.due);
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

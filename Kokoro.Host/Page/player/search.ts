/** @returns the index of the last of `items`, which are in order, whose `start` is at most `value`; -1 when there is none. */
export function lastFrom<T>(items: readonly T[], start: (item: T) => number, value: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (start(items[middle]!) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

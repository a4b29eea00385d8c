/** The items of a Distributed Map, read one at a time as children are started. */
export interface ItemSource {
  items(): Iterable<unknown>;
  /** Number of items, without parsing them where that can be avoided. */
  count(): number;
}

export function arraySource(items: readonly unknown[]): ItemSource {
  return { items: () => items, count: () => items.length };
}

/** Counts what is there, keeping none of it. */
export function lengthOf(values: Iterable<unknown>): number {
  let count = 0;
  const iterator = values[Symbol.iterator]();
  while (!iterator.next().done) count++;
  return count;
}

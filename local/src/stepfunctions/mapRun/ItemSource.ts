/** Where items come from that a state was given. */
export const STATE_DATA = 'STATE_DATA';

/** The items of a Distributed Map, read one at a time as children are started. */
export interface ItemSource {
  /** `$states.context.Map.Item.Source`: the S3 URI of the object that they were read from, or `STATE_DATA`. */
  readonly name: string;
  items(): Iterable<unknown>;
  /** Number of items, without parsing them where that can be avoided. */
  count(): number;
}

export function arraySource(items: readonly unknown[], name: string = STATE_DATA): ItemSource {
  return { name, items: () => items, count: () => items.length };
}

/** Counts what is there, keeping none of it. */
export function lengthOf(values: Iterable<unknown>): number {
  let count = 0;
  const iterator = values[Symbol.iterator]();
  while (!iterator.next().done) count++;
  return count;
}

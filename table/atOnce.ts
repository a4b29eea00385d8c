/**
 * Does the work of a list, some of it at the same time, and answers the results in the order of the list. For single
 * requests by the hundred: all at once would wait for each other's connections.
 */
export async function atOnce<Element, Result>(
  limit: number,
  list: readonly Element[],
  work: (element: Element) => Promise<Result>,
): Promise<Result[]> {
  const results = new Array<Result>(list.length);
  const waiting = list.entries();
  // All of them take from the one iterator, each when it is done with what it took before.
  const take = async () => {
    for (const [place, element] of waiting) results[place] = await work(element);
  };
  await Promise.all(Array.from({ length: Math.min(limit, list.length) }, take));
  return results;
}

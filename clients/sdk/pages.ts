/** One page of a connection, as every list of the API is cut. */
export interface Page<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

/** The nodes of the one list that an operation asks for. */
export type NodeOf<Result> = NonNullable<Result[keyof Result]> extends Page<infer Node> ? Node : never;

/**
 * Reads a list page by page, each only when it is asked for. A list that the service does not show is empty.
 * @param from the cursor to begin after
 */
export async function* pages<Node>(
  readPage: (after: string | null) => Promise<Page<Node> | null>,
  from?: string | null,
): AsyncGenerator<Page<Node>, void, undefined> {
  for (let after: string | null = from ?? null; ;) {
    const page: Page<Node> | null = await readPage(after);
    if (!page) return;
    yield page;
    after = page.pageInfo.endCursor ?? null;
    if (!page.pageInfo.hasNextPage || after === null) return;
  }
}

import type { Page } from '../sdk/pages.ts';
import { CliError } from './CliError.ts';
import { EXIT } from './exitCodes.ts';
import type { Invocation } from './Invocation.ts';

/** How much of a list was asked for. */
export interface PageGiven {
  first: number | undefined;
  after: string | undefined;
  all: boolean;
}

interface List<Node> {
  /** Reads one page; null where the service has no such list. */
  readPage: (page: { first: number; after: string | null }) => Promise<Page<Node> | null>;
  table: (nodes: Node[]) => string;
  /** What an empty list says. */
  none: string;
}

const PAGE_SIZE = 50;
const LARGEST_PAGE = 100;

/** Shows a page of a list, or with --all every page as it comes: in JSON a line for each node. */
export async function printPages<Node>(
  invocation: Invocation<PageGiven>,
  { readPage, table, none }: List<Node>,
): Promise<number> {
  const { all, first = all ? LARGEST_PAGE : PAGE_SIZE, after } = invocation.given;
  let cursor = after ?? null;
  for (let isFirst = true; ; isFirst = false) {
    const page = await readPage({ first, after: cursor });
    if (!page) throw new CliError(EXIT.refused, 'NOT_FOUND', 'There is no such list in this company.');
    const { nodes, pageInfo } = page;
    const isLast = !pageInfo.hasNextPage || !pageInfo.endCursor;
    cursor = pageInfo.endCursor ?? null;
    if (all && invocation.json) for (const node of nodes) invocation.print(node, () => '');
    else if (nodes.length > 0 || isFirst)
      invocation.print(page, () =>
        [
          nodes.length === 0 && isLast ? none : table(nodes),
          ...(isLast || all ? [] : [`More: --after ${cursor}`]),
        ].join('\n'),
      );
    await invocation.drain();
    if (!all || isLast) return EXIT.ok;
  }
}

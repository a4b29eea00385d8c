import { CliError } from './CliError.ts';
import { type Cell, columns } from './columns.ts';
import { EXIT } from './exitCodes.ts';
import type { Invocation } from './Invocation.ts';

/** Shows a list that comes whole; null where the service has none to show. */
export function printList<Node>(
  invocation: Invocation<unknown>,
  nodes: readonly Node[] | null,
  table: { headings: readonly string[]; cells: (node: Node) => readonly Cell[]; none: string },
): number {
  if (!nodes) throw new CliError(EXIT.refused, 'NOT_FOUND', 'There is no such list in this company.');
  invocation.print({ nodes }, () =>
    nodes.length === 0 ? table.none : columns(table.headings, nodes.map(table.cells)),
  );
  return EXIT.ok;
}

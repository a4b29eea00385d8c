import type { BracketTable } from './jurisdictions/FederalRules.ts';

/** The row that holds `amount`: the last one whose figure is not above it. Tables are short, so they are walked from the top. */
export function bracketOf(table: BracketTable, amount: number): number {
  let row = table.fromCents.length - 1;
  while (row > 0 && amount < (table.fromCents[row] ?? 0)) row -= 1;
  return row;
}

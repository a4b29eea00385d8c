/** A column of a report: CSV and JSON Lines are written from the same ones. */
export type Column<Row> = {
  /** Of the CSV's first line, and the key in JSON Lines. */
  readonly header: string;
  readonly cell: (row: Row) => Cell;
};

/** Text, a count, an amount in US cents, or nothing. An amount is told from a count by its wrapping, never by its column. */
export type Cell = string | number | AmountCell | undefined;

export type AmountCell = { readonly amountCents: number };

/** The cell of an amount that may be absent. */
export function amountCell(amountCents: number | undefined): AmountCell | undefined {
  return amountCents === undefined ? undefined : { amountCents };
}

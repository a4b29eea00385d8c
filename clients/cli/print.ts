/** Prints one answer: a JSON document on a line for scripts, or rows of text for a person. */
export function print(json: boolean, document: unknown, text: () => string): void {
  console.log(json ? JSON.stringify(document) : text());
}

/** Rows under their headings, in columns as wide as their widest cell. */
export function columns(headings: string[], rows: (string | number | null | undefined)[][]): string {
  const cells = [headings, ...rows.map((row) => row.map((cell) => String(cell ?? '')))];
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

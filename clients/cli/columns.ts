export type Cell = string | number | null | undefined;

/** Rows under their headings, in columns as wide as their widest cell; amounts end where the amounts above them end. */
export function columns(headings: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const cells = [headings, ...rows.map((row) => row.map((cell) => String(cell ?? '')))];
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const isFigure = headings.map((_, column) =>
    rows.every((row) => /^(-?[\d.]+)?$/.test(String(row[column] ?? '')) && String(row[column] ?? '') !== '-'),
  );
  return cells
    .map((row) =>
      row
        .map((cell, column) =>
          isFigure[column] && rows.length > 0 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Excel's own first line, which names the delimiter. */
export const SEPARATOR_LINE = /^sep=(.)\r?\n/i;

/** What divides the cells of a file: told by its first line that is not blank, which is the heading. */
export function delimiterOf(text: string): string {
  const named = SEPARATOR_LINE.exec(text)?.[1];
  if (named) return named;
  const heading = /[^\r\n]*\S[^\r\n]*/.exec(text)?.[0].replaceAll(/"[^"]*"/g, '') ?? '';
  const countOf = (delimiter: string) => heading.split(delimiter).length;
  return DELIMITERS.reduce<string>((best, each) => (countOf(each) > countOf(best) ? each : best), ',');
}

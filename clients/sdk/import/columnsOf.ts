import { HEADINGS_OF_OTHERS } from './headingsOfOthers.ts';
import type { RowProblem } from './RowProblem.ts';

/** What a file may hold, and where that is described. */
export interface CsvColumns<Column extends string> {
  required: readonly Column[];
  optional: readonly Column[];
  page: string;
}

/** What to read the columns of a file as, by their headings; an empty text leaves a column out. */
export type ColumnMapping = ReadonlyMap<string, string>;

/**
 * The column that each heading stands for; undefined for one that is left out. A heading that is not known is a problem:
 * what stands below it would be lost in silence.
 */
export function columnsOf<Column extends string>(
  headings: readonly string[],
  { required, optional, page }: CsvColumns<Column>,
  mapping: ColumnMapping,
): { columns: (Column | undefined)[]; problems: RowProblem[] } {
  const known = [...required, ...optional];
  const problems: RowProblem[] = [];
  const refuse = (column: string, message: string, suggestion?: string) =>
    problems.push({ line: 1, column, message, ...(suggestion ? { suggestion } : {}) });
  for (const [heading, column] of mapping) {
    if (!headings.includes(heading)) refuse(heading, `The file has no column "${heading}" to be read as "${column}".`);
    else if (column !== '' && !known.includes(column as Column))
      refuse(heading, `The column "${heading}" cannot be read as "${column}": there is no such column; see ${page}.`);
  }
  const columns = headings.map((heading): Column | undefined => {
    const name = mapping.get(heading) ?? heading;
    if (known.includes(name as Column)) return name as Column;
    if (name !== '' && !mapping.has(heading)) {
      const suggestion = suggestionFor(heading, known);
      const hint = suggestion ? `Is it ${suggestion}? Map it, rename it` : 'Map it to a column, rename it';
      refuse(heading, `The column "${heading}" is not known. ${hint}, or leave it out; see ${page}.`, suggestion);
    }
    return undefined;
  });
  for (const column of new Set(columns)) {
    if (column === undefined) continue;
    const named = headings.filter((_, index) => columns[index] === column);
    const positions = columns.flatMap((each, index) => (each === column ? [index + 1] : []));
    if (named.length > 1)
      refuse(
        named[1] ?? column,
        `${column} is there ${named.length} times, as columns ${positions.join(' and ')}: leave all but one out.`,
      );
  }
  const offered = new Set([...columns, ...problems.map(({ suggestion }) => suggestion)]);
  for (const column of required)
    if (!columns.includes(column))
      refuse(
        column,
        offered.has(column) ? `The heading has no column ${column} yet.` : `The heading lacks the column ${column}.`,
      );
  return { columns, problems };
}

const plain = (heading: string) =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^a-z0-9#]/g, '');

/** The column that a heading of another product, or one in another spelling, probably is. */
function suggestionFor(heading: string, known: readonly string[]): string | undefined {
  const wanted = plain(heading);
  const column = known.find((each) => plain(each) === wanted) ?? HEADINGS_OF_OTHERS.get(wanted);
  return column !== undefined && known.includes(column) ? column : undefined;
}

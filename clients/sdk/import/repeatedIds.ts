import { foldedId } from '../../../payroll/foldedId.ts';
import type { RowProblem } from './RowProblem.ts';

interface Identified {
  line: number;
  externalId: string;
}

/** By line: that the number of the row stands in other rows, too. Which of them is meant, nobody can know. */
export function repeatedIds(rows: readonly Identified[]): Map<number, RowProblem> {
  const problems = new Map<number, RowProblem>();
  for (const [externalId, lines] of grouped(rows, ({ externalId }) => externalId)) {
    const [first] = lines;
    if (externalId === '' || lines.length < 2 || !first) continue;
    for (const { line } of lines) {
      const others = line === first.line ? lines.slice(1) : [first];
      const named = others.slice(0, 5).map((other) => String(other.line));
      const more = others.length > named.length ? ` and ${others.length - named.length} more` : '';
      const message =
        `externalId "${externalId}" is also in line ${named.join(', ')}${more}. ` +
        'Keep one row for each employee: which of them is meant cannot be told.';
      problems.set(line, { line, column: 'externalId', message });
    }
  }
  return problems;
}

/** Numbers that differ by blanks, case, leading zeros or look-alike characters alone: two people, or one person twice? */
export function twinIds(rows: readonly Identified[], recorded: Iterable<string> = []): RowProblem[] {
  const known = [...recorded].map((externalId) => ({ line: 0, externalId }));
  const questions: RowProblem[] = [];
  for (const twins of grouped([...known, ...rows], ({ externalId }) => foldedId(externalId)).values()) {
    const distinct = [...new Map([...twins].reverse().map((each) => [each.externalId, each])).values()].reverse();
    const [first, ...others] = distinct;
    for (const { line, externalId } of others) {
      if (!first || line === 0) continue;
      const where = first.line === 0 ? 'which is on file' : `in line ${first.line}`;
      const message =
        `externalId "${externalId}" differs from "${first.externalId}", ${where}, only by ` +
        `${differenceOf(first.externalId, externalId)}. Is it the same employee?`;
      questions.push({ line, column: 'externalId', message });
    }
  }
  return questions.sort((one, other) => one.line - other.line);
}

/** By number: the others, of these and of those on record, that differ from it only so. Without others it is absent. */
export function twinsOf(externalIds: Iterable<string>, recorded: Iterable<string>): Map<string, string[]> {
  const wanted = new Set(externalIds);
  const twins = new Map<string, string[]>();
  for (const group of grouped([...new Set([...recorded, ...wanted])], foldedId).values())
    for (const externalId of group)
      if (group.length > 1 && wanted.has(externalId))
        twins.set(
          externalId,
          group.filter((other) => other !== externalId),
        );
  return twins;
}

function differenceOf(one: string, other: string): string {
  const blank = (text: string) => text.replaceAll(/[\s\p{Cf}]/gu, '');
  if (blank(one) === blank(other)) return 'blanks';
  if (one.toLowerCase() === other.toLowerCase()) return 'capital letters';
  if (one.replace(/^0+/, '') === other.replace(/^0+/, '')) return 'leading zeros';
  return 'blanks, capital letters, leading zeros or characters that look alike';
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

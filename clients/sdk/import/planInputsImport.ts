import type { PayrollInputInput } from '../../generated/schema.ts';
import { cellsOfInput } from './cellsOfInput.ts';
import type { InputColumn } from './inputColumns.ts';
import type { SourceInput } from './SourceInput.ts';

/** What becomes of a value: `to` is absent for one that goes. Several rows of an employee are divided by semicolons. */
export interface InputChange {
  column: InputColumn | '(no column)';
  from?: string;
  to?: string;
}

/** What a row of a file will do. */
export interface PlannedInput {
  line: number;
  externalId: string;
  outcome: 'CREATE' | 'CHANGE' | 'NONE';
  changes: readonly InputChange[];
  /** What is sent; absent where nothing changes. */
  input?: PayrollInputInput;
}

/**
 * Compares a file with what its source entered before, which each row replaces as a whole. Each is sent with the version that
 * it was compared with, so that a change that somebody makes meanwhile is not overwritten unseen.
 */
export function planInputsImport(
  rows: readonly { line: number; row: PayrollInputInput }[],
  onFile: ReadonlyMap<string, SourceInput>,
): PlannedInput[] {
  return rows.map(({ line, row }): PlannedInput => {
    const { externalId } = row;
    const before = onFile.get(externalId);
    const changes = changesBetween(before?.input, row);
    if (changes.length === 0) return { line, externalId, outcome: 'NONE', changes };
    const input = { ...row, expectedVersion: before?.version ?? 0 };
    return { line, externalId, outcome: before ? 'CHANGE' : 'CREATE', changes, input };
  });
}

function changesBetween(before: PayrollInputInput | undefined, after: PayrollInputInput): InputChange[] {
  const [from, to] = [before ? valuesOf(before) : new Map<InputChange['column'], string>(), valuesOf(after)];
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((column): InputChange[] => {
    const [old, fresh] = [from.get(column), to.get(column)];
    if (old === fresh) return [];
    return [{ column, ...(old === undefined ? {} : { from: old }), ...(fresh === undefined ? {} : { to: fresh }) }];
  });
}

/** What is entered by column. Figures by their value: 40, 40.0 and 40.00 are the same hours. */
function valuesOf(input: PayrollInputInput): Map<InputChange['column'], string> {
  const { rows, beyond } = cellsOfInput(input);
  const values = new Map<InputChange['column'], string>();
  for (const cells of rows)
    for (const [column, text] of cells) {
      if (column === 'externalId' || column === 'offCycleSequence') continue;
      const sequence = cells.get('offCycleSequence');
      const isEarning = sequence !== undefined && !/^(hours|state|unpaid|supplemental)/.test(column);
      const value = `${/^\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text}${isEarning ? ` (off-cycle ${sequence})` : ''}`;
      const known = values.get(column);
      values.set(column, known === undefined ? value : [...known.split('; '), value].sort().join('; '));
    }
  if (beyond.length > 0) values.set('(no column)', beyond.join(', '));
  return values;
}

import { type EnteredPay, NOTHING_ENTERED } from '../../../payroll/EnteredPay.ts';
import { enteredPayOf, type PayrollInputRecord } from '../../../table/payrollInput.ts';
import type { RowResult } from '../rows.ts';

/** One row: refused or unchanged, or what is to be written for it. */
export interface InputRow {
  result: RowResult;
  /** An earlier attempt of this row wrote it, and may have died before it counted the edit. */
  isDone?: boolean;
  change?: { next: PayrollInputRecord; previous: PayrollInputRecord | undefined };
}

/** What the regular run pays of an input, as text; how supplemental wages are taxed also counts for the others. */
export function regularPart(input: PayrollInputRecord | undefined): string {
  const { offCycleEarnings: _others, supplementalMethod: _shared, ...regular } = summed(input);
  return JSON.stringify(regular);
}

/** The off-cycle runs that pay something else after a change than before it, by sequence. */
export function changedSequences({ next, previous }: NonNullable<InputRow['change']>): number[] {
  const { offCycleEarnings: after = {} } = summed(next);
  const { offCycleEarnings: before = {} } = summed(previous);
  const sequences = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return sequences
    .filter((sequence) => JSON.stringify(before[sequence] ?? []) !== JSON.stringify(after[sequence] ?? []))
    .map(Number);
}

function summed(input: PayrollInputRecord | undefined): EnteredPay {
  const sum = enteredPayOf(input);
  return sum.ok ? sum.value : NOTHING_ENTERED;
}

import type { RunTotals } from '../../table/payrollRun.ts';
import type { SegmentRecord } from '../../table/runItem.ts';
import type { RunProgressRecord } from '../../table/runProgress.ts';
import { PayrollAssertionFailed } from './PayrollAssertionFailed.ts';

const SUMS = [
  'grossPayCents',
  'employeeTaxesCents',
  'deductionsCents',
  'reimbursementsCents',
  'netPayCents',
  'employerTaxesCents',
] as const satisfies readonly (keyof RunTotals)[];

/**
 * The control totals of a run, once they are proven: every segment is there and counted, every employee is calculated or
 * failed, the sums counted as segments closed are the sums of the segments, and gross less deductions and taxes plus
 * reimbursements is net.
 */
export function reconcile(progress: RunProgressRecord, segments: readonly SegmentRecord[]): RunTotals {
  const closed = progress.closedSegments?.size ?? 0;
  mustEqual('closed segments', closed, progress.segmentCount);
  mustEqual('written segments', segments.length, progress.segmentCount);
  mustEqual(
    'employees',
    progress.calculatedCount + progress.failedCount + progress.excludedCount,
    progress.employeeCount,
  );
  const sumOf = (name: keyof SegmentRecord) => segments.reduce((sum, segment) => sum + Number(segment[name]), 0);
  mustEqual('employees in segments', sumOf('employeeCount'), progress.employeeCount);
  mustEqual('calculated employees', progress.calculatedCount, sumOf('calculatedCount'));
  for (const name of SUMS) mustEqual(name, progress[name], sumOf(name));
  const { grossPayCents, employeeTaxesCents, deductionsCents, reimbursementsCents, netPayCents, employerTaxesCents } =
    progress;
  mustEqual('netPayCents', netPayCents, grossPayCents - employeeTaxesCents - deductionsCents + reimbursementsCents);
  return { grossPayCents, employeeTaxesCents, deductionsCents, reimbursementsCents, netPayCents, employerTaxesCents };
}

function mustEqual(what: string, actual: number, expected: number): void {
  if (actual !== expected)
    throw new PayrollAssertionFailed(`control totals differ: ${what} is ${actual}, but it must be ${expected}`);
}

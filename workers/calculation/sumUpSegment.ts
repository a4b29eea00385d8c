import { addEnteredNotPaid, type EnteredNotPaid } from '../../payroll/enteredNotPaid.ts';
import { addPostings } from '../../payroll/ledger/addPostings.ts';
import type { Postings } from '../../payroll/ledger/Postings.ts';
import type { Payslip } from '../../payroll/Payslip.ts';
import type { PlannedPayment } from '../../table/payments.ts';
import type { RunItemRecord, SegmentRecord } from '../../table/runItem.ts';
import { emptySums, type SegmentSums } from '../../table/runProgress.ts';
import type { Segment } from '../../workflows/payrollRun.ts';
import { hashOfItems } from './hashOfItems.ts';

/** One employee's outcome: what is stored of it, and for a calculated one what it comes to. */
export interface Outcome {
  item: RunItemRecord;
  calculated?: { payslip: Payslip; postings: Postings; payments: PlannedPayment[] };
  /** What was entered for the employee and is not in it. */
  notPaid?: readonly EnteredNotPaid[];
}

/** The items of a segment, and its record: what they come to, by control total and by account of the ledger. */
export function sumUpSegment(
  { segment, employees, reverses }: Segment,
  outcomes: readonly Outcome[],
): { items: RunItemRecord[]; record: SegmentRecord } {
  const items = outcomes.map(({ item }) => item);
  const sums = emptySums();
  const postings: Postings[] = [];
  for (const outcome of outcomes) {
    count(sums, outcome);
    if (outcome.calculated) postings.push(outcome.calculated.postings);
  }
  const enteredNotPaid = addEnteredNotPaid(outcomes.flatMap(({ notPaid = [] }) => notPaid));
  const record: SegmentRecord = {
    segment,
    employeeCount: employees.length,
    hash: hashOfItems(items),
    ...sums,
    postings: addPostings(postings),
    ...(enteredNotPaid.length > 0 ? { enteredNotPaid } : {}),
    ...(reverses ? { reverses } : {}),
  };
  return { items, record };
}

function count(sums: SegmentSums, { item, calculated }: Outcome): void {
  if (item.status === 'EXCLUDED') sums.excludedCount += 1;
  if (item.status === 'FAILED') sums.failedCount += 1;
  if (!calculated) return;
  const { payslip, payments } = calculated;
  const { grossCents, netPayCents, totals } = payslip;
  sums.calculatedCount += 1;
  sums.grossPayCents += grossCents;
  sums.employeeTaxesCents += totals.taxesCents;
  sums.deductionsCents += totals.preTaxDeductionsCents + totals.garnishmentsCents + totals.postTaxDeductionsCents;
  sums.reimbursementsCents += totals.reimbursementsCents;
  sums.netPayCents += netPayCents;
  sums.employerTaxesCents += totals.employerTaxesCents;
  for (const { method, amountCents } of payments) {
    if (method === 'DIRECT_DEPOSIT') {
      sums.directDepositCents += amountCents;
      sums.directDepositCount += 1;
    } else {
      sums.checkCents += amountCents;
      sums.checkCount += 1;
    }
  }
}

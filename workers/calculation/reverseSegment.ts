import { yearOf } from '../../payroll/dates.ts';
import type { Payslip } from '../../payroll/Payslip.ts';
import { decodePayslip } from '../../payroll/payslipCodec.ts';
import { type Posting, postingOf } from '../../payroll/postingOf.ts';
import { reversePayslip } from '../../payroll/reversePayslip.ts';
import { decodePayments, encodePayments } from '../../table/payments.ts';
import type { CalculatedItem, RunItemRecord, SegmentRecord } from '../../table/runItem.ts';
import { type PostedYear, yearToDateOf } from '../../table/yearToDate.ts';
import type { Segment } from '../../workflows/payrollRun.ts';
import { PayrollAssertionFailed } from './PayrollAssertionFailed.ts';
import { type Outcome, sumUpSegment } from './sumUpSegment.ts';

/**
 * Takes a segment of another run back: its payslips and payments with the other sign, from what was recorded and from
 * nothing that was edited since. Throws `PayrollAssertionFailed` where the reversal could not be posted: a void is whole.
 * @param originals the items of the segment that is reversed  @param years what is posted for its employees now
 */
export function reverseSegment(
  segment: Segment,
  originals: readonly RunItemRecord[],
  years: ReadonlyMap<string, PostedYear>,
): { items: RunItemRecord[]; record: SegmentRecord } {
  const byEmployee = new Map(originals.map((item) => [item.employeeId, item]));
  const outcomes = segment.employees.map(([employeeId]) => {
    const original = byEmployee.get(employeeId);
    if (original?.status !== 'CALCULATED') throw new Error(`${employeeId} has no payslip that could be taken back`);
    return reversed(original, years.get(employeeId));
  });
  return sumUpSegment(segment, outcomes);
}

function reversed(original: CalculatedItem, year: PostedYear | undefined): Outcome {
  const { employeeId, employeeName, payDate, ruleSetVersion } = original;
  const payslip = reversePayslip(decodePayslip(original.payslip));
  const posting = provenPosting(payslip, year);
  const payments = decodePayments(original.payments).map((payment) => ({
    ...payment,
    amountCents: 0 - payment.amountCents,
  }));
  const item: CalculatedItem = {
    status: 'CALCULATED',
    employeeId,
    employeeName,
    payDate,
    ruleSetVersion,
    grossPayCents: payslip.grossCents,
    netPayCents: payslip.netPayCents,
    payslip: posting.payslip,
    ...(payments.length > 0 ? { payments: encodePayments(payments) } : {}),
  };
  return { item, calculated: { payslip, postings: posting.postings, payments } };
}

function provenPosting(payslip: Payslip, year: PostedYear | undefined): Posting {
  const cannot = (why: string) =>
    new PayrollAssertionFailed(`the reversal for ${payslip.employeeId} cannot be posted: ${why}`);
  let posting;
  try {
    posting = postingOf(payslip, yearToDateOf(year, yearOf(payslip.payDate)));
  } catch (error) {
    throw cannot((error as Error).message);
  }
  if (!posting.ok) throw cannot(posting.error.message);
  return posting.value;
}

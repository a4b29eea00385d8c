import { decodePayslip, encodePayslip } from '../../payroll/payslipCodec.ts';
import { reversePayslip } from '../../payroll/reversePayslip.ts';
import { decodePayments, encodePayments } from '../../table/payments.ts';
import type { CalculatedItem, RunItemRecord, SegmentRecord } from '../../table/runItem.ts';
import type { Segment } from '../../workflows/payrollRun.ts';
import { type Outcome, sumUpSegment } from './sumUpSegment.ts';

/**
 * Takes a segment of another run back: its payslips and payments with the other sign, from what was recorded and from
 * nothing that was edited since.
 * @param originals the items of the segment that is taken back
 */
export function reverseSegment(
  segment: Segment,
  originals: readonly RunItemRecord[],
): { items: RunItemRecord[]; record: SegmentRecord } {
  const byEmployee = new Map(originals.map((item) => [item.employeeId, item]));
  const outcomes = segment.employees.map(([employeeId]) => {
    const original = byEmployee.get(employeeId);
    if (original?.status !== 'CALCULATED') throw new Error(`${employeeId} has no payslip that could be taken back`);
    return reversed(original);
  });
  return sumUpSegment(segment, outcomes);
}

function reversed(original: CalculatedItem): Outcome {
  const { employeeId, employeeName, payDate, ruleSetVersion } = original;
  const payslip = reversePayslip(decodePayslip(original.payslip));
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
    payslip: encodePayslip(payslip),
    ...(payments.length > 0 ? { payments: encodePayments(payments) } : {}),
  };
  return { item, payslip, payments };
}

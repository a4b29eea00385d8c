import { decodePayments, paymentIdOf, runPaymentsOf, stageOf, standingOf } from '../../table/payments.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import { maskedAccountNumber } from '../answers/maskedAccountNumber.ts';
import type { PaymentRow } from '../documents/paymentColumns.ts';
import { itemsOfSegments } from './itemsOfSegments.ts';

/** The payments of some segments of a run, as they stand. */
export async function paymentRowsOf(run: RunRecord, fromSegment: number, nextSegment: number): Promise<PaymentRow[]> {
  const today = new Date().toISOString().slice(0, 10);
  const found = await itemsOfSegments(run, fromSegment, nextSegment);
  return found.flatMap(({ item, segment }) => {
    if (item.status !== 'CALCULATED') return [];
    const { employeeId, employeeName } = item;
    return decodePayments(item.payments).map(({ split, method, last4, amountCents }): PaymentRow => {
      const state = stageOf(item, { split, method }, runPaymentsOf(run), today);
      const { status, returnCode } = standingOf(item, split, run.paymentsSubmittedAt);
      const paymentId = paymentIdOf({ runId: run.runId, segment, employeeId, split });
      const account = maskedAccountNumber(last4);
      const payment = { split, method, maskedAccountNumber: account, amountCents, status, state, returnCode };
      return { paymentId, employeeId, employeeName, ...payment };
    });
  });
}

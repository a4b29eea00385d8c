import type { Payment } from '../clients/generated/schema.ts';
import { decodePayments, paymentIdOf, standingOf } from '../table/payments.ts';
import type { CalculatedItem, RunItemRecord } from '../table/runItem.ts';
import { moneyOf } from './money.ts';

/** Where an employee's item of a run lies. */
export interface ItemPlace {
  runId: string;
  segment: number;
}

/**
 * The payments of an employee in a run as the API shows them; none of one who has no payslip.
 * @param submittedAt when the run's files were handed over; absent before
 */
export function paymentsOfItem(
  item: RunItemRecord,
  place: ItemPlace,
  submittedAt: string | null | undefined,
): Payment[] {
  if (item.status !== 'CALCULATED') return [];
  return decodePayments(item.payments).map(({ split }) => paymentOf(item, place, split, submittedAt));
}

/** One of them. */
export function paymentOf(
  item: CalculatedItem,
  { runId, segment }: ItemPlace,
  split: number,
  submittedAt: string | null | undefined,
): Payment {
  const { employeeId, employeeName } = item;
  const planned = decodePayments(item.payments).find((payment) => payment.split === split);
  const standing = standingOf(item, split, submittedAt);
  // A payment that was paid again went to the account of its last file.
  const last4 = standing.last4 ?? (planned ? planned.last4 : null);
  return {
    paymentId: paymentIdOf({ runId, segment, employeeId, split }),
    runId,
    employeeId,
    employeeName,
    split,
    method: planned ? planned.method : 'CHECK',
    maskedAccountNumber: last4 ? `****${last4}` : null,
    amount: moneyOf(planned ? planned.amountCents : 0),
    status: standing.status,
    attempt: standing.attempt,
    returnCode: standing.returnCode ?? null,
    returnReason: standing.returnReason ?? null,
    resolution: standing.resolution ?? null,
  };
}

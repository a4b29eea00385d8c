import { util } from '@aws-appsync/utils';
import type { Payment } from '../clients/generated/schema.ts';
import { decodePayments, paymentIdOf, type RunPayments, stageOf, standingOf } from '../table/payments.ts';
import type { CalculatedItem, RunItemRecord } from '../table/runItem.ts';
import { moneyOf } from './money.ts';

/** Where an employee's item of a run lies. */
export interface ItemPlace {
  runId: string;
  segment: number;
}

/**
 * The payments of an employee in a run as the API shows them; none of one who has no payslip.
 * @param run how far the run's files are
 */
export function paymentsOfItem(item: RunItemRecord, place: ItemPlace, run: RunPayments): Payment[] {
  if (item.status !== 'CALCULATED') return [];
  return decodePayments(item.payments).map(({ split }) => paymentOf(item, place, split, run));
}

/** One of them. */
export function paymentOf(
  item: CalculatedItem,
  { runId, segment }: ItemPlace,
  split: number,
  run: RunPayments,
): Payment {
  const { employeeId, employeeName } = item;
  const planned = decodePayments(item.payments).find((payment) => payment.split === split);
  const states = item.paymentStates ?? {};
  const own = states[`${split}`];
  const standing = standingOf(item, split, run.submittedAt);
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
    state: stageOf(item, planned ?? { split, method: 'CHECK' }, run, util.time.nowISO8601().slice(0, 10)),
    settlesOn: own ? (own.effectiveEntryDate ?? null) : run.settlesOn,
    manualReason: own ? (own.reason ?? null) : null,
    checkNumber: own ? (own.checkNumber ?? null) : null,
    attempt: standing.attempt,
    returnCode: standing.returnCode ?? null,
    returnReason: standing.returnReason ?? null,
    resolution: standing.resolution ?? null,
  };
}

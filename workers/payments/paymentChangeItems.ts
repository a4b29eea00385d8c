import { journalLinesOf } from '../../payroll/ledger/journalLines.ts';
import { paidPostings } from '../../payroll/ledger/paidPostings.ts';
import { cents } from '../../payroll/money.ts';
import { paidStatusOf } from '../../payroll/runStatus.ts';
import { newLedgerEntry } from '../../table/ledger.ts';
import type { PaymentPlace } from '../../table/payments.ts';
import { isUnpaid, type PaidItem, putPaymentState } from '../../table/paymentState.ts';
import { type Cause, moveItems, type RunRecord } from '../../table/payrollRun.ts';
import type { PaymentState } from '../../table/runItem.ts';
import type { TransactItem } from '../../table/transact.ts';

/**
 * The writes that change how one payment stands, and its run with it: how many payments came back and were not paid again,
 * whether everybody is paid, the event of the run's history, and, where money moved, the entry of its ledger. The first of
 * several changes at a time gets through.
 */
export function paymentChangeItems(
  run: RunRecord,
  place: PaymentPlace,
  paid: PaidItem,
  next: PaymentState,
  cause: Cause & { reason: string },
): TransactItem[] {
  const { companyId, runId, status, segmentCount = 0, fundingAccountId = '' } = run;
  // 1: money came back; -1: it left again; 0: a retry waits, or came back before anybody saw it leave.
  const moved = Number(isUnpaid(next)) - Number(isUnpaid(paid.state));
  const returnedCount = (run.returnedCount ?? 0) + moved;
  const isEnded = status === 'PAID' || status === 'PARTIALLY_PAID';
  const to = isEnded ? paidStatusOf({ ...run, returnedCount }) : status;
  const state = putPaymentState(companyId, place, paid, next);
  if (moved === 0) return [state, ...moveItems(run, to, cause, { returnedCount }).items];
  // The entries of the segments and of the run's own payment come first.
  const sequence = Math.max(run.ledgerEntryCount ?? 0, segmentCount + 1) + 1;
  const amountCents = cents(-moved * paid.payment.amountCents);
  // Money comes back to the funding account, and leaves it again by file; by hand it leaves as checks do.
  const isByHand = next.status === 'PAID_BY_HAND';
  const lines = journalLinesOf(
    paidPostings([
      isByHand ? { method: 'CHECK', amountCents } : { method: 'DIRECT_DEPOSIT', fundingAccountId, amountCents },
    ]),
  );
  return [
    state,
    ...moveItems(run, to, cause, { returnedCount, ledgerEntryCount: sequence }).items,
    newLedgerEntry({ companyId, runId, sequence, description: cause.reason, postedAt: cause.at, lines }),
  ];
}

/**
 * How an employee's net pay is paid in one run: one compact text in the run's item, because a payment of its own would
 * cost a write for each employee. Resolvers import this file too, so it keeps to what APPSYNC_JS knows.
 */
import type { RunRecord } from './payrollRun.ts';
import type { CalculatedItem, PaymentState } from './runItem.ts';

/** One part of net pay, as it was calculated. */
export interface PlannedPayment {
  /** Counts the parts, from 1. */
  split: number;
  method: 'DIRECT_DEPOSIT' | 'CHECK';
  /** The end of the number of the account that it goes to; empty for a check. */
  last4: string;
  /** Negative in a reversal. */
  amountCents: number;
}

/** Where a payment lies: its id says all of it. */
export interface PaymentPlace {
  runId: string;
  segment: number;
  employeeId: string;
  split: number;
}

/** How a payment stands. */
export interface PaymentStanding {
  status: 'PENDING' | 'SUBMITTED' | 'RETURNED' | 'REVERSED';
  /** It left in another way than by a file. */
  isPaidByHand?: true;
  /** 1 for the run's own file, one more for each retry. */
  attempt: number;
  returnCode?: string;
  returnReason?: string;
  resolution?: string;
  /** Of a retry: the end of the number of the account that it went to. */
  last4?: string;
}

/** `split:method:last4:amountCents`, joined by `|`. */
export const encodePayments = (payments: PlannedPayment[]): string =>
  payments
    .map(
      ({ split, method, last4, amountCents }) =>
        `${split}:${method === 'DIRECT_DEPOSIT' ? 'D' : 'C'}:${last4}:${amountCents}`,
    )
    .join('|');

/** The payments of an item; none where the text is absent. */
export function decodePayments(text: string | null | undefined): PlannedPayment[] {
  if (!text) return [];
  return text.split('|').map((part) => {
    const [split, letter, last4, amountCents] = part.split(':') as [string, string, string, string];
    return {
      split: JSON.parse(split) as number,
      method: letter === 'D' ? 'DIRECT_DEPOSIT' : 'CHECK',
      last4,
      amountCents: JSON.parse(amountCents) as number,
    };
  });
}

/** `pay_` and the ids of run, segment, employee and split. */
export const paymentIdOf = ({ runId, segment, employeeId, split }: PaymentPlace): string =>
  `pay_${runId.slice(4)}_${segment}_${employeeId.slice(4)}_${split}`;

/** What is known of a state beside its status. */
function returnOf(state: PaymentState): Omit<PaymentStanding, 'status' | 'attempt'> {
  const known: Omit<PaymentStanding, 'status' | 'attempt'> = {};
  if (state.returnCode) known.returnCode = state.returnCode;
  if (state.returnReason) known.returnReason = state.returnReason;
  if (state.resolution) known.resolution = state.resolution;
  if (state.last4) known.last4 = state.last4;
  return known;
}

/**
 * How one payment of an item stands: as its exception says, where it has one; all others go with their run's files.
 * @param submittedAt when the run's files were handed over; absent before
 */
export function standingOf(
  item: Pick<CalculatedItem, 'paymentStates' | 'reversedByRunId'>,
  split: number,
  submittedAt: string | null | undefined,
): PaymentStanding {
  const states = item.paymentStates ?? {};
  const state = states[`${split}`];
  if (item.reversedByRunId && (!state || state.status !== 'RETURNED'))
    return {
      status: 'REVERSED',
      attempt: state ? state.attempt : 1,
      ...(state && state.last4 ? { last4: state.last4 } : {}),
    };
  if (state)
    return state.status === 'PAID_BY_HAND'
      ? { status: 'SUBMITTED', attempt: state.attempt, isPaidByHand: true }
      : { status: state.status, attempt: state.attempt, ...returnOf(state) };
  return { status: submittedAt ? 'SUBMITTED' : 'PENDING', attempt: 1 };
}

/** Where a payment is, in the words of the contract's `PaymentState`. */
export type PaymentStage =
  'PLANNED' | 'READY' | 'DELIVERED' | 'SETTLED' | 'RETURNED' | 'REISSUED' | 'PAID_BY_HAND' | 'VOIDED';

/** How far the payment files of a run are; each is null before. */
export interface RunPayments {
  /** When all were ready to be delivered, and checks to be printed. */
  submittedAt: string | null;
  /** When it was acknowledged of the last of them that the bank has it. */
  deliveredAt: string | null;
  /** The banking day on which they are to settle. */
  settlesOn: string | null;
}

export const runPaymentsOf = (
  run: Pick<RunRecord, 'paymentsSubmittedAt' | 'paymentsDeliveredAt' | 'effectiveEntryDate'> | null | undefined,
): RunPayments => ({
  submittedAt: run && run.paymentsSubmittedAt ? run.paymentsSubmittedAt : null,
  deliveredAt: run && run.paymentsDeliveredAt ? run.paymentsDeliveredAt : null,
  settlesOn: run && run.effectiveEntryDate ? run.effectiveEntryDate : null,
});

/**
 * Where one payment of an item is. Nothing counts as delivered before somebody acknowledged it, and nothing as settled before the
 * day after its settlement date.
 * @param today in UTC, which is never behind the United States
 */
export function stageOf(
  item: Pick<CalculatedItem, 'paymentStates' | 'reversedByRunId'>,
  { split, method }: Pick<PlannedPayment, 'split' | 'method'>,
  run: RunPayments,
  today: string,
): PaymentStage {
  const states = item.paymentStates ?? {};
  const state = states[`${split}`];
  if (state && state.status === 'RETURNED') return 'RETURNED';
  if (item.reversedByRunId) return 'VOIDED';
  if (state) {
    if (state.status === 'PAID_BY_HAND') return 'PAID_BY_HAND';
    return hasSettled(state.deliveredAt, state.effectiveEntryDate, today) ? 'SETTLED' : 'REISSUED';
  }
  if (!run.submittedAt) return 'PLANNED';
  if (method === 'CHECK' || !run.deliveredAt) return 'READY';
  return hasSettled(run.deliveredAt, run.settlesOn, today) ? 'SETTLED' : 'DELIVERED';
}

/** Whether what was delivered has settled. */
export const hasSettled = (
  deliveredAt: string | null | undefined,
  settlesOn: string | null | undefined,
  today: string,
): boolean => !!deliveredAt && !!settlesOn && today > settlesOn;

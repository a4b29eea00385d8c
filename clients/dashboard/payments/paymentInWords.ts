import type { PaymentFileKind, PaymentMethod, PaymentState } from '../../generated/schema.ts';

const METHODS: Readonly<Record<PaymentMethod, string>> = { DIRECT_DEPOSIT: 'Direct deposit', CHECK: 'Check' };

const STATES: Readonly<Record<PaymentState, string>> = {
  PLANNED: 'Planned',
  READY: 'Ready for the bank',
  DELIVERED: 'With the bank',
  SETTLED: 'Settled',
  RETURNED: 'Returned',
  REISSUED: 'Paid again',
  PAID_BY_HAND: 'Paid by hand',
  VOIDED: 'Reversed',
};

const FILE_KINDS: Readonly<Record<PaymentFileKind, string>> = {
  WAGES: 'Wages',
  RETRY: 'Wages paid again',
  REVERSAL: 'Reversal',
};

export const paymentMethodInWords = (method: PaymentMethod): string => METHODS[method];
/** A check waits to be printed where a deposit waits for the bank. */
export const paymentStateInWords = (state: PaymentState, method: PaymentMethod): string =>
  state === 'READY' && method === 'CHECK' ? 'To print' : STATES[state];
export const fileKindInWords = (kind: PaymentFileKind): string => FILE_KINDS[kind];
export const fileStateInWords = (state: PaymentState): string =>
  state === 'PLANNED' ? 'Being written' : STATES[state];

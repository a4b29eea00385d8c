import type { PaymentFileKind, PaymentFileStatus, PaymentMethod, PaymentStatus } from '../../generated/schema.ts';

const METHODS: Readonly<Record<PaymentMethod, string>> = { DIRECT_DEPOSIT: 'Direct deposit', CHECK: 'Check' };

const STATUSES: Readonly<Record<PaymentStatus, string>> = {
  PENDING: 'Not sent yet',
  SUBMITTED: 'Sent',
  RETURNED: 'Returned',
  REVERSED: 'Reversed',
};

const FILE_KINDS: Readonly<Record<PaymentFileKind, string>> = {
  WAGES: 'Wages',
  RETRY: 'Wages paid again',
  REVERSAL: 'Reversal',
};

const FILE_STATUSES: Readonly<Record<PaymentFileStatus, string>> = {
  WRITTEN: 'On its way to the bank',
  SUBMITTED: 'The bank has it',
};

export const paymentMethodInWords = (method: PaymentMethod): string => METHODS[method];
export const paymentStatusInWords = (status: PaymentStatus): string => STATUSES[status];
export const fileKindInWords = (kind: PaymentFileKind): string => FILE_KINDS[kind];
export const fileStatusInWords = (status: PaymentFileStatus): string => FILE_STATUSES[status];

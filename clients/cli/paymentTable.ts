import type { PaymentPartsFragment } from '../generated/operations/graphql.ts';
import { columns } from './columns.ts';

const HEADINGS = ['PAYMENT', 'EMPLOYEE', 'METHOD', 'ACCOUNT', 'AMOUNT', 'STATE', 'SETTLES', 'ATTEMPT', 'RETURNED FOR'];

/** Payments for a person to read, returned ones with the reason and the fix. */
export const paymentTable = (payments: readonly PaymentPartsFragment[]): string =>
  columns(
    HEADINGS,
    payments.map((payment) => [
      payment.paymentId,
      payment.employeeName,
      payment.method,
      payment.maskedAccountNumber,
      payment.amount.amount,
      payment.state,
      payment.settlesOn,
      payment.attempt,
      [payment.returnCode, payment.returnReason, payment.resolution].filter(Boolean).join(' '),
    ]),
  );

import { refuse } from '../../payroll/errors.ts';
import type { PaymentPlace } from '../../table/payments.ts';

const PAYMENT_ID = /^pay_(?<run>\w{28})_(?<segment>\d{1,6})_(?<employee>[0-9a-f]{16})_(?<split>\d)$/;

/** Where a payment lies; nothing for a text that is not the id of one. */
export function paymentPlaceOf(paymentId: string): PaymentPlace | undefined {
  const { run, segment, employee, split } = PAYMENT_ID.exec(paymentId)?.groups ?? {};
  if (run === undefined || employee === undefined) return undefined;
  return { runId: `run_${run}`, segment: Number(segment), employeeId: `emp_${employee}`, split: Number(split) };
}

export const paymentNotFound = (paymentId: string) =>
  refuse(
    'PAYMENT_NOT_FOUND',
    `Payment "${paymentId.slice(0, 80)}" does not exist in this company.`,
    'List the payments of a run with the query payments.',
    'paymentId',
  );

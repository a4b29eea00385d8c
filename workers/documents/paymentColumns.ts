import type { PaymentMethod, PaymentState, PaymentStatus } from '../../clients/generated/schema.ts';
import { amountCell, type Column } from './Column.ts';

/** One part of an employee's net pay. */
export type PaymentRow = {
  readonly paymentId: string;
  readonly employeeId: string;
  readonly employeeName: string;
  /** Counts the parts of the employee's net pay, from 1. */
  readonly split: number;
  readonly method: PaymentMethod;
  /** Such as `****1234`; absent for a check. */
  readonly maskedAccountNumber: string | undefined;
  readonly amountCents: number;
  readonly status: PaymentStatus;
  /** Where the money is. */
  readonly state: PaymentState;
  /** The bank's code for a payment that came back, such as `R03`. */
  readonly returnCode: string | undefined;
};

/** The payments of a run, a part of net pay a line. */
export const paymentColumns: readonly Column<PaymentRow>[] = [
  { header: 'paymentId', cell: ({ paymentId }) => paymentId },
  { header: 'employeeId', cell: ({ employeeId }) => employeeId },
  { header: 'employeeName', cell: ({ employeeName }) => employeeName },
  { header: 'split', cell: ({ split }) => split },
  { header: 'method', cell: ({ method }) => method },
  { header: 'maskedAccountNumber', cell: ({ maskedAccountNumber }) => maskedAccountNumber },
  { header: 'amount', cell: ({ amountCents }) => amountCell(amountCents) },
  { header: 'status', cell: ({ status }) => status },
  { header: 'returnCode', cell: ({ returnCode }) => returnCode },
  { header: 'state', cell: ({ state }) => state },
];

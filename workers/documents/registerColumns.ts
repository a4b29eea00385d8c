import type { PaymentMethod, PayrollRunItemStatus } from '../../clients/generated/schema.ts';
import type { Payslip } from '../../payroll/Payslip.ts';
import { amountCell, type Column } from './Column.ts';

/** One employee of a run. Somebody who failed or was left out has no figures. */
export type RegisterRow = {
  readonly employeeId: string;
  readonly externalId: string;
  readonly employeeName: string;
  readonly status: PayrollRunItemStatus;
  readonly payslip: Pick<Payslip, 'grossCents' | 'totals' | 'netPayCents'> | undefined;
  /** Sum of the net pay's parts by how they are paid. */
  readonly paidCents: Readonly<Partial<Record<PaymentMethod, number>>>;
  /** A code of the payroll engine, such as `W4_MISSING`, what is wrong, and what to do. */
  readonly error: { readonly code: string; readonly message: string; readonly resolution: string } | undefined;
};

/** The payroll register: what a run pays, an employee a line. */
export const registerColumns: readonly Column<RegisterRow>[] = [
  { header: 'employeeId', cell: ({ employeeId }) => employeeId },
  { header: 'externalId', cell: ({ externalId }) => externalId },
  { header: 'employeeName', cell: ({ employeeName }) => employeeName },
  { header: 'status', cell: ({ status }) => status },
  { header: 'grossPay', cell: ({ payslip }) => amountCell(payslip?.grossCents) },
  { header: 'preTaxDeductions', cell: ({ payslip }) => amountCell(payslip?.totals.preTaxDeductionsCents) },
  { header: 'taxes', cell: ({ payslip }) => amountCell(payslip?.totals.taxesCents) },
  { header: 'garnishments', cell: ({ payslip }) => amountCell(payslip?.totals.garnishmentsCents) },
  { header: 'postTaxDeductions', cell: ({ payslip }) => amountCell(payslip?.totals.postTaxDeductionsCents) },
  { header: 'reimbursements', cell: ({ payslip }) => amountCell(payslip?.totals.reimbursementsCents) },
  { header: 'netPay', cell: ({ payslip }) => amountCell(payslip?.netPayCents) },
  { header: 'employerTaxes', cell: ({ payslip }) => amountCell(payslip?.totals.employerTaxesCents) },
  { header: 'paidByDirectDeposit', cell: ({ paidCents }) => amountCell(paidCents.DIRECT_DEPOSIT) },
  { header: 'paidByCheck', cell: ({ paidCents }) => amountCell(paidCents.CHECK) },
  { header: 'errorCode', cell: ({ error }) => error?.code },
  { header: 'errorMessage', cell: ({ error }) => error?.message },
  { header: 'errorResolution', cell: ({ error }) => error?.resolution },
];

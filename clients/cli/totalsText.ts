import type { RunPartsFragment } from '../generated/operations/graphql.ts';

/** Control totals as the sum that they are. */
export const totalsText = (totals: NonNullable<RunPartsFragment['controlTotals']>): string =>
  `gross ${totals.grossPay.amount} - taxes ${totals.employeeTaxes.amount} - deductions ${totals.deductions.amount} + ` +
  `reimbursements ${totals.reimbursements.amount} = net ${totals.netPay.amount} USD; employer taxes ` +
  totals.employerTaxes.amount;

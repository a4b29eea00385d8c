/** The sums over all payslips of a run, as they stand on paper. */
export const CONTROL_TOTALS = [
  ['grossPay', 'Gross pay'],
  ['employeeTaxes', 'Employee taxes'],
  ['deductions', 'Deductions'],
  ['reimbursements', 'Reimbursements'],
  ['netPay', 'Net pay'],
  ['employerTaxes', 'Employer taxes'],
] as const;

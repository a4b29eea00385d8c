import type { CalendarDate } from './dates.ts';
import type { Cents } from './money.ts';
import type { RunType } from './EmployeePayFacts.ts';

export type LineKind =
  'EARNING' | 'PRE_TAX_DEDUCTION' | 'TAX' | 'GARNISHMENT' | 'POST_TAX_DEDUCTION' | 'REIMBURSEMENT' | 'EMPLOYER_TAX';

/** One line. Amounts are positive on a calculated payslip, whatever the kind; a reversal negates them. */
export type PayslipLine = {
  /** Stable name, for example `SALARY`, `US_FIT`, `CA_SDI`; unique within the payslip together with `reference`. */
  readonly code: string;
  readonly kind: LineKind;
  readonly amountCents: Cents;
  /** The taxable wages of this tax; counts into the year to date of the same code. */
  readonly taxableCents: Cents | undefined;
  readonly hoursHundredths: number | undefined;
  /**
   * Id of the deduction or garnishment order; of an earning that is for a part of the period, its first and last day as
   * `2026-11-23..2026-11-29`.
   */
  readonly reference: string | undefined;
  /** What was asked but not taken for want of pay. */
  readonly shortfallCents: Cents | undefined;
};

/** net = gross - pre-tax deductions - taxes - garnishments - post-tax deductions + reimbursements, always. */
export type Payslip = {
  readonly employeeId: string;
  readonly runType: RunType;
  readonly periodStartDate: CalendarDate;
  readonly periodEndDate: CalendarDate;
  readonly payDate: CalendarDate;
  readonly ruleSetVersion: string;
  /** SHA-256 over the rule set's data, hexadecimal. */
  readonly ruleSetHash: string;
  readonly lines: readonly PayslipLine[];
  readonly grossCents: Cents;
  readonly totals: PayslipTotals;
  readonly netPayCents: Cents;
};

export type PayslipTotals = {
  readonly preTaxDeductionsCents: Cents;
  readonly taxesCents: Cents;
  readonly garnishmentsCents: Cents;
  readonly postTaxDeductionsCents: Cents;
  readonly reimbursementsCents: Cents;
  /** Paid by the employer on top; not part of net. */
  readonly employerTaxesCents: Cents;
};

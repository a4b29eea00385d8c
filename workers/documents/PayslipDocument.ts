import type { CalendarDate } from '../../payroll/dates.ts';
import type { LineKind } from '../../payroll/Payslip.ts';

/** A payslip as its reader sees it: words and amounts, ready to be set as a page. */
export type PayslipDocument = {
  readonly payslipId: string;
  readonly companyName: string;
  readonly employeeName: string;
  /** The company's own number for the employee. */
  readonly employeeExternalId: string;
  readonly periodStartDate: CalendarDate;
  readonly periodEndDate: CalendarDate;
  readonly payDate: CalendarDate;
  readonly ruleSetVersion: string;
  readonly standing: PayslipStanding;
  /** Those that have a line, in the order of the calculation; the employer's taxes are the last. */
  readonly sections: readonly PayslipSection[];
  readonly netPay: PayslipAmounts;
  /** In the order of their splits. */
  readonly payments: readonly PayslipPayment[];
};

/** `VOID`: another payslip took this one back. `REVERSAL`: this one takes back another, with its figures negated. */
export type PayslipStanding = 'VALID' | 'VOID' | 'REVERSAL';

/** US cents of this pay, and of the calendar year of the pay date up to and with this pay. */
export type PayslipAmounts = { readonly amountCents: number; readonly yearToDateCents: number };

export type PayslipSection = {
  readonly kind: LineKind;
  readonly title: string;
  readonly lines: readonly PayslipDocumentLine[];
  readonly totalLabel: string;
  readonly total: PayslipAmounts;
};

export type PayslipDocumentLine = {
  readonly label: string;
  readonly hoursHundredths: number | undefined;
  readonly amountCents: number;
  /** The year counts by code: of several lines of one code, the last has the year's amount and the others nothing. */
  readonly yearToDateCents: number | undefined;
};

export type PayslipPayment = {
  /** In words, such as `Direct deposit`. */
  readonly method: string;
  /** Such as `****1234`; absent for a check. */
  readonly maskedAccountNumber: string | undefined;
  readonly amountCents: number;
};

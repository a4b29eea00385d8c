import type { DifferenceCause, PayslipLineKind } from '../../generated/schema.ts';

export const CAUSES: Readonly<Record<DifferenceCause, string>> = {
  INPUT: 'Entered for the period',
  EMPLOYEE_RECORD: 'Employee’s file',
  RULE: 'Rules',
  CALENDAR: 'Calendar',
  YEAR_TO_DATE: 'Yearly cap or balance',
  HEADCOUNT: 'In one run only',
};

/** Why a line of a payslip differs. */
export const causeInWords = (cause: DifferenceCause): string => CAUSES[cause];

const LINE_KINDS: Readonly<Record<PayslipLineKind, string>> = {
  EARNING: 'Earning',
  REIMBURSEMENT: 'Reimbursement',
  PRE_TAX_DEDUCTION: 'Deduction before tax',
  TAX: 'Tax',
  GARNISHMENT: 'Garnishment',
  POST_TAX_DEDUCTION: 'Deduction after tax',
  EMPLOYER_TAX: 'Employer tax',
};

/** What kind of line of a payslip it is. */
export const lineKindInWords = (kind: PayslipLineKind): string => LINE_KINDS[kind];

import type { PayslipStanding } from './PayslipDocument.ts';

/* The sentences of a payslip, the same on paper and on the screen. */

export const NET_PAY_IN_WORDS = 'Gross pay less deductions and taxes, plus reimbursements';
export const AMOUNTS_IN_WORDS =
  'Amounts are in US dollars. Year to date counts the calendar year of the pay date, this pay included.';

export type StandingInWords = {
  /** Written across the page. */
  readonly stamp: string;
  readonly sentence: string;
};

/** What a reader must be told of a payslip that is not simply valid. */
export function standingInWords(standing: PayslipStanding): StandingInWords | undefined {
  switch (standing) {
    case 'VALID':
      return undefined;
    case 'VOID':
      return { stamp: 'VOID', sentence: 'This payslip is void: it was taken back by a reversal.' };
    case 'REVERSAL':
      return { stamp: 'REVERSAL', sentence: 'This is a reversal: it takes back the figures of an earlier payslip.' };
  }
}

import type { DifferenceCause } from '../../generated/schema.ts';

const CAUSES: Readonly<Record<DifferenceCause, string>> = {
  INPUT: 'Entered for the period',
  EMPLOYEE_RECORD: 'Employee’s file',
  RULE: 'Rules',
  CALENDAR: 'Calendar',
  YEAR_TO_DATE: 'Yearly cap or balance',
  HEADCOUNT: 'In one run only',
};

/** Why a line of a payslip differs. */
export const causeInWords = (cause: DifferenceCause): string => CAUSES[cause];

/** `SOCIAL_SECURITY` as `Social security`. Codes that people chose stay as they are. */
export function lineInWords(code: string): string {
  if (!/^[A-Z][A-Z0-9_]*$/.test(code)) return code;
  const words = code.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

import { refuse, succeed, type Result } from './errors.ts';
import { journalLinesOf } from './ledger/journalLines.ts';
import type { Postings } from './ledger/Postings.ts';
import { postingsOf } from './ledger/postingsOf.ts';
import type { Payslip } from './Payslip.ts';
import { decodePayslip, encodePayslip } from './payslipCodec.ts';
import { addToYearToDate, type YearToDate } from './yearToDate.ts';
import { decodeYearToDate, encodeYearToDate } from './yearToDateCodec.ts';

/** What is stored of a payslip, and what it will post. */
export type Posting = {
  /** In the text of `payslipCodec.ts`. */
  readonly payslip: string;
  readonly postings: Postings;
};

/**
 * The longest text of an employee's year. The years of ten employees are one item of at most 400 KB, beside what was posted
 * to it; a year with two hundred deductions and orders of ordinary ids has a third of this.
 */
export const LARGEST_YEAR_BYTES = 24 * 1024;

/** The longest text of a payslip: an item holds four of it. */
export const LARGEST_PAYSLIP_BYTES = 96 * 1024;

/**
 * Does in advance all that posting a payslip will do, and checks it: the payslip and the year with it in are read as they
 * are written, the entry balances, and every account has a name. After this, nothing of it can fail once money has left.
 * @returns `POSTING_TOO_LARGE` where the texts do not fit their items. Throws where something does not add up
 */
export function postingOf(payslip: Payslip, yearToDate: YearToDate): Result<Posting> {
  const text = encodePayslip(payslip);
  const stored = decodePayslip(text);
  if (encodePayslip(stored) !== text) throw new Error('the payslip is not read as it is written');
  const year = encodeYearToDate(addToYearToDate(yearToDate, stored));
  if (encodeYearToDate(decodeYearToDate(year)) !== year) throw new Error('the year is not read as it is written');
  const postings = postingsOf(stored);
  journalLinesOf(postings);
  if (text.length > LARGEST_PAYSLIP_BYTES) return tooLarge('payslip', text.length, LARGEST_PAYSLIP_BYTES);
  if (year.length > LARGEST_YEAR_BYTES) return tooLarge('year to date', year.length, LARGEST_YEAR_BYTES);
  return succeed({ payslip: text, postings });
}

const tooLarge = (what: string, bytes: number, limit: number) =>
  refuse(
    'POSTING_TOO_LARGE',
    `The ${what} with all ids of deductions and orders has ${bytes} bytes; at most ${limit} can be recorded.`,
    'Give deductions and orders shorter ids, and keep the id of one that continues.',
    'employee.deductions',
  );

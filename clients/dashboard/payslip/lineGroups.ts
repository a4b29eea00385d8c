import type { PayslipLineKind } from '../../generated/schema.ts';
import { formatDate } from '../format/formatDate.ts';
import { type Money, minorUnitsOf, moneyOf } from '../format/minorUnits.ts';
import { lineName } from './lineName.ts';
import type { LineExplanation, Payslip, YearToDate } from './Payslip.ts';

/** A line of a payslip with everything that is known about it. */
export interface ExplainedLine {
  /** Its place in the payslip. */
  index: number;
  name: string;
  code: string;
  amount: Money;
  /** Of the calendar year; absent where the reader may not see it, or where a later line of the code has it. */
  yearToDate: Money | undefined;
  explanation: LineExplanation | undefined;
}

export interface LineGroup {
  kind: PayslipLineKind;
  title: string;
  lines: ExplainedLine[];
  sum: Money;
}

/** The kinds of lines in the order in which pay is calculated. */
const TITLES: Readonly<Record<PayslipLineKind, string>> = {
  EARNING: 'Earned',
  PRE_TAX_DEDUCTION: 'Deducted before taxes',
  TAX: 'Taxes withheld',
  GARNISHMENT: 'Withheld by order',
  POST_TAX_DEDUCTION: 'Deducted after taxes',
  REIMBURSEMENT: 'Reimbursed',
  EMPLOYER_TAX: 'Paid by the employer',
};

/** The lines of a payslip by their kind, with the sum of each kind. */
export function lineGroups(
  { lines, grossPay }: Payslip,
  explanations: readonly LineExplanation[] | undefined,
  year: YearToDate | undefined,
): LineGroup[] {
  const amounts = new Map(year?.amounts.map(({ code, amount }) => [code, amount]));
  const explained = lines.map(
    ({ kind, code, amount, startDate, endDate }, index): ExplainedLine & { kind: PayslipLineKind } => {
      // The year counts by code: of several lines of one code, the last has the year's amount.
      const isLast = lines.findLastIndex((line) => line.code === code) === index;
      const yearToDate = isLast ? amounts.get(code) : undefined;
      const days = startDate && endDate ? `, ${formatDate(startDate)} to ${formatDate(endDate)}` : '';
      return {
        index,
        kind,
        name: `${lineName(code)}${days}`,
        code,
        amount,
        yearToDate,
        explanation: explanations?.[index],
      };
    },
  );
  return (Object.keys(TITLES) as PayslipLineKind[]).flatMap((kind) => {
    const ofKind = explained.filter((line) => line.kind === kind);
    if (ofKind.length === 0) return [];
    const sum = ofKind.reduce((total, { amount }) => total + minorUnitsOf(amount), 0n);
    return [{ kind, title: TITLES[kind], lines: ofKind, sum: moneyOf(sum, grossPay.currency) }];
  });
}

import { add, formatMoney, parseMoney, ZERO } from '../../../payroll/money.ts';
import type { PayslipLineKind } from '../../generated/operations/graphql.ts';

interface Line {
  kind: PayslipLineKind;
  amount: { amount: string };
}

export interface LineGroup<Lines extends Line> {
  heading: string;
  /** Decimal string. */
  sum: string;
  lines: Lines[];
}

const HEADINGS: Readonly<Record<PayslipLineKind, string>> = {
  EARNING: 'EARNED',
  PRE_TAX_DEDUCTION: 'DEDUCTED BEFORE TAXES',
  TAX: 'TAXES WITHHELD',
  GARNISHMENT: 'WITHHELD BY ORDER',
  POST_TAX_DEDUCTION: 'DEDUCTED AFTER TAXES',
  REIMBURSEMENT: 'REIMBURSED',
  EMPLOYER_TAX: 'PAID BY THE EMPLOYER, NOT FROM PAY',
};

/** The lines of a payslip by kind, in the order in which pay is calculated, with the sum of each kind. */
export function groupsOf<Lines extends Line>(lines: readonly Lines[]): LineGroup<Lines>[] {
  return Object.entries(HEADINGS).flatMap(([kind, heading]) => {
    const ofKind = lines.filter((line) => line.kind === kind);
    return ofKind.length > 0 ? [{ heading, sum: sumOf(ofKind), lines: ofKind }] : [];
  });
}

function sumOf(lines: readonly Line[]): string {
  const sum = lines.reduce((total, { amount: { amount } }) => {
    const cents = parseMoney(amount, 'ANY');
    if (!cents.ok) throw new Error(`the service answered the amount "${amount}"`);
    return add(total, cents.value);
  }, ZERO);
  return formatMoney(sum);
}

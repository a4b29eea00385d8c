import type { PayslipPartsFragment } from '../../generated/operations/graphql.ts';
import { groupsOf } from './groupsOf.ts';

/** A payslip for a person to read: its lines by kind, each kind with its sum. */
export function payslipText(payslip: PayslipPartsFragment): string {
  return [
    `${payslip.payslipId}  ${payslip.employeeName} (${payslip.employeeId})`,
    `paid ${payslip.payDate} by rule set ${payslip.ruleSetVersion}`,
    ...linesText(payslip.lines),
    '',
    amountLine('GROSS PAY', payslip.grossPay.amount),
    amountLine('NET PAY', payslip.netPay.amount),
  ].join('\n');
}

/** Lines by kind, each kind with its sum. */
export const linesText = (lines: PayslipPartsFragment['lines']): string[] =>
  groupsOf(lines).flatMap(({ heading, sum, lines: ofKind }) => [
    '',
    amountLine(heading, sum),
    ...ofKind.map(({ code, amount, startDate, endDate }) =>
      amountLine(`  ${code}${daysOf(startDate, endDate)}`, amount.amount),
    ),
  ]);

/** The days of an earning that is for a part of the period. */
const daysOf = (startDate: string | null, endDate: string | null): string =>
  startDate && endDate ? ` ${startDate} to ${endDate}` : '';

const LINE_WIDTH = 71;

/** A label on the left, and an amount that ends where the amounts above it end. */
export const amountLine = (label: string, amount: string) =>
  `${label.padEnd(LINE_WIDTH - amount.length - 1)} ${amount}`;

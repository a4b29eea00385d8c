import type { Payslip, PayslipLine, PayslipLineKind } from '../clients/generated/schema.ts';
import type { CalculatedItem } from '../table/runItem.ts';
import { moneyOf } from './money.ts';
import { payslipIdOf, type PayslipPlace } from './runItem.ts';

/** The letters of `payroll/payslipCodec.ts`, which writes the text that is read here. */
const KINDS: Record<string, PayslipLineKind> = {
  E: 'EARNING',
  D: 'PRE_TAX_DEDUCTION',
  T: 'TAX',
  G: 'GARNISHMENT',
  P: 'POST_TAX_DEDUCTION',
  R: 'REIMBURSEMENT',
  X: 'EMPLOYER_TAX',
};

/** In that text: format, employee, run type, start, end, pay date, rule set and its hash come before the lines. */
const MEMBERS_BEFORE_LINES = 8;

/** A payslip as the API shows it. */
export function payslipOf(item: CalculatedItem, place: PayslipPlace): Payslip {
  return {
    payslipId: payslipIdOf(place),
    runId: place.runId,
    employeeId: item.employeeId,
    employeeName: item.employeeName,
    payDate: item.payDate,
    grossPay: moneyOf(item.grossPayCents),
    netPay: moneyOf(item.netPayCents),
    lines: item.payslip.split('|').slice(MEMBERS_BEFORE_LINES).map(lineOf),
    ruleSetVersion: item.ruleSetVersion,
  };
}

function lineOf(text: string): PayslipLine {
  const parts = text.split(' ');
  const [letter, code, amountCents] = parts as [string, string, string];
  const last = parts[parts.length - 1] ?? '';
  // An earning that is for a part of the period ends in its days: `#2026-11-23..2026-11-29`.
  const days = letter === 'E' && last.startsWith('#') ? last.slice(1).split('..') : [];
  return {
    kind: KINDS[letter] as PayslipLineKind,
    code,
    amount: moneyOf(JSON.parse(amountCents) as number),
    startDate: days[0] ?? null,
    endDate: days[1] ?? null,
  };
}

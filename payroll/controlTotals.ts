import { refuse, succeed, type Result } from './errors.ts';
import { add, cents, formatMoney, subtract, ZERO, type Cents } from './money.ts';
import type { Payslip, PayslipTotals } from './Payslip.ts';

/**
 * Sums over payslips. Sums of segments merge into sums of the run in any order, so a run can be reconciled without
 * reading its payslips again.
 */
export type ControlTotals = PayslipTotals & {
  readonly payslipCount: number;
  readonly grossCents: Cents;
  readonly netPayCents: Cents;
  /** Sum and number of lines by code, taxes and employer taxes included. */
  readonly byCode: Readonly<Record<string, CodeTotal>>;
};

export type CodeTotal = { readonly amountCents: Cents; readonly lineCount: number };

export function emptyControlTotals(): ControlTotals {
  return {
    payslipCount: 0,
    grossCents: ZERO,
    netPayCents: ZERO,
    preTaxDeductionsCents: ZERO,
    taxesCents: ZERO,
    garnishmentsCents: ZERO,
    postTaxDeductionsCents: ZERO,
    reimbursementsCents: ZERO,
    employerTaxesCents: ZERO,
    byCode: {},
  };
}

/** Control totals of some payslips, for example of one segment. */
export function controlTotalsOf(payslips: Iterable<Payslip>): ControlTotals {
  const byCode: Record<string, { amountCents: Cents; lineCount: number }> = {};
  const sum = { ...emptyControlTotals(), byCode };
  for (const payslip of payslips) {
    sum.payslipCount += 1;
    sum.grossCents = add(sum.grossCents, payslip.grossCents);
    sum.netPayCents = add(sum.netPayCents, payslip.netPayCents);
    addTotals(sum, payslip.totals);
    for (const line of payslip.lines) {
      const total = (byCode[line.code] ??= { amountCents: ZERO, lineCount: 0 });
      total.amountCents = add(total.amountCents, line.amountCents);
      total.lineCount += 1;
    }
  }
  return sum;
}

export function mergeControlTotals(a: ControlTotals, b: ControlTotals): ControlTotals {
  const byCode: Record<string, CodeTotal> = { ...a.byCode };
  for (const [code, { amountCents, lineCount }] of Object.entries(b.byCode)) {
    const before = byCode[code] ?? { amountCents: ZERO, lineCount: 0 };
    byCode[code] = { amountCents: add(before.amountCents, amountCents), lineCount: before.lineCount + lineCount };
  }
  const sum = {
    ...a,
    payslipCount: a.payslipCount + b.payslipCount,
    grossCents: add(a.grossCents, b.grossCents),
    netPayCents: add(a.netPayCents, b.netPayCents),
    byCode,
  };
  addTotals(sum, b);
  return sum;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function addTotals(sum: Writable<PayslipTotals>, more: PayslipTotals): void {
  sum.preTaxDeductionsCents = add(sum.preTaxDeductionsCents, more.preTaxDeductionsCents);
  sum.taxesCents = add(sum.taxesCents, more.taxesCents);
  sum.garnishmentsCents = add(sum.garnishmentsCents, more.garnishmentsCents);
  sum.postTaxDeductionsCents = add(sum.postTaxDeductionsCents, more.postTaxDeductionsCents);
  sum.reimbursementsCents = add(sum.reimbursementsCents, more.reimbursementsCents);
  sum.employerTaxesCents = add(sum.employerTaxesCents, more.employerTaxesCents);
}

/**
 * Proves gross - pre-tax deductions - taxes - garnishments - post-tax deductions + reimbursements = net, and that the lines
 * by code sum to the same.
 * @returns the totals, or `CONTROL_TOTALS_MISMATCH` with the difference
 */
export function checkControlTotals(totals: ControlTotals): Result<ControlTotals> {
  const taken = add(
    add(totals.preTaxDeductionsCents, totals.taxesCents),
    add(totals.garnishmentsCents, totals.postTaxDeductionsCents),
  );
  const net = add(subtract(totals.grossCents, taken), totals.reimbursementsCents);
  if (net !== totals.netPayCents) return mismatch('net pay', net, totals.netPayCents);
  let lines = ZERO;
  for (const total of Object.values(totals.byCode)) lines = add(lines, total.amountCents);
  const all = add(add(totals.grossCents, taken), add(totals.reimbursementsCents, totals.employerTaxesCents));
  return lines === all ? succeed(totals) : mismatch('all lines', all, lines);
}

function mismatch(what: string, expected: Cents, found: Cents): Result<never> {
  const difference = formatMoney(cents(found - expected));
  return refuse(
    'CONTROL_TOTALS_MISMATCH',
    `Control totals give ${formatMoney(expected)} for ${what}, but it is ${formatMoney(found)}: a difference of ${difference}.`,
    'Pay nothing; recalculate the run, and report it if the difference stays.',
  );
}

import { calculatePayslipWithTrace } from './calculatePayslip.ts';
import type { EmployeePayFacts } from './EmployeePayFacts.ts';
import { succeed, type Result } from './errors.ts';
import { formatMoney } from './money.ts';
import type { LineKind, Payslip } from './Payslip.ts';
import { stepInWords } from './stepInWords.ts';
import type { LineTrace } from './Trace.ts';

/** A payslip with the reason for each line, in words and as data. */
export type PayslipExplanation = {
  readonly payslip: Payslip;
  readonly summary: string;
  readonly lines: readonly LineExplanation[];
};

export type LineExplanation = {
  readonly code: string;
  readonly amountCents: number;
  /** One sentence: what the line is, its amount and its source. */
  readonly words: string;
  /** Inputs, intermediate steps with their rounding, and the parts that sum to the line. */
  readonly steps: readonly string[];
  readonly trace: LineTrace;
};

const KIND_IN_WORDS: Readonly<Record<LineKind, string>> = {
  EARNING: 'earned',
  PRE_TAX_DEDUCTION: 'deducted before taxes',
  TAX: 'withheld as tax',
  GARNISHMENT: 'withheld by order',
  POST_TAX_DEDUCTION: 'deducted after taxes',
  REIMBURSEMENT: 'reimbursed, not wages',
  EMPLOYER_TAX: 'paid by the employer, not from pay',
};

/** Explains the payslip that these facts give: the same calculation as `calculatePayslip`, with the trace on. */
export function explainPayslip(facts: EmployeePayFacts): Result<PayslipExplanation> {
  const traced = calculatePayslipWithTrace(facts);
  if (!traced.ok) return traced;
  const { payslip, trace } = traced.value;
  return succeed({ payslip, summary: summaryOf(payslip), lines: trace.lines.map(explainLine) });
}

function explainLine(trace: LineTrace): LineExplanation {
  const { code, kind, amountCents, citation, ruleId, ruleSetVersion } = trace;
  const words = `${code}: ${formatMoney(amountCents)} ${KIND_IN_WORDS[kind]}, by rule ${ruleId} of ${ruleSetVersion} (${citation}).`;
  return { code, amountCents, words, steps: trace.steps.map(stepInWords), trace };
}

function summaryOf({ grossCents, totals, netPayCents, payDate }: Payslip): string {
  const terms: readonly (readonly [string, number])[] = [
    ['less pre-tax deductions', totals.preTaxDeductionsCents],
    ['less taxes', totals.taxesCents],
    ['less garnishments', totals.garnishmentsCents],
    ['less post-tax deductions', totals.postTaxDeductionsCents],
    ['plus reimbursements', totals.reimbursementsCents],
  ];
  const shown = terms
    .filter(([, amount]) => amount !== 0)
    .map(([words, amount]) => `, ${words} ${formatMoney(amount)}`);
  return `Paid on ${payDate}: gross ${formatMoney(grossCents)}${shown.join('')}, net ${formatMoney(netPayCents)}.`;
}

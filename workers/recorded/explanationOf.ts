import type {
  CalculationStep,
  PayslipExplanation,
  PayslipLineExplanation,
  CalculationUnit,
} from '../../clients/generated/schema.ts';
import type { LineExplanation, PayslipExplanation as Explanation } from '../../payroll/explainPayslip.ts';
import { cents, formatMoney } from '../../payroll/money.ts';
import { stepInWords } from '../../payroll/stepInWords.ts';
import type { TraceStep, TraceUnit } from '../../payroll/Trace.ts';
import type { CalculatedItem } from '../../table/runItem.ts';
import { moneyOf } from '../answers/moneyOf.ts';

const UNITS: Readonly<Record<TraceUnit, CalculationUnit>> = {
  CENTS: 'MONEY',
  PPM: 'PERCENT',
  HOURS_HUNDREDTHS: 'HOURS',
  COUNT: 'COUNT',
  TEXT: 'TEXT',
};

/** An explanation as the API shows it, without the ids of payslip and run, which the resolver adds. */
export type RecordedExplanation = Omit<PayslipExplanation, 'payslipId' | 'runId'>;

export function explanationOf(
  { payslip, summary, lines }: Explanation,
  { employeeName }: CalculatedItem,
): RecordedExplanation {
  return {
    employeeId: payslip.employeeId,
    employeeName,
    summary,
    grossPay: moneyOf(payslip.grossCents),
    netPay: moneyOf(payslip.netPayCents),
    ruleSetVersion: payslip.ruleSetVersion,
    ruleSetHash: payslip.ruleSetHash,
    lines: lines.map(lineOf),
  };
}

function lineOf({ words, trace }: LineExplanation): PayslipLineExplanation {
  return {
    kind: trace.kind,
    code: trace.code,
    amount: moneyOf(trace.amountCents),
    words,
    ruleId: trace.ruleId,
    ruleSetVersion: trace.ruleSetVersion,
    citation: trace.citation,
    steps: trace.steps.map(stepOf),
  };
}

const stepOf = (step: TraceStep): CalculationStep => ({
  role: step.role,
  label: step.label,
  unit: UNITS[step.unit],
  value: valueOf(step),
  rounding: step.rounding ?? null,
  words: stepInWords(step),
});

/** A step's value as a decimal string in the unit that the API names. */
function valueOf({ value, unit }: TraceStep): string {
  if (typeof value === 'string') return value;
  if (unit === 'CENTS') return formatMoney(cents(value));
  if (unit === 'PPM') return String(value / 10_000);
  if (unit === 'HOURS_HUNDREDTHS') return String(value / 100);
  return String(value);
}

import type { LineExplanation, PayslipExplanation } from './explainPayslip.ts';
import { formatMoney } from './money.ts';
import { reversePayslip } from './reversePayslip.ts';
import { stepInWords } from './stepInWords.ts';
import type { TraceStep } from './Trace.ts';

/** Explains a reversal by the payslip that it reverses: each line is the original's with the other sign, by its rule. */
export function explainReversal(original: PayslipExplanation): PayslipExplanation {
  const payslip = reversePayslip(original.payslip);
  const { payDate, grossCents, netPayCents } = payslip;
  return {
    payslip,
    summary: `Reverses the pay of ${payDate}: gross ${formatMoney(grossCents)}, net ${formatMoney(netPayCents)}.`,
    lines: original.lines.map(takenBack),
  };
}

function takenBack({ code, amountCents, trace }: LineExplanation): LineExplanation {
  const { citation, ruleId, ruleSetVersion } = trace;
  const negative = 0 - amountCents;
  const steps: TraceStep[] = [
    { label: 'amount that is reversed', value: amountCents, unit: 'CENTS', role: 'INPUT', rounding: undefined },
    { label: 'the same with the other sign', value: negative, unit: 'CENTS', role: 'PART', rounding: undefined },
  ];
  return {
    code,
    amountCents: negative,
    words: `${code}: ${formatMoney(negative)} reverses ${formatMoney(amountCents)} by rule ${ruleId} of ${ruleSetVersion} (${citation}).`,
    steps: steps.map(stepInWords),
    trace: { ...trace, amountCents: negative, steps },
  };
}

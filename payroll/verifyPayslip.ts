import { calculatePayslipWithTrace } from './calculatePayslip.ts';
import type { EmployeePayFacts } from './EmployeePayFacts.ts';
import { refuse, succeed, type Refusal, type Result } from './errors.ts';
import type { Payslip, PayslipLine } from './Payslip.ts';
import { encodePayslip, payslipHash } from './payslipCodec.ts';
import { stepInWords } from './stepInWords.ts';
import type { LineTrace, PayslipTrace } from './Trace.ts';

/** `hash` of the payslip that was proved. */
export type VerifiedPayslip = { readonly hash: string };

/**
 * Recomputes a payslip from its frozen facts and the rule-set version recorded on it, and compares byte for byte.
 * @param recordedTrace the trace kept with it, if there is one: the difference is then named to the step
 * @returns the hash, `PAYSLIP_DIFFERS` naming the first thing that differs, or the refusal that the facts now meet
 */
export function verifyPayslip(
  facts: EmployeePayFacts,
  recorded: Payslip,
  recordedTrace?: PayslipTrace,
): Result<VerifiedPayslip> {
  const again = calculatePayslipWithTrace({ ...facts, ruleSetVersion: recorded.ruleSetVersion });
  if (!again.ok) return again;
  const { payslip, trace } = again.value;
  if (encodePayslip(payslip) !== encodePayslip(recorded))
    return firstDifference(payslip, recorded, trace, recordedTrace);
  const stepRefusal = recordedTrace === undefined ? undefined : firstDifferentStep(trace, recordedTrace);
  return stepRefusal ?? succeed({ hash: payslipHash(payslip) });
}

function firstDifference(
  again: Payslip,
  recorded: Payslip,
  trace: PayslipTrace,
  recordedTrace: PayslipTrace | undefined,
): Refusal {
  if (again.ruleSetHash !== recorded.ruleSetHash) {
    return differs(
      `rule set ${again.ruleSetVersion} has hash ${again.ruleSetHash} here and ${recorded.ruleSetHash} on the payslip`,
      'Recompute with the build that made the payslip.',
    );
  }
  for (const member of ['employeeId', 'runType', 'periodStartDate', 'periodEndDate', 'payDate'] as const) {
    if (again[member] !== recorded[member])
      return differs(`${member} is ${again[member]} here and ${recorded[member]} on the payslip`);
  }
  const stepRefusal = recordedTrace === undefined ? undefined : firstDifferentStep(trace, recordedTrace);
  if (stepRefusal !== undefined) return stepRefusal;
  const count = Math.max(again.lines.length, recorded.lines.length);
  for (let i = 0; i < count; i++) {
    const here = lineInWords(again.lines[i]);
    const there = lineInWords(recorded.lines[i]);
    if (here !== there)
      return differs(
        `line ${i + 1} is ${here} here and ${there} on the payslip (rule ${trace.lines[i]?.ruleId ?? 'none'})`,
      );
  }
  return differs('the totals do not follow from the lines');
}

function firstDifferentStep(trace: PayslipTrace, recorded: PayslipTrace): Refusal | undefined {
  const count = Math.max(trace.lines.length, recorded.lines.length);
  for (let i = 0; i < count; i++) {
    const here = trace.lines[i];
    const there = recorded.lines[i];
    const difference = lineDifference(here, there);
    if (difference !== undefined) return differs(`line ${i + 1}, ${here?.code ?? there?.code}: ${difference}`);
  }
  return undefined;
}

function lineDifference(here: LineTrace | undefined, there: LineTrace | undefined): string | undefined {
  if (here === undefined || there === undefined)
    return `it is ${here === undefined ? 'not computed here' : 'not on record'}`;
  if (here.code !== there.code) return `it is ${here.code} here and ${there.code} on record`;
  const count = Math.max(here.steps.length, there.steps.length);
  for (let i = 0; i < count; i++) {
    const a = here.steps[i];
    const b = there.steps[i];
    const isSame = a?.label === b?.label && a?.value === b?.value && a?.role === b?.role;
    if (!isSame) {
      const words = (step: typeof a): string => (step === undefined ? 'absent' : `"${stepInWords(step)}"`);
      return `step ${i + 1} is ${words(a)} here and ${words(b)} on record`;
    }
  }
  return here.amountCents === there.amountCents
    ? undefined
    : `amount ${here.amountCents} here and ${there.amountCents} on record`;
}

function lineInWords(line: PayslipLine | undefined): string {
  if (line === undefined) return 'absent';
  const { code, amountCents, taxableCents, hoursHundredths, reference, shortfallCents } = line;
  return JSON.stringify({ code, amountCents, taxableCents, hoursHundredths, reference, shortfallCents });
}

function differs(
  what: string,
  resolution = 'Treat the recorded payslip as unproved and find out what changed.',
): Refusal {
  return refuse('PAYSLIP_DIFFERS', `Recomputed, ${what}.`, resolution);
}

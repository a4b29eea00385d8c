import { Calculation, NO_ASSUMPTIONS } from './Calculation.ts';
import { checkFacts } from './checkFacts.ts';
import { checkShape } from './checkShape.ts';
import type { EmployeePayFacts } from './EmployeePayFacts.ts';
import { isRefusal, type Result, succeed } from './errors.ts';
import { add } from './money.ts';
import type { Payslip } from './Payslip.ts';
import { payslipTotalsOf } from './payslipTotals.ts';
import { ruleSetOf } from './ruleSets.ts';
import { settlePayslip } from './settlePayslip.ts';
import { solveGrossUps } from './solveGrossUps.ts';
import { NO_TRACE, TraceRecorder, type PayslipTrace, type Trace } from './Trace.ts';

/**
 * Gross to net for one employee and one run: the only path for single, bulk, preview and replay.
 * @returns the payslip, or the refusal that holds this employee (see `PayrollErrorType`); never throws for bad facts
 */
export function calculatePayslip(facts: EmployeePayFacts): Result<Payslip> {
  return calculate(facts, NO_TRACE);
}

export type TracedPayslip = { readonly payslip: Payslip; readonly trace: PayslipTrace };

/** The same payslip, with the reasons for each line. */
export function calculatePayslipWithTrace(facts: EmployeePayFacts): Result<TracedPayslip> {
  const recorder = new TraceRecorder(facts.ruleSetVersion);
  const payslip = calculate(facts, recorder);
  if (!payslip.ok) return payslip;
  return succeed({ payslip: payslip.value, trace: { lines: recorder.lines } });
}

function calculate(facts: EmployeePayFacts, trace: Trace): Result<Payslip> {
  const misshapen = checkShape(facts, 'IGNORED');
  if (misshapen !== undefined) return misshapen;
  const rules = ruleSetOf(facts.ruleSetVersion);
  if (!rules.ok) return rules;
  const refusal = checkFacts(facts, rules.value);
  if (refusal !== undefined) return refusal;
  const grossUps = facts.payInputs.earnings.some(({ type }) => type === 'GROSS_UP')
    ? solveGrossUps(facts, rules.value)
    : NO_ASSUMPTIONS.grossUpCents;
  if (isRefusal(grossUps)) return grossUps;
  const settled = settlePayslip(facts, rules.value, trace, grossUps, true);
  return settled instanceof Calculation ? succeed(payslipOf(settled)) : settled;
}

/** The finished payslip. Its sums are taken from the lines and proved against the running ones, in production too: a wrong payslip must stop, not pay. */
function payslipOf(c: Calculation): Payslip {
  const { employee, period, runType } = c.facts;
  const sums = payslipTotalsOf(c.lines);
  const netPayCents = add(c.remainingCents, c.reimbursementsCents);
  if (sums.netPayCents !== netPayCents || sums.grossCents !== c.grossCents || netPayCents < 0) {
    throw new Error(`the payslip of ${employee.employeeId} does not add up`);
  }
  return {
    employeeId: employee.employeeId,
    runType,
    periodStartDate: period.startDate,
    periodEndDate: period.endDate,
    payDate: period.payDate,
    ruleSetVersion: c.rules.version,
    ruleSetHash: c.rules.hash,
    lines: c.lines,
    grossCents: sums.grossCents,
    totals: sums.totals,
    netPayCents,
  };
}

import { Calculation, NO_ASSUMPTIONS, type Assumptions } from './Calculation.ts';
import { payEarnings } from './earnings.ts';
import type { EmployeePayFacts } from './EmployeePayFacts.ts';
import { isRefusal, type Refusal, refuse } from './errors.ts';
import { withholdFederalIncomeTax } from './federalIncomeTax.ts';
import { addFederalEmployerTaxes, withholdFica } from './fica.ts';
import { withholdGarnishments } from './garnishments.ts';
import { withholdLocalTaxes } from './localTaxes.ts';
import { add, formatMoney, maxCents, minCents, subtract, ZERO } from './money.ts';
import { takePostTaxDeductions } from './postTaxDeductions.ts';
import { takePreTaxDeductions } from './preTaxDeductions.ts';
import type { RuleSet } from './ruleSets.ts';
import { withholdStateIncomeTaxes } from './stateIncomeTax.ts';
import { stateRulesOf } from './stateRulesOf.ts';
import { addUnemploymentTax, checkExemptLevies, withholdLevies } from './stateLevies.ts';
import type { Trace } from './Trace.ts';

/** Attempts it takes to settle are few (each cut shrinks the gap by the tax it saves); more than this is a defect. */
const MOST_ATTEMPTS = 200;

/**
 * Repeats the attempt until net pay is not negative. Taxes and garnishments stand; pre-tax benefits give way, then the extra
 * withholding that the employee asked for. A smaller pre-tax deduction means more tax, so each cut is calculated again.
 */
export function settlePayslip(
  facts: EmployeePayFacts,
  rules: RuleSet,
  trace: Trace,
  grossUpCents: Assumptions['grossUpCents'],
  areGrossUpsKnown = false,
): Calculation | Refusal {
  let assumptions: Assumptions =
    grossUpCents.length === 0 ? NO_ASSUMPTIONS : { ...NO_ASSUMPTIONS, grossUpCents, areGrossUpsKnown };
  for (let i = 0; i < MOST_ATTEMPTS; i++) {
    trace.restart();
    const c = new Calculation(facts, rules, trace, assumptions);
    const refusal = attempt(c);
    if (refusal !== undefined) return refusal;
    const missing = subtract(ZERO, c.remainingCents);
    if (missing <= 0) return c;
    if (c.preTaxCents > 0) {
      const preTaxBudgetCents = maxCents(ZERO, subtract(c.preTaxCents, missing));
      assumptions = { ...assumptions, preTaxBudgetCents };
    } else if (c.extraWithholdingTakenCents > 0) {
      const cut = minCents(missing, c.extraWithholdingTakenCents);
      assumptions = { ...assumptions, extraWithholdingCutCents: add(assumptions.extraWithholdingCutCents, cut) };
    } else {
      return refuse(
        'NET_PAY_NEGATIVE',
        `Taxes and garnishments exceed the pay of ${formatMoney(c.grossCents)} by ${formatMoney(missing)} with every permitted cut made.`,
        'Add pay, or correct the orders and local amounts.',
      );
    }
  }
  throw new Error(`net pay of ${facts.employee.employeeId} did not settle in ${MOST_ATTEMPTS} attempts`);
}

/** One pass, in the order that the law sets: nothing later changes anything earlier. */
function attempt(c: Calculation): Refusal | undefined {
  const refusal = payEarnings(c) ?? takePreTaxDeductions(c) ?? withholdFederalIncomeTax(c);
  if (refusal !== undefined) return refusal;
  withholdFica(c);
  const state = stateRulesOf(c, c.facts.employee.workState, 'employee.workState');
  if (isRefusal(state)) return state;
  const refused =
    checkExemptLevies(c, state) ??
    withholdStateIncomeTaxes(c) ??
    withholdLocalTaxes(c) ??
    withholdLevies(c, state, 'EMPLOYEE') ??
    withholdGarnishments(c) ??
    takePostTaxDeductions(c);
  if (refused !== undefined) return refused;
  addFederalEmployerTaxes(c);
  return withholdLevies(c, state, 'EMPLOYER') ?? addUnemploymentTax(c, state);
}

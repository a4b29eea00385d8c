import type { Calculation } from './Calculation.ts';
import { treatedAs, type Deduction, type DeductionType } from './Deduction.ts';
import type { Refusal } from './errors.ts';
import { roomUnderLimit } from './deductionLimits.ts';
import { add, cents, maxCents, minCents, mulDiv, mulRate, subtract, withinCap, ZERO, type Cents } from './money.ts';
import { ownMember } from './ownMember.ts';
import type { Rule } from './Trace.ts';

const DEDUCTION_RULES: Readonly<Record<DeductionType, Rule>> = {
  SECTION_125_HEALTH: { id: 'deduction.section125Health', citation: '26 U.S.C. 125, 106' },
  HEALTH_FSA: { id: 'deduction.healthFsa', citation: '26 U.S.C. 125(i); Rev. Proc. 2025-32' },
  DEPENDENT_CARE_FSA: { id: 'deduction.dependentCareFsa', citation: '26 U.S.C. 129' },
  HSA: { id: 'deduction.hsa', citation: '26 U.S.C. 223, 125(d)(2)(D); Rev. Proc. 2025-19' },
  COMMUTER: { id: 'deduction.commuter', citation: '26 U.S.C. 132(f); Rev. Proc. 2025-32' },
  PARKING: { id: 'deduction.parking', citation: '26 U.S.C. 132(f)(2)(B); Rev. Proc. 2025-32' },
  TRADITIONAL_401K: {
    id: 'deduction.traditional401k',
    citation: '26 U.S.C. 401(k), 402(g), 414(v); IRS Notice 2025-67',
  },
  ROTH_401K: { id: 'deduction.roth401k', citation: '26 U.S.C. 402A, 402(g), 414(v); IRS Notice 2025-67' },
  POST_TAX: { id: 'deduction.postTax', citation: 'Agreement of the employee' },
};

export function isPreTax(type: DeductionType): boolean {
  return type !== 'ROTH_401K' && type !== 'POST_TAX';
}

/** A deduction that was taken before taxes, and how much of it came out of supplemental wages. */
export type TakenDeduction = {
  readonly deduction: Deduction;
  readonly amountCents: Cents;
  readonly fromSupplementalCents: Cents;
};

/** What the employee asked to have taken in this run, before limits; 0 where this run is not one of its runs. */
function askedAmount(c: Calculation, deduction: Deduction): Cents {
  if (deduction.takenIn !== 'EVERY_RUN' && !c.isPeriodRun) return ZERO;
  if (deduction.ratePpm === undefined) {
    c.trace.input('amount a period', deduction.amountCents ?? 0, 'CENTS');
    return cents(deduction.amountCents ?? 0);
  }
  const { planCompensationCents } = c.rules.federal.limits;
  const before = cents(c.facts.yearToDate.planCompensationCents);
  const eligible = withinCap(c.planCompensationCents, before, cents(planCompensationCents));
  c.trace.input('share of plan compensation', deduction.ratePpm, 'PPM');
  c.trace.step('plan compensation of this pay', eligible, 'CENTS');
  return mulRate(eligible, deduction.ratePpm, 'HALF_UP');
}

/**
 * Takes section 125, HSA, FSA, commuter and traditional 401(k) amounts, in the order of the employee's file. Each stops
 * exactly at its yearly limit and at the pay there is. When taxes and garnishments then leave less than nothing, the attempt
 * is repeated with a smaller budget, so that the deductions listed last give way first.
 */
export function takePreTaxDeductions(c: Calculation): Refusal | undefined {
  const { deductions } = c.facts.employee;
  let budget = minCents(c.grossCents, c.assumptions.preTaxBudgetCents);
  let regularLeft = c.regularCents;
  for (const deduction of deductions) {
    if (!isPreTax(deduction.type)) continue;
    const amount = takeDeduction(c, deduction, budget, 'PRE_TAX_DEDUCTION');
    if (typeof amount !== 'number') return amount;
    if (amount === 0) continue;
    budget = subtract(budget, amount);
    const fromSupplementalCents = supplementalShare(c, deduction, amount, regularLeft);
    regularLeft = subtract(regularLeft, subtract(amount, fromSupplementalCents));
    c.taken.push({ deduction, amountCents: amount, fromSupplementalCents });
    removeFromFederalBases(c, deduction.type, amount, fromSupplementalCents);
  }
  return undefined;
}

/** Puts one deduction on the payslip: what was asked, within the yearly limit, within the pay. Answers the amount taken. */
export function takeDeduction(
  c: Calculation,
  deduction: Deduction,
  pay: Cents,
  kind: 'PRE_TAX_DEDUCTION' | 'POST_TAX_DEDUCTION',
): Cents | Refusal {
  const asked = withinBalance(c, deduction, askedAmount(c, deduction));
  const room = asked === 0 ? ZERO : roomUnderLimit(c, deduction, asked);
  if (typeof room !== 'number') return room;
  const within = minCents(asked, room);
  const amount = whenShort(deduction, within, pay);
  if (within === 0) {
    c.trace.discard();
    return ZERO;
  }
  c.trace.step('within the yearly limit', within, 'CENTS');
  c.trace.part('taken', amount);
  const shortfall = amount === within ? undefined : subtract(within, amount);
  const rule = DEDUCTION_RULES[deduction.type];
  c.addLine(rule, deduction.type, kind, amount, undefined, undefined, deduction.deductionId, shortfall);
  return amount;
}

/** No more than what is still owed: what a short pay could not give stays owed, and the last part is as small as it must be. */
function withinBalance(c: Calculation, { balanceCents, deductionId }: Deduction, asked: Cents): Cents {
  if (balanceCents === undefined || asked === 0) return asked;
  const taken = ownMember(c.facts.yearToDate.byDeductionCents, deductionId) ?? 0;
  const owed = maxCents(ZERO, cents(balanceCents - taken));
  c.trace.step('still owed', owed, 'CENTS');
  return minCents(asked, owed);
}

/** What is taken of `amount` when only `pay` is left. */
function whenShort(deduction: Deduction, amount: Cents, pay: Cents): Cents {
  if (amount <= pay) return amount;
  return deduction.whenPayIsShort === 'SKIP' || pay < 0 ? ZERO : pay;
}

/** A percentage falls on regular and supplemental plan compensation alike; a fixed amount comes out of regular pay while that lasts. */
function supplementalShare(c: Calculation, deduction: Deduction, amount: Cents, regularLeft: Cents): Cents {
  if (c.supplementalCents === 0) return ZERO;
  const inPlan = subtract(c.planCompensationCents, c.regularCents);
  const share = deduction.ratePpm === undefined ? ZERO : mulDiv(amount, inPlan, c.planCompensationCents, 'HALF_UP');
  const fromRegular = minCents(subtract(amount, share), regularLeft);
  return subtract(amount, fromRegular);
}

function removeFromFederalBases(c: Calculation, type: DeductionType, amount: Cents, fromSupplemental: Cents): void {
  const leaves = c.rules.federal.excludedBy[treatedAs(type)];
  if (leaves.incomeTax) {
    c.fromFederal = add(c.fromFederal, amount);
    c.fromFederalSupplemental = add(c.fromFederalSupplemental, fromSupplemental);
  }
  if (leaves.fica) c.fromFica = add(c.fromFica, amount);
  if (leaves.futa) c.fromFuta = add(c.fromFuta, amount);
}

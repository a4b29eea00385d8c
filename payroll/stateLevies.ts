import type { Calculation } from './Calculation.ts';
import { cappedWages } from './cappedWages.ts';
import { treatedAs } from './Deduction.ts';
import { isRefusal, refuse, type Refusal } from './errors.ts';
import { ONE_SOURCE, type Levy, type StateRules } from './jurisdictions/StateRules.ts';
import { add, cents, minCents, mulDiv, PPM, subtract, withinCap, type Cents } from './money.ts';
import { ratedTax } from './ratedTax.ts';
import { stateTaxableWages } from './stateTaxableWages.ts';
import type { Rule } from './Trace.ts';

const UNEMPLOYMENT: Rule = {
  id: 'state.unemployment',
  citation: "State unemployment law; rate and base from the employer's notice",
};

/** The programmes of the work state, and of it alone: one state insures the job. */
export function withholdLevies(c: Calculation, state: StateRules, paidBy: Levy['paidBy']): Refusal | undefined {
  for (const levy of state.levies) {
    if (levy.paidBy !== paidBy || !isDue(c, levy)) continue;
    const wages = leviedWages(c, state, levy);
    if (typeof wages !== 'number') return wages;
    const taxable = levy.wageBaseCents === undefined ? wages : cappedWages(c, levy.code, wages, levy.wageBaseCents);
    const amount = levyAmount(c, levy, taxable);
    c.trace.part('levy', amount, 'half up to the cent');
    const citation = levy.confidence === 'B' ? `${levy.source} (${ONE_SOURCE})` : levy.source;
    const rule: Rule = { id: `${state.jurisdiction}.${levy.code}`, citation };
    c.addTax(rule, levy.code, paidBy === 'EMPLOYEE' ? 'TAX' : 'EMPLOYER_TAX', amount, taxable);
  }
  return undefined;
}

function leviedWages(c: Calculation, state: StateRules, levy: Levy): Cents | Refusal {
  if (levy.isOnUnemploymentWages === true) return unemploymentWages(c, state);
  // What is recorded for the state answers for its other programmes, not for one with a law of its own.
  const place = levy.excludes === undefined ? state.state : levy.code;
  const wages = stateTaxableWages(c, levy.excludes ?? state.leviesExclude, place, 'levies');
  return isRefusal(wages) ? wages : add(wages.regularCents, wages.supplementalCents);
}

function isDue(c: Calculation, levy: Levy): boolean {
  const { headcount, electedLevies } = c.facts.employer;
  if (levy.fromHeadcount !== undefined && headcount < levy.fromHeadcount) return false;
  const { ficaExemption, exemptLevies } = c.facts.employee;
  if (levy.isOncePerPeriod === true && !c.isPeriodRun) return false;
  if (exemptLevies?.includes(levy.code) === true) return false;
  const isInsured = levy.isOfInsuredEmployment === true || levy.isOnUnemploymentWages === true;
  if (isInsured && ficaExemption !== undefined && isUninsured(c)) return false;
  if (levy.belowHeadcount !== undefined && headcount >= levy.belowHeadcount) return false;
  return levy.isEmployerOption !== true || electedLevies?.includes(levy.code) === true;
}

function levyAmount(c: Calculation, levy: Levy, taxable: Cents): Cents {
  c.trace.input('taxable wages', taxable, 'CENTS');
  c.trace.input('rate', levy.ratePpm, 'PPM');
  if (levy.sharePpm !== undefined) c.trace.input('share of the rate', levy.sharePpm, 'PPM');
  const shared = levy.sharePpm === undefined ? undefined : levy.ratePpm * levy.sharePpm;
  const amount =
    shared === undefined
      ? mulDiv(taxable, levy.ratePpm, PPM, 'HALF_UP')
      : mulDiv(taxable, shared, PPM * PPM, 'HALF_UP');
  const periodMaximum = levy.periodMaximumCents?.[c.facts.period.frequency];
  const inPeriod = periodMaximum === undefined ? amount : minCents(amount, cents(periodMaximum));
  if (levy.annualMaximumCents === undefined) return inPeriod;
  const before = cents(c.facts.yearToDate.amountsCents[levy.code] ?? 0);
  return withinCap(inPeriod, before, cents(levy.annualMaximumCents));
}

/**
 * The employer's state unemployment tax at its own rate; never zero for want of a rate. Its wages follow the state's treatment
 * of deductions where that is established, and FUTA's otherwise, whose definition the state laws are modelled on.
 */
export function addUnemploymentTax(c: Calculation, state: StateRules): Refusal | undefined {
  if (isUninsured(c)) return undefined;
  const configured = c.facts.employer.unemployment[state.state];
  const wageBaseCents = configured?.wageBaseCents ?? state.unemploymentWageBaseCents;
  if (configured === undefined || wageBaseCents === undefined) {
    return refuse(
      'UNEMPLOYMENT_RATE_MISSING',
      `The employer's ${state.name} unemployment ${configured === undefined ? 'rate' : 'wage base'} is not recorded.`,
      `Enter employer.unemployment.${state.state} from the state's rate notice.`,
      `employer.unemployment.${state.state}`,
    );
  }
  const code = `${state.state}_UI_EMPLOYER`;
  const taxable = cappedWages(c, code, unemploymentWages(c, state), wageBaseCents);
  c.addTax(UNEMPLOYMENT, code, 'EMPLOYER_TAX', ratedTax(c, taxable, configured.ratePpm), taxable);
  return undefined;
}

/** Employment within a family, which state unemployment laws leave out as the federal one does. */
function isUninsured(c: Calculation): boolean {
  const { ficaExemption } = c.facts.employee;
  return ficaExemption !== undefined && c.rules.federal.exemptions[ficaExemption].stateUnemployment === true;
}

/** Letters that the law does not know are refused: a recorded fact that nothing reads would be withheld on in silence. */
export function checkExemptLevies(c: Calculation, state: StateRules): Refusal | undefined {
  const { exemptLevies } = c.facts.employee;
  if (exemptLevies === undefined) return undefined;
  const known = state.levies.filter(({ isExemptible }) => isExemptible === true).map(({ code }) => code);
  const unknown = exemptLevies.find((code) => !known.includes(code));
  if (unknown === undefined) return undefined;
  return refuse(
    'INVALID_INPUT',
    `${state.name} has no exemption from ${unknown}; employees may be exempt from: ${known.join(', ') || 'nothing'}.`,
    'Remove it from exemptLevies.',
    'employee.exemptLevies',
  );
}

function unemploymentWages(c: Calculation, state: StateRules): Cents {
  let wages = c.grossCents;
  for (const { deduction, amountCents } of c.taken) {
    const answer =
      state.leviesExclude[treatedAs(deduction.type)] ??
      deduction.stateTreatment?.[state.state]?.levies ??
      c.facts.employer.deductionTreatments?.[deduction.type]?.[state.state]?.levies;
    const leaves =
      answer === undefined ? c.rules.federal.excludedBy[treatedAs(deduction.type)].futa : answer === 'EXCLUDED';
    if (leaves) wages = subtract(wages, amountCents);
  }
  return wages;
}

import { bracketOf } from '../bracketOf.ts';
import type { Calculation } from '../Calculation.ts';
import type { MassachusettsTax } from '../jurisdictions/StateIncomeTax.ts';
import {
  aboveThreshold,
  add,
  bracketTax,
  cents,
  maxCents,
  minCents,
  mulRate,
  subtract,
  times,
  withinCap,
  ZERO,
  type Cents,
} from '../money.ts';
import type { StateTaxForm } from '../TaxForms.ts';

/** Massachusetts Circular M. Wages lose the employee's own FICA, up to 2,000.00 a year, and the exemptions; then 5 %, and 9 % at the top. */
export function massachusettsTax(tax: MassachusettsTax, wages: Cents, form: StateTaxForm, c: Calculation): Cents {
  const { period } = c.facts;
  const figures = tax.byFrequency[period.frequency];
  if (figures === undefined) throw new Error(`no Massachusetts figures for ${period.frequency}`);
  const exemptions = form.allowances ?? 0;
  c.trace.input('wages', wages, 'CENTS');
  c.trace.input('exemptions', exemptions, 'COUNT');
  if (exemptions > 0 && wages < figures.noTaxBelowCents) {
    c.trace.step('nothing is withheld below', figures.noTaxBelowCents, 'CENTS');
    return ZERO;
  }
  const net = massachusettsNet(tax, wages, form, c);
  const annual = times(net, period.periodsPerYear);
  const row = bracketOf(tax.table, annual);
  const over = subtract(annual, cents(tax.table.fromCents[row] ?? 0));
  const plus = cents(tax.table.plusCents[row] ?? 0);
  const before = bracketTax(plus, over, tax.table.ratePpm[row] ?? 0, ZERO, period.periodsPerYear, 'HALF_UP');
  const household = form.filingStatus === 'HEAD_OF_HOUSEHOLD' ? figures.headOfHouseholdCents : 0;
  const credits = add(cents(household), times(cents(figures.blindnessCents), form.blindness ?? 0));
  c.trace.step('wages a year', annual, 'CENTS');
  c.trace.step('tax before credits', before, 'CENTS', 'half up to the cent');
  c.trace.step('head of household and blindness', credits, 'CENTS');
  return maxCents(ZERO, subtract(before, credits));
}

/** Wages of the period less FICA (what is left of the yearly limit) and exemptions. */
function massachusettsNet(tax: MassachusettsTax, wages: Cents, form: StateTaxForm, c: Calculation): Cents {
  const figures = tax.byFrequency[c.facts.period.frequency];
  const m = form.allowances ?? 0;
  const exemption = figures === undefined || m === 0 ? 0 : figures.perExemptionCents * m + figures.firstExemptionCents;
  const fica = ficaDeduction(tax, c);
  c.trace.step('employee FICA within the yearly limit', fica, 'CENTS');
  c.trace.step('exemption amount', exemption, 'CENTS');
  return maxCents(ZERO, subtract(wages, add(fica, cents(exemption))));
}

/** Regular wages of a year less a year's FICA, at most the yearly limit, and a year's exemptions. */
function annualNet(tax: MassachusettsTax, wages: Cents, form: StateTaxForm, c: Calculation): Cents {
  const figures = tax.byFrequency[c.facts.period.frequency];
  const m = form.allowances ?? 0;
  const exemption = figures === undefined || m === 0 ? 0 : figures.perExemptionCents * m + figures.firstExemptionCents;
  const n = c.facts.period.periodsPerYear;
  const annual = times(wages, n);
  const { socialSecurity, medicare } = c.rules.federal;
  const fica = mulRate(annual, socialSecurity.ratePpm + medicare.ratePpm, 'HALF_UP');
  const deducted = minCents(fica, cents(tax.ficaLimitCents));
  c.trace.step("a year's FICA within the yearly limit", deducted, 'CENTS');
  return maxCents(ZERO, subtract(annual, add(deducted, times(cents(exemption), n))));
}

function ficaDeduction(tax: MassachusettsTax, c: Calculation): Cents {
  let before = 0;
  let now = 0;
  for (const code of ['US_SS', 'US_MEDICARE', 'US_ADDITIONAL_MEDICARE']) {
    before += c.facts.yearToDate.amountsCents[code] ?? 0;
    now += c.amountOnPayslip(code);
  }
  return withinCap(cents(now), cents(before), cents(tax.ficaLimitCents));
}

/**
 * Supplemental pay: the smaller of 9 % of it, and 9 % of what lies above the surtax threshold once the year's regular net and
 * earlier supplements are counted, plus 5 % of the rest.
 */
export function massachusettsSupplementalTax(
  tax: MassachusettsTax,
  supplemental: Cents,
  regularWages: Cents,
  earlierSupplements: Cents,
  form: StateTaxForm,
  c: Calculation,
): Cents {
  const [ratePpm = 0, surtaxRatePpm = 0] = tax.table.ratePpm;
  const annualRegular =
    tax.isFicaOfTheYearInSurtaxTest === true
      ? annualNet(tax, regularWages, form, c)
      : times(massachusettsNet(tax, regularWages, form, c), c.facts.period.periodsPerYear);
  const counted = add(annualRegular, earlierSupplements);
  const above = aboveThreshold(supplemental, counted, cents(tax.table.fromCents[1] ?? 0));
  const rest = subtract(supplemental, above);
  const split = add(mulRate(above, surtaxRatePpm, 'HALF_UP'), mulRate(rest, ratePpm, 'HALF_UP'));
  c.trace.step('above the surtax threshold', above, 'CENTS');
  return minCents(mulRate(supplemental, surtaxRatePpm, 'HALF_UP'), split);
}

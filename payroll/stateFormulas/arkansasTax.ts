import type { ArkansasTax } from '../jurisdictions/StateIncomeTax.ts';
import { cents, maxCents, minCents, mulDiv, PPM, roundToDollar, subtract, times, ZERO, type Cents } from '../money.ts';
import type { PayPeriod } from '../payPeriods.ts';
import type { StateTaxForm } from '../TaxForms.ts';
import type { Trace } from '../Trace.ts';

const HUNDRED_DOLLARS = 100_00;

/** Arkansas formula method: the middle of each 100.00 of a year's income, the gross tax to the dollar, then the credits. */
export function arkansasTax(
  tax: ArkansasTax,
  wages: Cents,
  form: StateTaxForm,
  period: PayPeriod,
  trace: Trace,
): Cents {
  const n = period.periodsPerYear;
  const annual = times(wages, n);
  const income = maxCents(ZERO, subtract(annual, cents(tax.standardCents)));
  const isExact = income >= tax.exactFromCents;
  const taken = isExact ? income : cents(Math.floor(income / HUNDRED_DOLLARS) * HUNDRED_DOLLARS + HUNDRED_DOLLARS / 2);
  const row = tax.rows.findLast(({ fromCents }) => fromCents <= taken);
  if (row === undefined) throw new Error('no Arkansas row');
  const falls = (row.fallsPer100Cents ?? 0) * Math.floor((taken - row.fromCents) / HUNDRED_DOLLARS);
  const before = maxCents(ZERO, subtract(mulDiv(taken, row.ratePpm, PPM, 'HALF_UP'), cents(row.lessCents - falls)));
  const gross = roundToDollar(before);
  const credits = cents(lowIncomeCredit(tax, annual, form) + tax.creditPerAllowanceCents * (form.allowances ?? 0));
  trace.input('wages', wages, 'CENTS');
  trace.step('income a year', income, 'CENTS');
  trace.step('the middle of its 100.00', taken, 'CENTS');
  trace.step('rate', row.ratePpm, 'PPM');
  trace.step('gross tax of the year', gross, 'CENTS', 'half up to the dollar');
  trace.step('credits', credits, 'CENTS');
  return mulDiv(maxCents(ZERO, subtract(gross, credits)), 1, n, 'HALF_UP');
}

/** `additionalAllowances` are dependents: they, not the exemptions, choose between the two credits of a status. */
function lowIncomeCredit(tax: ArkansasTax, annual: Cents, form: StateTaxForm): Cents {
  const [few, many = few] = tax.lowIncome[form.filingStatus ?? ''] ?? [];
  const credit = (form.additionalAllowances ?? 0) >= 2 ? many : few;
  if (credit === undefined || annual >= credit.upperCents) return ZERO;
  const left = subtract(cents(credit.upperCents), annual);
  const falling = mulDiv(left, credit.mostCents, credit.upperCents - credit.lowerCents, 'HALF_UP');
  return minCents(falling, cents(credit.mostCents));
}

import type { Calculation } from './Calculation.ts';
import { cappedWages } from './cappedWages.ts';
import { aboveThreshold, cents, maxCents, subtract, ZERO, type Cents } from './money.ts';
import { ratedTax } from './ratedTax.ts';
import type { Rule } from './Trace.ts';

const SOCIAL_SECURITY: Rule = {
  id: 'us.socialSecurity',
  citation: '26 U.S.C. 3101(a), 3121(a)(1); SSA wage base 2026',
};
const SOCIAL_SECURITY_EMPLOYER: Rule = { id: 'us.socialSecurity.employer', citation: '26 U.S.C. 3111(a), 3121(a)(1)' };
const MEDICARE: Rule = { id: 'us.medicare', citation: '26 U.S.C. 3101(b)(1)' };
const MEDICARE_EMPLOYER: Rule = { id: 'us.medicare.employer', citation: '26 U.S.C. 3111(b)' };
const ADDITIONAL_MEDICARE: Rule = { id: 'us.additionalMedicare', citation: '26 U.S.C. 3101(b)(2), 3102(f)(1)' };
const FUTA: Rule = { id: 'us.futa', citation: '26 U.S.C. 3301, 3302, 3306(b)(1)' };

const NOT_EXEMPT = { socialSecurity: false, medicare: false, futa: false };

/** Social Security and Medicare of the employee. The yearly base can be reached inside a check: only the room that is left is taxed. */
export function withholdFica(c: Calculation): void {
  const { employee } = c.facts;
  const { exemptions, socialSecurity, medicare } = c.rules.federal;
  const exempt = employee.ficaExemption === undefined ? NOT_EXEMPT : exemptions[employee.ficaExemption];
  const wages = subtract(c.grossCents, c.fromFica);
  if (!exempt.socialSecurity) {
    const taxable = cappedWages(c, 'US_SS', wages, socialSecurity.wageBaseCents);
    const tax = withinYear(c, 'US_SS', ratedTax(c, taxable, socialSecurity.ratePpm));
    c.addTax(SOCIAL_SECURITY, 'US_SS', 'TAX', tax, taxable);
  }
  if (exempt.medicare) return;
  c.trace.input('wages', wages, 'CENTS');
  c.addTax(MEDICARE, 'US_MEDICARE', 'TAX', ratedTax(c, wages, medicare.ratePpm), wages);
  withholdAdditionalMedicare(c, wages);
}

/** Starts in the payment that crosses 200,000.00 from this employer, whatever the filing status; no employer share. */
function withholdAdditionalMedicare(c: Calculation, wages: Cents): void {
  const { ratePpm, thresholdCents } = c.rules.federal.additionalMedicare;
  const before = cents(c.facts.yearToDate.taxableCents['US_MEDICARE'] ?? 0);
  const above = aboveThreshold(wages, before, cents(thresholdCents));
  if (above <= 0) return;
  c.trace.input('wages', wages, 'CENTS');
  c.trace.input('Medicare wages this year before', before, 'CENTS');
  c.trace.input('threshold', thresholdCents, 'CENTS');
  c.trace.step('wages above the threshold', above, 'CENTS');
  c.addTax(ADDITIONAL_MEDICARE, 'US_ADDITIONAL_MEDICARE', 'TAX', ratedTax(c, above, ratePpm), above);
}

/** The employer's own Social Security, Medicare and FUTA, on the same wages. */
export function addFederalEmployerTaxes(c: Calculation): void {
  const { employee, employer } = c.facts;
  const { exemptions, socialSecurity, medicare, futa } = c.rules.federal;
  const exempt = employee.ficaExemption === undefined ? NOT_EXEMPT : exemptions[employee.ficaExemption];
  const wages = subtract(c.grossCents, c.fromFica);
  if (!exempt.socialSecurity) {
    const taxable = cappedWages(c, 'US_SS_EMPLOYER', wages, socialSecurity.wageBaseCents);
    const tax = withinYear(c, 'US_SS_EMPLOYER', ratedTax(c, taxable, socialSecurity.ratePpm));
    c.addTax(SOCIAL_SECURITY_EMPLOYER, 'US_SS_EMPLOYER', 'EMPLOYER_TAX', tax, taxable);
  }
  if (!exempt.medicare) {
    c.trace.input('wages', wages, 'CENTS');
    const tax = ratedTax(c, wages, medicare.ratePpm);
    c.addTax(MEDICARE_EMPLOYER, 'US_MEDICARE_EMPLOYER', 'EMPLOYER_TAX', tax, wages);
  }
  if (exempt.futa || employer.isFutaExempt === true) return;
  const taxable = cappedWages(c, 'US_FUTA', subtract(c.grossCents, c.fromFuta), futa.wageBaseCents);
  c.addTax(FUTA, 'US_FUTA', 'EMPLOYER_TAX', ratedTax(c, taxable, futa.netRatePpm), taxable);
}

/** Social Security rounded payment by payment, but never more in a year than its rate on the wage base. */
function withinYear(c: Calculation, code: string, tax: Cents): Cents {
  const most = c.rules.federal.socialSecurity.annualMaximumCents;
  if (most === undefined) return tax;
  const room = maxCents(ZERO, cents(most - (c.facts.yearToDate.amountsCents[code] ?? 0)));
  if (tax <= room) return tax;
  c.trace.part('roundings of the year above its maximum', subtract(room, tax));
  return room;
}

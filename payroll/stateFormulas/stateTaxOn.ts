import type { Calculation } from '../Calculation.ts';
import type { TaxedWages } from '../jurisdictions/StateIncomeTax.ts';
import { maxCents, mulRate, ZERO, type Cents } from '../money.ts';
import type { PayPeriod } from '../payPeriods.ts';
import type { StateTaxForm } from '../TaxForms.ts';
import { alabamaTax } from './alabamaTax.ts';
import { annualisedTax } from './annualisedTax.ts';
import { arkansasTax } from './arkansasTax.ts';
import { californiaTax } from './californiaTax.ts';
import { connecticutTax } from './connecticutTax.ts';
import { marylandTax } from './marylandTax.ts';
import { massachusettsTax } from './massachusettsTax.ts';
import { newYorkTax } from './newYorkTax.ts';
import { northDakotaTax } from './northDakotaTax.ts';
import { oregonTax } from './oregonTax.ts';
import { perPeriodTax } from './perPeriodTax.ts';
import { printedTablesTax } from './printedTablesTax.ts';
import { utahTax } from './utahTax.ts';

/**
 * The state's tax on one payment of the period, by the state's formula; 0 on no wages. Check `hasFiguresFor` first.
 * @param period what the wages are of; a year where the year's tax is asked for
 * @param federalTax federal income tax on the same wages, for the states that subtract it
 */
export function stateTaxOn(
  tax: TaxedWages,
  wages: Cents,
  form: StateTaxForm,
  c: Calculation,
  period: PayPeriod = c.facts.period,
  federalTax: Cents = c.federalTaxRegularCents,
): Cents {
  if (wages <= 0) return ZERO;
  const { trace } = c;
  switch (tax.formula) {
    case 'PER_PERIOD':
      return perPeriodTax(tax, wages, form, period, trace);
    case 'ANNUALISED':
      return annualisedTax(tax, wages, form, period, trace);
    case 'PRINTED_TABLES': {
      const printed = printedTablesTax(tax, wages, form, period, trace);
      if (tax.least === undefined || c.facts.employer.headcount < tax.least.fromHeadcount) return printed;
      trace.input('least share of the wages', tax.least.ratePpm, 'PPM');
      return maxCents(printed, mulRate(wages, tax.least.ratePpm, 'HALF_UP'));
    }
    case 'ALABAMA':
      return alabamaTax(tax, wages, federalTax, form, period, trace);
    case 'ARKANSAS':
      return arkansasTax(tax, wages, form, period, trace);
    case 'CONNECTICUT':
      return connecticutTax(tax, wages, form, period, trace);
    case 'MARYLAND':
      return marylandTax(tax, wages, form, period, c);
    case 'NORTH_DAKOTA':
      return northDakotaTax(tax, wages, form, period, c);
    case 'OREGON':
      return oregonTax(tax, wages, federalTax, form, period, trace);
    case 'ELECTED_RATE': {
      const ratePpm = form.electedRatePpm ?? tax.defaultRatePpm;
      trace.input('wages', wages, 'CENTS');
      trace.input('elected rate', ratePpm, 'PPM');
      return mulRate(wages, ratePpm, 'HALF_UP');
    }
    case 'UTAH':
      return utahTax(tax, wages, form, period, trace);
    case 'CALIFORNIA_METHOD_B':
      return californiaTax(tax, wages, form, period, trace);
    case 'NEW_YORK_METHOD_II':
      return newYorkTax(tax, wages, form, period, trace);
    case 'MASSACHUSETTS_CIRCULAR_M':
      return massachusettsTax(tax, wages, form, c);
  }
}

/** Whether the state prints figures for this pay frequency. What it does not print is not made up. */
export function hasFiguresFor(tax: TaxedWages, period: PayPeriod): boolean {
  if ('byFrequency' in tax) return tax.byFrequency[period.frequency] !== undefined;
  if (tax.formula === 'NORTH_DAKOTA') return tax.before2020.byFrequency[period.frequency] !== undefined;
  if (tax.formula !== 'PER_PERIOD' || tax.printedDeductionCents === undefined) return true;
  return tax.printedDeductionCents[period.frequency] !== undefined;
}

import type { Calculation } from '../Calculation.ts';
import type { TaxedWages } from '../jurisdictions/StateIncomeTax.ts';
import { mulRate, ZERO, type Cents } from '../money.ts';
import type { PayPeriod } from '../payPeriods.ts';
import type { StateTaxForm } from '../TaxForms.ts';
import { annualisedTax } from './annualisedTax.ts';
import { californiaTax } from './californiaTax.ts';
import { massachusettsTax } from './massachusettsTax.ts';
import { newYorkTax } from './newYorkTax.ts';
import { perPeriodTax } from './perPeriodTax.ts';
import { utahTax } from './utahTax.ts';

/** The state's tax on one payment of the period, by the state's formula; 0 on no wages. Check `hasFiguresFor` first. */
export function stateTaxOn(tax: TaxedWages, wages: Cents, form: StateTaxForm, c: Calculation): Cents {
  if (wages <= 0) return ZERO;
  const { trace } = c;
  const { period } = c.facts;
  switch (tax.formula) {
    case 'PER_PERIOD':
      return perPeriodTax(tax, wages, form, period, trace);
    case 'ANNUALISED':
      return annualisedTax(tax, wages, form, period, trace);
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
  if (tax.formula !== 'PER_PERIOD' || tax.printedDeductionCents === undefined) return true;
  return tax.printedDeductionCents[period.frequency] !== undefined;
}

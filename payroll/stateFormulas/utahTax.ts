import type { UtahTax } from '../jurisdictions/StateIncomeTax.ts';
import { cents, maxCents, mulDiv, PPM, roundToDollar, subtract, times, ZERO, type Cents } from '../money.ts';
import type { PayPeriod } from '../payPeriods.ts';
import type { StateTaxForm } from '../TaxForms.ts';
import type { Trace } from '../Trace.ts';

/** Utah Publication 14: a flat tax less an allowance that fades with pay; every line in whole dollars. */
export function utahTax(tax: UtahTax, wages: Cents, form: StateTaxForm, period: PayPeriod, trace: Trace): Cents {
  const allowance = tax.byFrequency[period.frequency]?.[form.filingStatus === 'MARRIED' ? 'married' : 'single'];
  if (allowance === undefined) throw new Error(`no Utah allowance for ${period.frequency}`);
  const line1 = roundToDollar(wages);
  const line2 = inDollars(line1, tax.ratePpm);
  const line5 = maxCents(ZERO, subtract(line1, cents(allowance.thresholdCents)));
  const line6 = inDollars(line5, tax.phaseOutPpm);
  const line7 = maxCents(ZERO, subtract(cents(allowance.baseCents), line6));
  trace.input('line 1 wages', line1, 'CENTS');
  trace.step('line 2 wages x rate', line2, 'CENTS', 'half up to the dollar');
  trace.step('line 5 wages above the threshold', line5, 'CENTS');
  trace.step('line 6 fading of the allowance', line6, 'CENTS', 'half up to the dollar');
  trace.step('line 7 allowance', line7, 'CENTS');
  return maxCents(ZERO, subtract(line2, line7));
}

function inDollars(amount: Cents, ratePpm: number): Cents {
  return times(mulDiv(amount, ratePpm, PPM * 100, 'HALF_UP'), 100);
}

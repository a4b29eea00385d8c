import type { Calculation } from './Calculation.ts';
import { mulRate, type Cents } from './money.ts';

/** One rate on one amount, rounded once, told to the trace. */
export function ratedTax(c: Calculation, taxable: Cents, ratePpm: number): Cents {
  const tax = mulRate(taxable, ratePpm, 'HALF_UP');
  c.trace.input('rate', ratePpm, 'PPM');
  c.trace.part('tax', tax, 'half up to the cent');
  return tax;
}

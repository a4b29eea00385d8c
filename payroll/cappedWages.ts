import type { Calculation } from './Calculation.ts';
import { cents, withinCap, type Cents } from './money.ts';

/** Wages of this payslip that still fit under a yearly base. Counted on wages, never on tax. */
export function cappedWages(c: Calculation, code: string, wages: Cents, wageBaseCents: number): Cents {
  const before = cents(c.facts.yearToDate.taxableCents[code] ?? 0);
  const taxable = withinCap(wages, before, cents(wageBaseCents));
  c.trace.input('wages', wages, 'CENTS');
  c.trace.input('taxed this year before', before, 'CENTS');
  c.trace.input('yearly wage base', wageBaseCents, 'CENTS');
  c.trace.step('wages still under the base', taxable, 'CENTS');
  return taxable;
}

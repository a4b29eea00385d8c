import { bracketOf } from '../bracketOf.ts';
import type { BracketTable } from '../jurisdictions/FederalRules.ts';
import { add, cents, mulRate, subtract, type Cents } from '../money.ts';
import type { Trace } from '../Trace.ts';

/** One printed table: the rate on what exceeds the row's figure, to the cent, and the row's amount. */
export function printedTax(table: BracketTable, net: Cents, trace: Trace): Cents {
  const row = bracketOf(table, net);
  const over = subtract(net, cents(table.fromCents[row] ?? 0));
  const ratePpm = table.ratePpm[row] ?? 0;
  const plus = cents(table.plusCents[row] ?? 0);
  trace.step('row from', table.fromCents[row] ?? 0, 'CENTS');
  trace.step('rate', ratePpm, 'PPM');
  trace.step('plus', plus, 'CENTS');
  return add(mulRate(over, ratePpm, 'HALF_UP'), plus);
}

import type { BracketTable } from '../jurisdictions/FederalRules.ts';
import type { PrintedPeriod, PrintedTablesTax } from '../jurisdictions/StateIncomeTax.ts';
import { add, bracketTax, cents, maxCents, mulRate, subtract, times, ZERO, type Cents } from '../money.ts';
import type { PayPeriod } from '../payPeriods.ts';
import type { StateTaxForm } from '../TaxForms.ts';
import type { Trace } from '../Trace.ts';

/** (wages - allowances) through the printed table of the period, rounded once: the rate on what exceeds the row's figure, and its amount. */
export function printedTablesTax(
  tax: PrintedTablesTax,
  wages: Cents,
  form: StateTaxForm,
  period: PayPeriod,
  trace: Trace,
): Cents {
  const column = tax.columnOf?.[form.filingStatus ?? ''] ?? 'single';
  const printed = tax.byFrequency[period.frequency];
  const table = printed?.columns[column];
  if (printed === undefined || table === undefined) throw new Error(`no ${period.frequency} table for ${column}`);
  const allowances = allowancesOf(printed, column, wages, form.allowances ?? 0);
  const taxable = maxCents(ZERO, subtract(wages, allowances));
  const row = rowOf(table, taxable, tax.rowsStartAbove === true);
  const ratePpm = table.ratePpm[row] ?? 0;
  const plus = cents(table.plusCents[row] ?? 0);
  const over = subtract(taxable, cents(table.fromCents[row] ?? 0));
  trace.input('wages', wages, 'CENTS');
  trace.step('allowances', allowances, 'CENTS');
  trace.step('taxable wages', taxable, 'CENTS');
  trace.step('row from', table.fromCents[row] ?? 0, 'CENTS');
  trace.step('rate', ratePpm, 'PPM');
  trace.step('plus', plus, 'CENTS');
  if (tax.roundTo === 'CENT') {
    const due = add(plus, mulRate(over, ratePpm, 'HALF_UP'));
    return due < (printed.nothingUnderCents ?? 0) ? ZERO : due;
  }
  return times(bracketTax(plus, over, ratePpm, ZERO, 100, 'HALF_UP'), 100);
}

function allowancesOf(printed: PrintedPeriod, column: string, wages: Cents, count: number): Cents {
  if (count === 0) return ZERO;
  if (printed.noAllowancesAboveCents !== undefined && wages > printed.noAllowancesAboveCents) return ZERO;
  const first = printed.firstAllowancesCents?.[column] ?? [];
  const known = Math.min(count, first.length);
  return add(cents(first[known - 1] ?? 0), times(cents(printed.allowanceCents ?? 0), count - known));
}

/** The row that holds `amount`; where rows are "over ... but not over", an amount at a figure is still in the row below. */
function rowOf(table: BracketTable, amount: number, startsAbove: boolean): number {
  let row = table.fromCents.length - 1;
  while (row > 0) {
    const from = table.fromCents[row] ?? 0;
    if (startsAbove ? amount > from : amount >= from) break;
    row -= 1;
  }
  return row;
}

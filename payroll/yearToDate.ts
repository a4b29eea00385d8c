import type { CalendarDate } from './dates.ts';
import { add, cents, ZERO, type Cents } from './money.ts';
import type { Payslip } from './Payslip.ts';

/**
 * What this employer paid this employee in the calendar year of the pay date, before the payslip at hand.
 * Caps look at wages, never at tax: rounded tax cannot be turned back into wages.
 */
export type YearToDate = {
  readonly year: number;
  readonly grossCents: number;
  readonly netPayCents: number;
  /** Amounts by line code: taxes withheld, deferrals, earnings. */
  readonly amountsCents: Readonly<Record<string, number>>;
  /** Taxable wages by line code. */
  readonly taxableCents: Readonly<Record<string, number>>;
  /** Collected by deduction or order id. */
  readonly byReferenceCents: Readonly<Record<string, number>>;
  /** Commuter benefits by month of the pay date (`2026-03`): their limit is monthly. */
  readonly commuterByMonthCents: Readonly<Record<string, number>>;
  /** Plan compensation: a 401(k) percentage counts it up to the yearly limit. */
  readonly planCompensationCents: number;
  /** Taxable wages by line code of the last regular payslip: a bonus paid apart is aggregated with them. */
  readonly lastRegularTaxableCents?: Readonly<Record<string, number>>;
  /** The pay date of that payslip, by which its reversal finds it. */
  readonly lastRegularPayDate?: CalendarDate;
};

export function emptyYearToDate(year: number): YearToDate {
  return {
    year,
    grossCents: 0,
    netPayCents: 0,
    planCompensationCents: 0,
    amountsCents: {},
    taxableCents: {},
    byReferenceCents: {},
    commuterByMonthCents: {},
  };
}

/**
 * Year to date after `payslip`. A reversal's negative lines take the original out again, so that caps reopen; wages of the
 * last regular payslip that is taken back are not aggregated with any more, and none are until the next regular payslip.
 */
export function addToYearToDate(yearToDate: YearToDate, payslip: Payslip): YearToDate {
  const amountsCents: Record<string, Cents> = copy(yearToDate.amountsCents);
  const taxableCents: Record<string, Cents> = copy(yearToDate.taxableCents);
  const byReferenceCents: Record<string, Cents> = copy(yearToDate.byReferenceCents);
  const commuterByMonthCents: Record<string, Cents> = copy(yearToDate.commuterByMonthCents);
  const regular: Record<string, Cents> = {};
  let planCompensationCents = yearToDate.planCompensationCents;
  for (const line of payslip.lines) {
    increase(amountsCents, line.code, line.amountCents);
    if (line.code === 'COMMUTER') increase(commuterByMonthCents, payslip.payDate.slice(0, 7), line.amountCents);
    // Severance is paid after employment: no plan counts it (26 CFR 1.415(c)-2(e)(3)).
    if (line.kind === 'EARNING' && line.code !== 'SEVERANCE') planCompensationCents += line.amountCents;
    if (line.taxableCents !== undefined) {
      increase(taxableCents, line.code, line.taxableCents);
      regular[line.code] = line.taxableCents;
    }
    if (line.reference !== undefined) increase(byReferenceCents, line.reference, line.amountCents);
  }
  const after: YearToDate = {
    year: yearToDate.year,
    grossCents: yearToDate.grossCents + payslip.grossCents,
    netPayCents: yearToDate.netPayCents + payslip.netPayCents,
    planCompensationCents,
    amountsCents,
    taxableCents,
    byReferenceCents,
    commuterByMonthCents,
  };
  if (payslip.runType === 'REGULAR')
    return { ...after, lastRegularTaxableCents: regular, lastRegularPayDate: payslip.payDate };
  const { lastRegularTaxableCents, lastRegularPayDate } = yearToDate;
  if (lastRegularTaxableCents === undefined || takesBack(payslip, regular, yearToDate)) return after;
  return { ...after, lastRegularTaxableCents, ...(lastRegularPayDate === undefined ? {} : { lastRegularPayDate }) };
}

/** Whether a payslip is the reversal of the last regular one: another one of that pay date has other wages. */
function takesBack(
  { runType, payDate }: Payslip,
  wages: Readonly<Record<string, number>>,
  { lastRegularTaxableCents = {}, lastRegularPayDate }: YearToDate,
): boolean {
  if (runType !== 'REVERSAL' || payDate !== lastRegularPayDate) return false;
  const codes = Object.keys(wages);
  return (
    codes.length === Object.keys(lastRegularTaxableCents).length &&
    codes.every((code) => (wages[code] ?? 0) + (lastRegularTaxableCents[code] ?? 0) === 0)
  );
}

function copy(record: Readonly<Record<string, number>>): Record<string, Cents> {
  return { ...record } as Record<string, Cents>;
}

function increase(record: Record<string, Cents>, key: string, by: Cents): void {
  record[key] = add(cents(record[key] ?? ZERO), by);
}

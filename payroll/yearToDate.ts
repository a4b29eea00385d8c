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
  /** Taken by deduction id. Ids are words that the company chose: read them with `ownMember`. */
  readonly byDeductionCents: Readonly<Record<string, number>>;
  /** Withheld by order id. Apart from deductions: an order's balance is its own, whatever a deduction is called. */
  readonly byOrderCents: Readonly<Record<string, number>>;
  /** Commuter benefits by month of the pay date (`2026-03`): their limit is monthly. */
  readonly commuterByMonthCents: Readonly<Record<string, number>>;
  /** Qualified parking likewise, with a limit of its own. Absent: none. */
  readonly parkingByMonthCents?: Readonly<Record<string, number>>;
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
    byDeductionCents: {},
    byOrderCents: {},
    commuterByMonthCents: {},
  };
}

/**
 * Year to date after `payslip`. A reversal's negative lines take the original out again, so that caps reopen; wages of the
 * last regular payslip that is reversed are not aggregated with any more, and none are until the next regular payslip.
 */
export function addToYearToDate(yearToDate: YearToDate, payslip: Payslip): YearToDate {
  const amounts = new Tally(yearToDate.amountsCents);
  const taxable = new Tally(yearToDate.taxableCents);
  const byDeduction = new Tally(yearToDate.byDeductionCents);
  const byOrder = new Tally(yearToDate.byOrderCents);
  const commuterByMonth = new Tally(yearToDate.commuterByMonthCents);
  const parkingByMonth = new Tally(yearToDate.parkingByMonthCents);
  const regular = new Tally();
  let planCompensationCents = yearToDate.planCompensationCents;
  for (const line of payslip.lines) {
    amounts.add(line.code, line.amountCents);
    if (line.code === 'COMMUTER') commuterByMonth.add(payslip.payDate.slice(0, 7), line.amountCents);
    else if (line.code === 'PARKING') parkingByMonth.add(payslip.payDate.slice(0, 7), line.amountCents);
    // Severance is paid after employment: no plan counts it (26 CFR 1.415(c)-2(e)(3)).
    if (line.kind === 'EARNING' && line.code !== 'SEVERANCE') planCompensationCents += line.amountCents;
    if (line.taxableCents !== undefined) {
      taxable.add(line.code, line.taxableCents);
      regular.set(line.code, line.taxableCents);
    }
    if (line.reference !== undefined && line.kind !== 'EARNING')
      (line.kind === 'GARNISHMENT' ? byOrder : byDeduction).add(line.reference, line.amountCents);
  }
  const after: YearToDate = {
    year: yearToDate.year,
    grossCents: cents(yearToDate.grossCents + payslip.grossCents),
    netPayCents: cents(yearToDate.netPayCents + payslip.netPayCents),
    planCompensationCents: cents(planCompensationCents),
    amountsCents: amounts.record,
    taxableCents: taxable.record,
    byDeductionCents: byDeduction.record,
    byOrderCents: byOrder.record,
    commuterByMonthCents: commuterByMonth.record,
    ...(Object.keys(parkingByMonth.record).length > 0 ? { parkingByMonthCents: parkingByMonth.record } : {}),
  };
  if (payslip.runType === 'REGULAR')
    return { ...after, lastRegularTaxableCents: regular.record, lastRegularPayDate: payslip.payDate };
  const { lastRegularTaxableCents, lastRegularPayDate } = yearToDate;
  if (lastRegularTaxableCents === undefined || takesBack(payslip, regular.record, yearToDate)) return after;
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

/** Sums by name while they grow: a map, because a name may be `constructor`, and `__proto__` is no member of an object. */
class Tally {
  readonly #sums: Map<string, Cents>;

  constructor(before: Readonly<Record<string, number>> = {}) {
    this.#sums = new Map(Object.entries(before) as [string, Cents][]);
  }

  add(name: string, by: Cents): void {
    this.set(name, add(cents(this.#sums.get(name) ?? ZERO), by));
  }

  set(name: string, to: Cents): void {
    this.#sums.set(name, to);
  }

  /** With members of its own alone. */
  get record(): Record<string, Cents> {
    return Object.fromEntries(this.#sums);
  }
}

import { cents } from './money.ts';
import { ownMember } from './ownMember.ts';
import type { YearToDate } from './yearToDate.ts';

/**
 * A year to date as one short line of text: what is written again for each employee of each run had better be small.
 *
 *     2|2026|10000000|7012345|10000000|R12-24|SALARY 10000000|US_FIT 1229000 @9740000 ~374615|US_SS 620000 @10000000 ~384615|US_MEDICARE 145000 @ ~|#401k 450000|&support 90000|%03 32500
 *
 * Format, year, gross, net, plan compensation, `R` and the pay date of the last regular payslip once there was one. Then for
 * each line code its amount, `@` its taxable wages and `~` those of the last regular payslip (with nothing after the sign: as
 * for the code before); then `#` and what was taken by deduction, `&` and what was withheld by order, `%` and the commuter
 * benefits of a month, `^` and its parking. All in cents.
 */
const FORMAT = '2';

/** Did not tell deductions from orders: both are behind `#`. See docs/decisions/0022-deductions-and-orders.md. */
const FORMAT_WITH_ONE_LIST = '1';

/** Where the month begins in `2026-03` and in `2026-03-13`: the year is that of the whole. */
const MONTH_AT = 5;

export function encodeYearToDate(yearToDate: YearToDate): string {
  const { year, grossCents, netPayCents, planCompensationCents, lastRegularTaxableCents: regular } = yearToDate;
  const lastRegular = regular ? `R${(yearToDate.lastRegularPayDate ?? '').slice(MONTH_AT)}` : '';
  let text = `${FORMAT}|${year}|${grossCents}|${netPayCents}|${planCompensationCents}|${lastRegular}`;
  let taxableBefore: number | undefined;
  let regularBefore: number | undefined;
  for (const [code, amountCents] of Object.entries(yearToDate.amountsCents)) {
    text += `|${code} ${amountCents}`;
    const taxableCents = ownMember(yearToDate.taxableCents, code);
    if (taxableCents !== undefined) {
      text += taxableCents === taxableBefore ? ' @' : ` @${taxableCents}`;
      taxableBefore = taxableCents;
    }
    const regularCents = regular && ownMember(regular, code);
    if (regularCents !== undefined) {
      text += regularCents === regularBefore ? ' ~' : ` ~${regularCents}`;
      regularBefore = regularCents;
    }
  }
  for (const [deductionId, amountCents] of Object.entries(yearToDate.byDeductionCents))
    text += `|#${encodeURIComponent(deductionId)} ${amountCents}`;
  for (const [orderId, amountCents] of Object.entries(yearToDate.byOrderCents))
    text += `|&${encodeURIComponent(orderId)} ${amountCents}`;
  for (const [month, amountCents] of Object.entries(yearToDate.commuterByMonthCents))
    text += `|%${month.slice(MONTH_AT)} ${amountCents}`;
  for (const [month, amountCents] of Object.entries(yearToDate.parkingByMonthCents ?? {}))
    text += `|^${month.slice(MONTH_AT)} ${amountCents}`;
  return text;
}

/** Reads what `encodeYearToDate` wrote. Throws on anything else: a damaged record must not open a cap again. */
export function decodeYearToDate(text: string): YearToDate {
  const [format, year, gross, net, planCompensation, lastRegular, ...encoded] = text.split('|');
  if ((format !== FORMAT && format !== FORMAT_WITH_ONE_LIST) || lastRegular === undefined)
    throw new Error('not an encoded year to date');
  const amounts: Sum[] = [];
  const taxable: Sum[] = [];
  const byDeduction: Sum[] = [];
  const byOrder: Sum[] = [];
  const commuterByMonth: Sum[] = [];
  const parkingByMonth: Sum[] = [];
  const regular: Sum[] = [];
  let taxableBefore = '';
  let regularBefore = '';
  for (const part of encoded) {
    const [name = '', amount, ...wages] = part.split(' ');
    const amountCents = centsOf(amount);
    if (name.startsWith('#')) byDeduction.push([decodeURIComponent(name.slice(1)), amountCents]);
    else if (name.startsWith('&')) byOrder.push([decodeURIComponent(name.slice(1)), amountCents]);
    else if (name.startsWith('%')) commuterByMonth.push([`${year}-${name.slice(1)}`, amountCents]);
    else if (name.startsWith('^')) parkingByMonth.push([`${year}-${name.slice(1)}`, amountCents]);
    else amounts.push([name, amountCents]);
    for (const wage of wages) {
      if (wage.startsWith('@')) taxable.push([name, centsOf((taxableBefore = wage.slice(1) || taxableBefore))]);
      else if (wage.startsWith('~')) regular.push([name, centsOf((regularBefore = wage.slice(1) || regularBefore))]);
      else throw new Error(`not a part of a year to date: ${part}`);
    }
  }
  const yearToDate = {
    year: Number(year),
    grossCents: centsOf(gross),
    netPayCents: centsOf(net),
    planCompensationCents: centsOf(planCompensation),
    amountsCents: Object.fromEntries(amounts),
    taxableCents: Object.fromEntries(taxable),
    ...(format === FORMAT ? listsOf(byDeduction, byOrder) : toldApart(byDeduction, amounts)),
    commuterByMonthCents: Object.fromEntries(commuterByMonth),
    ...(parkingByMonth.length > 0 ? { parkingByMonthCents: Object.fromEntries(parkingByMonth) } : {}),
  };
  if (lastRegular === '') return yearToDate;
  const payDate = lastRegular.slice(1);
  return {
    ...yearToDate,
    lastRegularTaxableCents: Object.fromEntries(regular),
    ...(payDate === '' ? {} : { lastRegularPayDate: `${year}-${payDate}` }),
  };
}

type Sum = [name: string, cents: number];

const listsOf = (byDeduction: Sum[], byOrder: Sum[]) => ({
  byDeductionCents: Object.fromEntries(byDeduction),
  byOrderCents: Object.fromEntries(byOrder),
});

/**
 * Deductions and orders of a text that had one list for both. A year with one kind alone has that kind's; in a year with
 * both, an entry may be either or the sum of two that were called the same: it is no more than all that was collected of
 * a kind. With one order in force that is what the order collected, to the cent.
 */
function toldApart(byReference: Sum[], amounts: Sum[]) {
  const ordersCents = totalOf(amounts.filter(([code]) => code.startsWith('GARNISHMENT_')));
  const deductionsCents = totalOf(byReference) - ordersCents;
  if (ordersCents === 0) return listsOf(byReference, []);
  if (deductionsCents === 0) return listsOf([], byReference);
  const atMost = (limitCents: number): Sum[] => byReference.map(([id, sum]) => [id, Math.min(sum, limitCents)]);
  return listsOf(atMost(deductionsCents), atMost(ordersCents));
}

const totalOf = (sums: Sum[]) => sums.reduce((total, [, sum]) => total + sum, 0);

function centsOf(text: string | undefined): number {
  if (!text) throw new Error('an amount of a year to date is not there');
  return cents(Number(text));
}

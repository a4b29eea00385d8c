import { cents } from './money.ts';
import type { YearToDate } from './yearToDate.ts';

/**
 * A year to date as one short line of text: what is written anew for each employee of each run had better be small.
 *
 *     1|2026|10000000|7012345|10000000|R12-24|SALARY 10000000|US_FIT 1229000 @9740000 ~374615|US_SS 620000 @10000000 ~384615|US_MEDICARE 145000 @ ~|#401k 450000|%03 32500
 *
 * Format, year, gross, net, plan compensation, `R` and the pay date of the last regular payslip once there was one. Then for
 * each line code its amount, `@` its taxable wages and `~` those of the last regular payslip (with nothing after the sign: as
 * for the code before); then `#` and what was collected by deduction or order; then `%` and the commuter benefits of a month. All in cents.
 */
const FORMAT = '1';

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
    const taxableCents = yearToDate.taxableCents[code];
    if (taxableCents !== undefined) {
      text += taxableCents === taxableBefore ? ' @' : ` @${taxableCents}`;
      taxableBefore = taxableCents;
    }
    const regularCents = regular?.[code];
    if (regularCents !== undefined) {
      text += regularCents === regularBefore ? ' ~' : ` ~${regularCents}`;
      regularBefore = regularCents;
    }
  }
  for (const [reference, amountCents] of Object.entries(yearToDate.byReferenceCents))
    text += `|#${encodeURIComponent(reference)} ${amountCents}`;
  for (const [month, amountCents] of Object.entries(yearToDate.commuterByMonthCents))
    text += `|%${month.slice(MONTH_AT)} ${amountCents}`;
  return text;
}

/** Reads what `encodeYearToDate` wrote. Throws on anything else: a damaged record must not open a cap again. */
export function decodeYearToDate(text: string): YearToDate {
  const [format, year, gross, net, planCompensation, lastRegular, ...encoded] = text.split('|');
  if (format !== FORMAT || lastRegular === undefined) throw new Error('not an encoded year to date');
  const amountsCents: Record<string, number> = {};
  const taxableCents: Record<string, number> = {};
  const byReference: [reference: string, cents: number][] = [];
  const commuterByMonthCents: Record<string, number> = {};
  const regular: Record<string, number> = {};
  let taxableBefore = '';
  let regularBefore = '';
  for (const part of encoded) {
    const [name = '', amount, ...wages] = part.split(' ');
    const amountCents = centsOf(amount);
    if (name.startsWith('#')) byReference.push([decodeURIComponent(name.slice(1)), amountCents]);
    else if (name.startsWith('%')) commuterByMonthCents[`${year}-${name.slice(1)}`] = amountCents;
    else amountsCents[name] = amountCents;
    for (const wage of wages) {
      if (wage.startsWith('@')) taxableCents[name] = centsOf((taxableBefore = wage.slice(1) || taxableBefore));
      else if (wage.startsWith('~')) regular[name] = centsOf((regularBefore = wage.slice(1) || regularBefore));
      else throw new Error(`not a part of a year to date: ${part}`);
    }
  }
  const yearToDate = {
    year: Number(year),
    grossCents: centsOf(gross),
    netPayCents: centsOf(net),
    planCompensationCents: centsOf(planCompensation),
    amountsCents,
    taxableCents,
    byReferenceCents: Object.fromEntries(byReference),
    commuterByMonthCents,
  };
  if (lastRegular === '') return yearToDate;
  const payDate = lastRegular.slice(1);
  return {
    ...yearToDate,
    lastRegularTaxableCents: regular,
    ...(payDate === '' ? {} : { lastRegularPayDate: `${year}-${payDate}` }),
  };
}

function centsOf(text: string | undefined): number {
  if (!text) throw new Error('an amount of a year to date is not there');
  return cents(Number(text));
}

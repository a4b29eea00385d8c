import type { OpeningBalanceInput } from '../../../clients/generated/schema.ts';
import { yearOf } from '../../../payroll/dates.ts';
import { type ErrorCode, isRefusal, type Result } from '../../../payroll/errors.ts';
import { cents, formatMoney } from '../../../payroll/money.ts';
import { openingProblem } from '../../../payroll/openingBalance.ts';
import type { LineKind } from '../../../payroll/Payslip.ts';
import { CURRENT_RULE_SET_VERSION, ruleSetOf } from '../../../payroll/ruleSets.ts';
import type { YearToDate } from '../../../payroll/yearToDate.ts';
import { describeLineCode, isKnownLineCode } from '../../documents/describeLineCode.ts';
import { InputReader } from '../InputReader.ts';

/** What a year's payslips can have at the most, with room to spare. */
const MOST_AMOUNTS = 150;

export interface GivenOpening {
  asOfDate: string;
  yearToDate: YearToDate;
}

/** Reads what another provider paid an employee, and refuses what does not add up or cannot be true. */
export function openingBalanceOf(input: OpeningBalanceInput, year: number): Result<GivenOpening, ErrorCode> {
  const reader = new InputReader();
  const rules = ruleSetOf(CURRENT_RULE_SET_VERSION);
  if (!rules.ok) throw new Error(rules.error.message);
  const asOfDate = reader.date(input.asOfDate, 'asOfDate') ?? '';
  if (year !== rules.value.year)
    reader.refuse(
      `The year is ${year}; this build has the rules of ${rules.value.year}.`,
      `Hand in what was paid in ${rules.value.year}.`,
      'year',
    );
  else if (asOfDate !== '' && yearOf(asOfDate) !== year)
    reader.refuse(
      `asOfDate ${asOfDate} is not in ${year}.`,
      'Give the last pay date of the year that is in the amounts.',
      'asOfDate',
    );
  const yearToDate = yearToDateGiven(reader, input, year);
  const problem = openingProblem(yearToDate, rules.value);
  if (isRefusal(problem)) reader.take(problem);
  return reader.resultOf({ asOfDate, yearToDate });
}

/** By kind of line: whether it comes out of gross pay (-1), is paid on top (+1), or neither. */
const SIGN_IN_NET: Readonly<Record<LineKind, -1 | 0 | 1>> = {
  EARNING: 0,
  PRE_TAX_DEDUCTION: -1,
  TAX: -1,
  GARNISHMENT: -1,
  POST_TAX_DEDUCTION: -1,
  REIMBURSEMENT: 1,
  EMPLOYER_TAX: 0,
};

function yearToDateGiven(reader: InputReader, input: OpeningBalanceInput, year: number): YearToDate {
  const grossCents = reader.requiredMoney(input.grossPay, 'grossPay');
  const netPayCents = reader.requiredMoney(input.netPay, 'netPay');
  const amounts = new Map<string, number>();
  const taxable = new Map<string, number>();
  const byDeduction = new Map<string, number>();
  const byOrder = new Map<string, number>();
  const byMonth = new Map<string, number>();
  const parkingByMonth = new Map<string, number>();
  let netCents = grossCents;
  let earned = 0;
  let severance = 0;
  if (input.amounts.length > MOST_AMOUNTS)
    reader.refuse(
      `amounts has ${input.amounts.length} entries; at most ${MOST_AMOUNTS} are allowed.`,
      'Add up the amounts of a code.',
      'amounts',
    );
  for (const [index, { code, amount, taxableWages, reference, month }] of input.amounts.entries()) {
    const path = `amounts.${index}`;
    const amountCents = reader.requiredMoney(amount, `${path}.amount`);
    const wages = reader.money(taxableWages, `${path}.taxableWages`);
    if (!isKnownLineCode(code)) {
      reader.refuse(
        `"${code}" is not a code of a payslip line.`,
        'Take the codes from docs/payroll.md.',
        `${path}.code`,
      );
      continue;
    }
    const { kind } = describeLineCode(code);
    const isTax = kind === 'TAX' || kind === 'EMPLOYER_TAX';
    if (isTax !== (wages !== undefined))
      reader.refuse(
        isTax ? `${code} is a tax, and its taxable wages are not given.` : `${code} is no tax, and has taxable wages.`,
        isTax ? 'Give taxableWages.' : 'Leave taxableWages out.',
        `${path}.taxableWages`,
      );
    addTo(amounts, code, amountCents);
    if (wages !== undefined) addTo(taxable, code, wages);
    if (code === 'SEVERANCE') severance += amountCents;
    if (kind === 'EARNING') earned += amountCents;
    netCents += SIGN_IN_NET[kind] * amountCents;
    const isDeduction = kind === 'PRE_TAX_DEDUCTION' || kind === 'POST_TAX_DEDUCTION';
    if (isGiven(reference) && isDeduction) addTo(byDeduction, reader.id(reference, `${path}.reference`), amountCents);
    else if (isGiven(reference) && kind === 'GARNISHMENT')
      addTo(byOrder, reader.id(reference, `${path}.reference`), amountCents);
    else if (isGiven(reference))
      reader.refuse(
        `${code} is neither a deduction nor an order, and has a reference.`,
        'Leave reference out.',
        `${path}.reference`,
      );
    const months = code === 'COMMUTER' ? byMonth : code === 'PARKING' ? parkingByMonth : undefined;
    if (months) addTo(months, monthGiven(reader, code, month, year, `${path}.month`), amountCents);
    else if (isGiven(month))
      reader.refuse(`${code} has a month.`, 'Give month for COMMUTER and PARKING alone.', `${path}.month`);
  }
  if (earned > 0 && earned !== grossCents)
    reader.refuse(
      `The earnings in amounts are ${formatMoney(cents(earned))}, and grossPay is ${formatMoney(cents(grossCents))}.`,
      'Give all earnings of the year, or none of them.',
      'grossPay',
    );
  if (netCents !== netPayCents)
    reader.refuse(
      `grossPay less the deductions, taxes and orders in amounts is ${formatMoney(cents(netCents))}, and netPay is ${formatMoney(cents(netPayCents))}.`,
      'Give everything that was taken from pay, and what was reimbursed.',
      'netPay',
    );
  return {
    year,
    grossCents,
    netPayCents,
    planCompensationCents: reader.money(input.planCompensation, 'planCompensation') ?? grossCents - severance,
    amountsCents: Object.fromEntries(amounts),
    taxableCents: Object.fromEntries(taxable),
    byDeductionCents: Object.fromEntries(byDeduction),
    byOrderCents: Object.fromEntries(byOrder),
    commuterByMonthCents: Object.fromEntries(byMonth),
    ...(parkingByMonth.size > 0 ? { parkingByMonthCents: Object.fromEntries(parkingByMonth) } : {}),
  };
}

/** The limit of commuter benefits is monthly. */
function monthGiven(
  reader: InputReader,
  code: string,
  month: string | null | undefined,
  year: number,
  path: string,
): string {
  if (isGiven(month) && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) && month.startsWith(`${year}-`)) return month;
  reader.refuse(
    `${code} needs the month in which it was paid; it is "${month ?? ''}".`,
    `Write it as ${year}-03.`,
    path,
  );
  return `${year}-01`;
}

const addTo = (amounts: Map<string, number>, name: string, amountCents: number): void => {
  amounts.set(name, cents((amounts.get(name) ?? 0) + amountCents));
};

const isGiven = (text: string | null | undefined): text is string => text !== undefined && text !== null;

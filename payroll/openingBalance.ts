import { refuse, type ErrorCode, type Refusal } from './errors.ts';
import { formatMoney, cents, mulRate } from './money.ts';
import { ownMember } from './ownMember.ts';
import type { RuleSet } from './ruleSets.ts';
import type { YearToDate } from './yearToDate.ts';

/** Another provider rounded each payslip: a year of weekly pay is never off by more than this. */
const ROUNDING_CENTS = 1_00;

/**
 * Why amounts that another provider paid this year cannot be true: wages beyond a base, tax that its wages do not give, wages
 * of two taxes that must agree. Nothing where they can.
 */
export function openingProblem(opening: YearToDate, { federal }: RuleSet): Refusal<ErrorCode> | undefined {
  const { socialSecurity, medicare, futa } = federal;
  const { taxableCents } = opening;
  const wagesOf = (code: string) => ownMember(taxableCents, code) ?? 0;
  return (
    aboveBase(opening, 'US_SS', socialSecurity.wageBaseCents) ??
    aboveBase(opening, 'US_SS_EMPLOYER', socialSecurity.wageBaseCents) ??
    aboveBase(opening, 'US_FUTA', futa.wageBaseCents) ??
    notOfWages(opening, 'US_SS', socialSecurity.ratePpm) ??
    notOfWages(opening, 'US_SS_EMPLOYER', socialSecurity.ratePpm) ??
    notOfWages(opening, 'US_MEDICARE', medicare.ratePpm) ??
    notOfWages(opening, 'US_MEDICARE_EMPLOYER', medicare.ratePpm) ??
    differing(opening, 'US_SS', 'US_SS_EMPLOYER') ??
    differing(opening, 'US_MEDICARE', 'US_MEDICARE_EMPLOYER') ??
    (wagesOf('US_SS') > wagesOf('US_MEDICARE')
      ? impossible(
          `Social Security wages of ${money(wagesOf('US_SS'))} are more than Medicare wages of ${money(wagesOf('US_MEDICARE'))}.`,
        )
      : undefined)
  );
}

function aboveBase({ taxableCents }: YearToDate, code: string, baseCents: number): Refusal<ErrorCode> | undefined {
  const wages = ownMember(taxableCents, code) ?? 0;
  if (wages <= baseCents) return undefined;
  return impossible(`${code} has taxable wages of ${money(wages)}; the year's wage base is ${money(baseCents)}.`);
}

function notOfWages({ amountsCents, taxableCents }: YearToDate, code: string, ratePpm: number) {
  const wages = ownMember(taxableCents, code) ?? 0;
  const tax = ownMember(amountsCents, code) ?? 0;
  const due = mulRate(cents(wages), ratePpm, 'HALF_UP');
  if (Math.abs(tax - due) <= ROUNDING_CENTS) return undefined;
  return impossible(`${code} has ${money(tax)} on taxable wages of ${money(wages)}, which give ${money(due)}.`);
}

/** What employee and employer owe is owed on the same wages. */
function differing({ taxableCents }: YearToDate, code: string, other: string): Refusal<ErrorCode> | undefined {
  const [wages, ofOther] = [ownMember(taxableCents, code) ?? 0, ownMember(taxableCents, other) ?? 0];
  if (wages === ofOther) return undefined;
  return impossible(`${code} has taxable wages of ${money(wages)}, and ${other} of ${money(ofOther)}.`);
}

const impossible = (problem: string): Refusal<ErrorCode> =>
  refuse(
    'INVALID_INPUT',
    problem,
    'Take wages and tax of each tax from the last report of the other provider.',
    'amounts',
  );

const money = (amount: number): string => formatMoney(cents(amount));

/** A year to date with one opening balance in the place of another; the first time of none. */
export function withOpening(year: YearToDate, before: YearToDate | undefined, after: YearToDate): YearToDate {
  const records = [
    'amountsCents',
    'taxableCents',
    'byDeductionCents',
    'byOrderCents',
    'commuterByMonthCents',
  ] as const satisfies readonly (keyof YearToDate)[];
  const sum = (member: 'grossCents' | 'netPayCents' | 'planCompensationCents') =>
    cents(year[member] - (before?.[member] ?? 0) + after[member]);
  return {
    ...year,
    grossCents: sum('grossCents'),
    netPayCents: sum('netPayCents'),
    planCompensationCents: sum('planCompensationCents'),
    ...(Object.fromEntries(
      records.map((member) => [member, exchanged(year[member], before?.[member] ?? {}, after[member])]),
    ) as Pick<YearToDate, (typeof records)[number]>),
    ...withoutEmpty(
      exchanged(year.parkingByMonthCents ?? {}, before?.parkingByMonthCents ?? {}, after.parkingByMonthCents ?? {}),
    ),
  };
}

type Amounts = Readonly<Record<string, number>>;

/** What has become nothing is left out, so that the order of recording leaves no trace. */
function exchanged(year: Amounts, before: Amounts, after: Amounts): Amounts {
  const amounts = new Map(Object.entries(year));
  const change = (entries: Amounts, sign: 1 | -1) => {
    for (const [name, amount] of Object.entries(entries))
      amounts.set(name, cents((amounts.get(name) ?? 0) + sign * amount));
  };
  change(before, -1);
  change(after, 1);
  for (const name of Object.keys(before))
    if (amounts.get(name) === 0 && !Object.hasOwn(after, name)) amounts.delete(name);
  return Object.fromEntries(amounts);
}

/** Only who has parking has this record: years of everybody else keep their bytes. */
const withoutEmpty = (
  parkingByMonthCents: Readonly<Record<string, number>>,
): Pick<YearToDate, 'parkingByMonthCents'> =>
  Object.keys(parkingByMonthCents).length > 0 ? { parkingByMonthCents } : {};

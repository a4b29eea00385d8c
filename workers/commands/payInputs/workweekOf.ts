import type { HoursAtRateInput, WorkweekHoursInput } from '../../../clients/generated/schema.ts';
import { addDays } from '../../../payroll/dates.ts';
import type { Workweek } from '../../../payroll/EmployeePayFacts.ts';
import type { PeriodDays } from '../../../payroll/payPeriods.ts';
import { HOURS_OF_A_WEEK, hoursOf } from '../../../payroll/sumEnteredPay.ts';
import type { InputReader } from '../InputReader.ts';
import { withoutAbsent } from '../withoutAbsent.ts';

/** Of a period: a month of 31 days begins five of them. */
const MOST_WEEKS = 5;

const MOST_RATES = 10;

/** The hours of one workweek, which is counted from the start of the period. */
export function workweekOf(reader: InputReader, input: WorkweekHoursInput, period: PeriodDays, path: string): Workweek {
  const { week, hours, otherRates, stateOvertime, premiumPaidEarlier } = input;
  const startDate = addDays(period.startDate, (Math.min(week, MOST_WEEKS + 1) - 1) * 7);
  if (week < 1 || startDate > period.endDate)
    reader.refuse(
      `week ${week} is not a workweek of the period ${period.startDate} to ${period.endDate}.`,
      'Count the weeks from 1 at the start of the period.',
      `${path}.week`,
    );
  if ((otherRates ?? []).length > MOST_RATES)
    reader.refuse(
      `otherRates has ${otherRates?.length} entries; at most ${MOST_RATES} are allowed.`,
      'Add up the hours at a rate.',
      `${path}.otherRates`,
    );
  const work = [
    { hoursHundredths: reader.hours(hours, `${path}.hours`) ?? 0 },
    ...(otherRates ?? []).map((other, index) => hoursAtRate(reader, other, `${path}.otherRates.${index}`)),
  ];
  const all = hoursOf({ startDate, work });
  if (all > HOURS_OF_A_WEEK)
    reader.refuse(`Week ${week} has ${all / 100} hours; a week has 168.`, 'Correct the hours.', `${path}.hours`);
  return withoutAbsent<Workweek>({
    startDate,
    work,
    stateOvertimeCents: reader.money(stateOvertime, `${path}.stateOvertime`),
    premiumPaidEarlierCents: reader.money(premiumPaidEarlier, `${path}.premiumPaidEarlier`),
  });
}

function hoursAtRate(reader: InputReader, { hours, hourlyRate }: HoursAtRateInput, path: string) {
  const hourlyRateCents = reader.requiredMoney(hourlyRate, `${path}.hourlyRate`);
  if (hourlyRateCents === 0)
    reader.refuse('hourlyRate is 0.00: the hours would not be paid.', 'Give the rate.', `${path}.hourlyRate`);
  return { hoursHundredths: reader.hours(hours, `${path}.hours`) ?? 0, hourlyRateCents };
}

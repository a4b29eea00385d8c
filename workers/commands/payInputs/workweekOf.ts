import type { WorkweekHoursInput } from '../../../clients/generated/schema.ts';
import { addDays } from '../../../payroll/dates.ts';
import type { Workweek } from '../../../payroll/EmployeePayFacts.ts';
import type { PayPeriod } from '../../../payroll/payPeriods.ts';
import type { InputReader } from '../InputReader.ts';
import { withoutAbsent } from '../withoutAbsent.ts';

/** Of a period: a month of 31 days begins five of them. */
const MOST_WEEKS = 5;

/** The hours of one workweek, which is counted from the start of the period. */
export function workweekOf(reader: InputReader, input: WorkweekHoursInput, period: PayPeriod, path: string): Workweek {
  const { week, hours, otherRates, stateOvertime, premiumPaidEarlier } = input;
  const startDate = addDays(period.startDate, (Math.min(week, MOST_WEEKS + 1) - 1) * 7);
  if (week < 1 || startDate > period.endDate)
    reader.refuse(
      `week ${week} is not a workweek of the period ${period.startDate} to ${period.endDate}.`,
      'Count the weeks from 1 at the start of the period.',
      `${path}.week`,
    );
  return withoutAbsent<Workweek>({
    startDate,
    work: [
      { hoursHundredths: reader.hours(hours, `${path}.hours`) ?? 0 },
      ...(otherRates ?? []).map((other, index) => ({
        hoursHundredths: reader.hours(other.hours, `${path}.otherRates.${index}.hours`) ?? 0,
        hourlyRateCents: reader.requiredMoney(other.hourlyRate, `${path}.otherRates.${index}.hourlyRate`),
      })),
    ],
    stateOvertimeCents: reader.money(stateOvertime, `${path}.stateOvertime`),
    premiumPaidEarlierCents: reader.money(premiumPaidEarlier, `${path}.premiumPaidEarlier`),
  });
}

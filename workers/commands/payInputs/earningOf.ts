import type { EarningInput as EarningFields } from '../../../clients/generated/schema.ts';
import type { EarningInput, EarningType } from '../../../payroll/EmployeePayFacts.ts';
import type { InputReader } from '../InputReader.ts';
import { withoutAbsent } from '../withoutAbsent.ts';

/** Earnings that a payslip shows without hours. */
const WITHOUT_HOURS: readonly EarningType[] = ['REIMBURSEMENT', 'GROSS_UP'];

/** Earnings that raise the rate of overtime, unless they are discretionary; and of which it is said when they were earned. */
const RAISES_OVERTIME: readonly EarningType[] = ['BONUS', 'COMMISSION', 'SHIFT_PREMIUM'];

const MAY_BE_DISCRETIONARY: readonly EarningType[] = [...RAISES_OVERTIME, 'GROSS_UP'];

/** No period has more weeks, and no bonus is spread over more than a year of them. */
const MOST_WEEKS_EARNED_IN = 53;

/** One earning. What would not count for its type is refused, so that nobody takes it for paid. */
export function earningOf(reader: InputReader, input: EarningFields, path: string): EarningInput {
  const { type, isDiscretionary } = input;
  const amountCents = reader.requiredMoney(input.amount, `${path}.amount`);
  const hoursHundredths = reader.hours(input.hours, `${path}.hours`);
  const weeks = input.workweekStartDates ?? [];
  if (amountCents === 0)
    reader.refuse(`${type} of 0.00 pays nothing.`, 'Leave the earning out, or give its amount.', `${path}.amount`);
  if (hoursHundredths !== undefined && WITHOUT_HOURS.includes(type))
    reader.refuse(`hours do not count for ${type}.`, 'Leave the hours out.', `${path}.hours`);
  if (isDiscretionary === true && !MAY_BE_DISCRETIONARY.includes(type))
    reader.refuse(`isDiscretionary does not count for ${type}.`, 'Leave it out.', `${path}.isDiscretionary`);
  if (weeks.length > 0 && (isDiscretionary === true || !RAISES_OVERTIME.includes(type)))
    reader.refuse(
      `workweekStartDates do not count for ${isDiscretionary === true ? 'a discretionary ' : ''}${type}.`,
      'Leave them out: they are for what raises the overtime of those weeks.',
      `${path}.workweekStartDates`,
    );
  if (weeks.length > MOST_WEEKS_EARNED_IN)
    reader.refuse(
      `workweekStartDates has ${weeks.length} entries; at most ${MOST_WEEKS_EARNED_IN} are allowed.`,
      'Name the weeks of a year at most.',
      `${path}.workweekStartDates`,
    );
  return withoutAbsent<EarningInput>({
    type,
    amountCents,
    hoursHundredths,
    isDiscretionary,
    workweekStartDates: input.workweekStartDates?.map(
      (date, index) => reader.date(date, `${path}.workweekStartDates.${index}`) ?? '',
    ),
  });
}

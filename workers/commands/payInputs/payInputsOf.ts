import type { PayrollInputInput } from '../../../clients/generated/schema.ts';
import type { EarningInput } from '../../../payroll/EmployeePayFacts.ts';
import type { EnteredPay } from '../../../payroll/EnteredPay.ts';
import type { ErrorCode, Result } from '../../../payroll/errors.ts';
import { InputReader } from '../InputReader.ts';
import { withoutAbsent } from '../withoutAbsent.ts';
import { earningOf } from './earningOf.ts';
import { workweekOf } from './workweekOf.ts';
import { type PeriodOfHours, workweeksByDate } from './workweeksByDate.ts';

/** How many off-cycle runs a period may have, as `startPayrollRun` counts them. */
const MOST_RUNS = 99;

/** What a part may list; a source that has more to say sends sums. */
const MOST_EARNINGS = 200;

/** Turns what was entered for one employee and one period into what its runs pay. */
export function payInputsOf(input: PayrollInputInput, period: PeriodOfHours): Result<EnteredPay, ErrorCode> {
  const reader = new InputReader();
  const workweeks = (input.hoursWorked ?? []).map((week, index, weeks) => {
    if (weeks.findIndex((other) => other.week === week.week) < index)
      reader.refuse(`week ${week.week} comes twice.`, 'Give each workweek once.', `hoursWorked.${index}.week`);
    return workweekOf(reader, week, period, `hoursWorked.${index}`);
  });
  if (input.hoursByDate?.length) {
    if (workweeks.length > 0)
      reader.refuse('hoursWorked and hoursByDate are both given.', 'Give hours in one of the two ways.', 'hoursByDate');
    workweeks.push(...workweeksByDate(reader, input.hoursByDate, period));
  }
  if ((input.earnings ?? []).length > MOST_EARNINGS)
    reader.refuse(
      `earnings has ${input.earnings?.length} entries; at most ${MOST_EARNINGS} are allowed.`,
      'Add up the earnings of a type.',
      'earnings',
    );
  workweeks.sort((a, b) => (a.startDate < b.startDate ? -1 : 1));
  const earnings: EarningInput[] = [];
  const offCycleEarnings: Record<string, EarningInput[]> = {};
  for (const [index, earning] of (input.earnings ?? []).entries()) {
    const path = `earnings.${index}`;
    const sequence = reader.count(earning.offCycleSequence, `${path}.offCycleSequence`, MOST_RUNS, 1);
    const paidBy = sequence === undefined ? earnings : (offCycleEarnings[sequence] ??= []);
    paidBy.push(earningOf(reader, earning, path));
  }
  return reader.resultOf(
    withoutAbsent<EnteredPay>({
      workweeks,
      earnings,
      supplementalMethod: input.supplementalMethod,
      unpaidAbsenceDays: reader.count(input.unpaidAbsenceDays, 'unpaidAbsenceDays', 31),
      offCycleEarnings: Object.keys(offCycleEarnings).length > 0 ? offCycleEarnings : undefined,
    }),
  );
}

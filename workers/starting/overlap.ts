import { addDays } from '../../payroll/dates.ts';
import { type ErrorCode, type Refusal, refuse } from '../../payroll/errors.ts';
import type { PayPeriod } from '../../payroll/payPeriods.ts';
import { makesRoom } from '../../payroll/runStatus.ts';
import { getRegularRuns } from '../../table/regularRuns.ts';
import type { RunRecord } from '../../table/payrollRun.ts';

/** The longest pay period, a month, has this many days. */
const LONGEST_PERIOD_DAYS = 31;

/**
 * The regular run that pays some of the days of a period and has another first day: the schedule of the pay group was moved.
 * Read from the table, strongly consistent.
 */
export async function overlappingRun(
  companyId: string,
  payGroupId: string,
  { startDate, endDate }: Pick<PayPeriod, 'startDate' | 'endDate'>,
): Promise<RunRecord | undefined> {
  const starts: string[] = [];
  for (let day = addDays(startDate, 1 - LONGEST_PERIOD_DAYS); day <= endDate; day = addDays(day, 1))
    if (day !== startDate) starts.push(day);
  const runs = await getRegularRuns(companyId, payGroupId, starts);
  return [...runs.values()].find((run) => run.status !== 'DRAFT' && !makesRoom(run) && run.period.endDate >= startDate);
}

/** Days are paid once, whatever became of the schedule. */
export const daysArePaid = ({ runId, status, period }: RunRecord, startDate: string): Refusal<ErrorCode> => {
  const isLater = period.startDate > startDate;
  return refuse(
    'PERIOD_CLOSED',
    `Some days of the period from ${startDate} belong to the period ${period.startDate} to ${period.endDate}, which run "${runId}" pays; it is ${status}.`,
    isLater
      ? 'Pay what is owed for the days before that period as earnings by an OFF_CYCLE run of it.'
      : `Set the anchorDate of the pay group so that a period begins on ${addDays(period.endDate, 1)}, and start that one.`,
    'periodStartDate',
  );
};

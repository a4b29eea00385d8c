import type { UpcomingPayroll, UpcomingPayrolls } from '../clients/generated/schema.ts';
import { type UpcomingRun, upcomingRuns } from '../payroll/planning/upcomingRuns.ts';
import { clockAt } from '../payroll/planning/zonedTime.ts';
import { getPayGroup, scheduleOf } from '../table/payGroup.ts';
import type { RunRecord } from '../table/payrollRun.ts';
import { getRegularRuns } from '../table/regularRuns.ts';
import { readInput } from './commands/readInput.ts';
import { invalidInput, payGroupNotFound } from './commands/refusals.ts';
import { userErrorOf } from './commands/userErrors.ts';

interface ListUpcomingPayrollsEvent {
  companyId: string;
  payGroupId: string;
  count: number;
}

/** The answer before the resolver gives its errors their type. */
type ListedUpcomingPayrolls = Omit<UpcomingPayrolls, 'userErrors'> & { userErrors: ReturnType<typeof userErrorOf>[] };

const MOST_PAYROLLS = 30;

/** Query.upcomingPayrolls: what the calendar has planned, and what became of it so far. */
export const handler = async ({ companyId, ...args }: ListUpcomingPayrollsEvent): Promise<ListedUpcomingPayrolls> => {
  const read = readInput('QueryUpcomingPayrollsArgs', args);
  if (!read.ok) return refused(read);
  const { payGroupId, count } = read.value;
  if (count < 1 || count > MOST_PAYROLLS)
    return refused(invalidInput('count', count, `from 1 to ${MOST_PAYROLLS}`, 'Ask for fewer.'));
  const group = await getPayGroup(companyId, payGroupId);
  if (!group) return refused(payGroupNotFound(payGroupId));
  const today = clockAt(Date.now(), group.cutOff.timeZone).date;
  const upcoming = upcomingRuns(scheduleOf(group), group.cutOff, today, count);
  if (!upcoming.ok) return refused(upcoming);
  const startDates = upcoming.value.map(({ period }) => period.startDate);
  const runs = await getRegularRuns(companyId, payGroupId, startDates);
  return { payrolls: upcoming.value.map((run) => payrollOf(run, runs.get(run.period.startDate))), userErrors: [] };
};

const refused = ({ error }: { error: Parameters<typeof userErrorOf>[0] }): ListedUpcomingPayrolls => ({
  payrolls: [],
  userErrors: [userErrorOf(error)],
});

const payrollOf = (
  { period, payDateMovedFrom, cutOffAtMs, approvalDueAtMs }: UpcomingRun,
  run: RunRecord | undefined,
): UpcomingPayroll => ({
  period: { startDate: period.startDate, endDate: period.endDate, payDate: period.payDate },
  indexInYear: period.indexInYear,
  payDatesInYear: period.payDatesInYear,
  payDateMovedFrom: payDateMovedFrom ?? null,
  cutOffAt: new Date(cutOffAtMs).toISOString(),
  approvalDueAt: new Date(approvalDueAtMs).toISOString(),
  runId: run?.runId ?? null,
  runStatus: run?.status ?? null,
});

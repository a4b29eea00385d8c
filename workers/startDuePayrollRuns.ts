import { Logger } from '@aws-lambda-powertools/logger';
import { addDays } from '../payroll/dates.ts';
import { payPeriodsBetween } from '../payroll/payPeriods.ts';
import { payGroupsThatStartAutomatically, scheduleOf } from '../table/payGroup.ts';
import { startRun } from './commands/startRun.ts';

const logger = new Logger();

/** How far back a period may have ended and still be started: covers a schedule that was down over a long weekend. */
const LOOK_BACK_DAYS = 35;

/** A period that started later than so many days ago cannot have ended, and its pay date may not be known yet. */
const SHORTEST_PERIOD_DAYS = { WEEKLY: 7, BIWEEKLY: 14, SEMIMONTHLY: 13, MONTHLY: 28 } as const;

/**
 * Starts the runs that are due: those of groups that start automatically, for each period that ended lately. Called by
 * the daily schedule, any number of times: a run is started by its natural key, so a second call finds it there.
 */
export const handler = async ({ scheduledAt }: { scheduledAt: string }): Promise<void> => {
  const today = scheduledAt.slice(0, 10);
  for await (const group of payGroupsThatStartAutomatically()) {
    const lastStart = addDays(today, -SHORTEST_PERIOD_DAYS[group.frequency]);
    const periods = payPeriodsBetween(scheduleOf(group), addDays(today, -LOOK_BACK_DAYS), lastStart);
    const ended = periods.ok ? periods.value.filter(({ endDate }) => endDate < today) : [];
    for (const { startDate } of ended.slice(-1)) {
      const { companyId, payGroupId } = group;
      const started = await startRun(
        {
          caller: { companyId, actor: 'schedule' },
          mutation: 'startPayrollRun',
          input: {
            idempotencyKey: `schedule:${payGroupId}:${startDate}`,
            payGroupId,
            periodStartDate: startDate,
            type: 'REGULAR',
            sequence: 1,
          },
        },
        Date.now(),
      );
      const refusal = started.userErrors[0]?.code;
      if (refusal) logger.warn('a due run was refused', { companyId, payGroupId, startDate, refusal });
      else logger.info('a due run is started', { runId: started.run?.runId, replayed: started.replayed });
    }
  }
};

import { Logger } from '@aws-lambda-powertools/logger';
import { periodDueAt } from '../payroll/planning/periodDueAt.ts';
import { getPayGroup, scheduleOf } from '../table/payGroup.ts';
import { startRun } from './commands/startRun.ts';
import type { PlannedRunTick } from './planning/scheduleRuns.ts';

const logger = new Logger();

/**
 * The tick of a pay group's schedule: makes the regular run of the period whose cut-off it is, and starts it where the
 * group starts automatically. The run's natural key and the planned instant make a tick that comes twice, or hours late,
 * the same run; a run that a person started or cancelled meanwhile stays as it is.
 */
export const handler = async ({ companyId, payGroupId, scheduledAt }: PlannedRunTick): Promise<void> => {
  const group = await getPayGroup(companyId, payGroupId);
  if (!group) throw new Error(`pay group ${payGroupId} has a schedule but is not in the table`);
  const due = periodDueAt(scheduleOf(group), group.cutOff, Date.parse(scheduledAt));
  if (!due.ok) throw new Error(`no run of ${payGroupId} could be planned at ${scheduledAt}: ${due.error.message}`);
  if (!due.value) return;
  const { startDate } = due.value;
  const asDraft = !group.startsAutomatically;
  const input = {
    idempotencyKey: `schedule:${payGroupId}:${startDate}:${asDraft ? 'draft' : 'start'}`,
    payGroupId,
    periodStartDate: startDate,
    type: 'REGULAR',
    sequence: 1,
    asDraft,
  } as const;
  const caller = { companyId, actor: 'schedule' };
  const { run, replayed, userErrors } = await startRun({ caller, mutation: 'startPayrollRun', input }, Date.now());
  const refusal = userErrors[0];
  // Thrown, so that it is tried again and then kept: a planned run that is missing must be seen by somebody.
  if (refusal) throw new Error(`the planned run of ${payGroupId} for ${startDate} was refused: ${refusal.message}`);
  logger.info('a planned run is there', { runId: run?.runId, status: run?.status, replayed });
};

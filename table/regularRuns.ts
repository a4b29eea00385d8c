import { makesRoom } from '../payroll/runStatus.ts';
import { getAll } from './batch.ts';
import { runKey } from './keys.ts';
import type { RunRecord } from './payrollRun.ts';
import { runIdOf } from './runId.ts';

/**
 * The regular run of each of some periods of a pay group, by the period's first day: the last one, where earlier ones
 * made room for it. Periods without a run are absent. Strongly consistent.
 */
export async function getRegularRuns(
  companyId: string,
  payGroupId: string,
  periodStartDates: readonly string[],
): Promise<Map<string, RunRecord>> {
  const found = new Map<string, RunRecord>();
  let wanted = periodStartDates;
  for (let sequence = 1; wanted.length > 0; sequence++) {
    const keys = wanted.map((periodStartDate) =>
      runKey(companyId, runIdOf({ companyId, payGroupId, periodStartDate, type: 'REGULAR', sequence })),
    );
    const runs = await getAll<RunRecord>(keys);
    for (const run of runs) found.set(run.period.startDate, run);
    wanted = runs.filter(makesRoom).map(({ period }) => period.startDate);
  }
  return found;
}

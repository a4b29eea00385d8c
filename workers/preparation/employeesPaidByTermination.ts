import { isCommitted } from '../../payroll/runStatus.ts';
import { getRun } from '../../table/payrollRun.ts';
import { runIdOf } from '../../table/runId.ts';
import { getRunItems } from '../../table/runItem.ts';
import type { PeriodOfGroup } from '../commands/payInputs/sequenceStatesOf.ts';

/** A termination run names at most a hundred employees, who are one segment. */
const ONLY_SEGMENT = 0;

/** The employees whose pay of a regular run's period was paid by termination runs, unless it was taken back. */
export async function employeesPaidByTermination({
  companyId,
  payGroupId,
  periodStartDate,
}: PeriodOfGroup): Promise<ReadonlySet<string>> {
  const paid = new Set<string>();
  // The termination runs of a period are numbered without gaps: each needs the one before it.
  for (let sequence = 1; ; sequence++) {
    const naturalKey = { companyId, payGroupId, periodStartDate, type: 'TERMINATION', sequence };
    const termination = await getRun(companyId, runIdOf(naturalKey));
    if (!termination) return paid;
    if (!isCommitted(termination.status)) continue;
    for (const item of await getRunItems(companyId, termination.runId, ONLY_SEGMENT))
      if (item.status === 'CALCULATED' && item.reversedByRunId === undefined) paid.add(item.employeeId);
  }
}

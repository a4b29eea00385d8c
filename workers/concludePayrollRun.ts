import { isWaiting } from '../payroll/runStatus.ts';
import { getRun, moveRun } from '../table/payrollRun.ts';
import type { RunReference } from '../workflows/payrollRun.ts';
import { announceStatus } from './bus/announceStatus.ts';

/** Cancels a run whose approval deadline passed. A decision, or another calculation, that got there first stands. */
export const handler = async ({ companyId, runId }: RunReference): Promise<{ status: string }> => {
  const run = await getRun(companyId, runId);
  if (!run) throw new Error(`run ${runId} is not in the table`);
  const at = new Date().toISOString();
  const reason = 'Nobody approved or rejected the run before its deadline. Start the next sequence to run it again.';
  const ended = isWaiting(run.status)
    ? await moveRun(run, 'CANCELLED', { actor: 'concludePayrollRun', at, reason })
    : { run };
  await announceStatus(ended.run, at);
  return { status: ended.run.status };
};

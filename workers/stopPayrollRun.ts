import { getHooksCalled } from '../table/hook.ts';
import { uncommitItems } from '../table/changes.ts';
import { getRun, moveRun } from '../table/payrollRun.ts';
import type { RunReference } from '../workflows/payrollRun.ts';
import { announceStatus } from './bus/announceStatus.ts';

/** Cancels a run that a hook stopped, before it is calculated or before it is paid. Whoever ended the run before, stands. */
export const handler = async ({ companyId, runId }: RunReference): Promise<{ status: string }> => {
  const [run, calls] = await Promise.all([getRun(companyId, runId), getHooksCalled(companyId, runId)]);
  if (!run) throw new Error(`run ${runId} is not in the table`);
  const stops = calls.filter(({ outcome }) => outcome === 'STOP');
  const words = stops.map(({ hookId, reason }) => `hook "${hookId}"${reason ? ` (${reason})` : ''}`);
  const at = new Date().toISOString();
  const reason = `Stopped by ${words.join(' and ')}. Nothing was paid; start the next sequence to run the period again.`;
  const ended = await moveRun(
    run,
    'CANCELLED',
    { actor: 'stopPayrollRun', at, reason },
    {},
    run.status === 'APPROVED' ? uncommitItems(run) : [],
  );
  await announceStatus(ended.run, at);
  return { status: ended.run.status };
};

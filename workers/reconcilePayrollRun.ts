import { createHash } from 'node:crypto';
import { getRun, moveRun } from '../table/payrollRun.ts';
import { getSegments } from '../table/runItem.ts';
import { getRunProgress } from '../table/runProgress.ts';
import type { ReconcileOutput, RunReference } from '../workflows/payrollRun.ts';
import { announceStatus } from './bus/announceStatus.ts';
import { reconcile } from './calculation/reconcile.ts';

const ACTOR = 'reconcilePayrollRun';

/** Proves that the segments add up to the run, to the cent, and approves it at once where the pay group's policy says so. */
export const handler = async ({ companyId, runId }: RunReference): Promise<ReconcileOutput> => {
  const [run, progress, segments] = await Promise.all([
    getRun(companyId, runId),
    getRunProgress(companyId, runId),
    getSegments(companyId, runId),
  ]);
  if (!run || !progress) throw new Error(`run ${runId} is not in the table`);
  const totals = reconcile(progress, segments);
  const calculationHash = createHash('sha256')
    .update(segments.map(({ hash }) => hash).join('\n'))
    .digest('hex');
  const { calculatedCount, failedCount } = progress;
  const reconciled = { calculatedCount, failedCount, totals, calculationHash };
  if (run.approvalPolicy === 'REQUIRED') return { status: run.status, reconciled };

  const at = new Date().toISOString();
  const facts = { ...reconciled, decidedBy: 'policy', decidedAt: at };
  const approved = await moveRun(run, 'APPROVED', { actor: ACTOR, at }, facts);
  await announceStatus(approved.run, at);
  return { status: approved.run.status, reconciled };
};

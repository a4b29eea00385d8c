import { createHash } from 'node:crypto';
import { addEnteredNotPaid, needsPerson } from '../payroll/enteredNotPaid.ts';
import { commitItems, getChanges } from '../table/changes.ts';
import { getRun, moveRun, type RunRecord } from '../table/payrollRun.ts';
import { getSegments } from '../table/runItem.ts';
import { getRunProgress } from '../table/runProgress.ts';
import type { Reconciled, ReconcileOutput, RunReference } from '../workflows/payrollRun.ts';
import { type Assessment, assess, isBlocking } from './approval/assess.ts';
import { paymentSettingsChecks } from './approval/paymentSettings.ts';
import { settledMarksOf } from './approval/settledMarksOf.ts';
import { announceStatus } from './bus/announceStatus.ts';
import { reconcile } from './calculation/reconcile.ts';
import { provePostable } from './posting/provePostable.ts';

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
  provePostable(run, segments, totals);
  const calculationHash = createHash('sha256')
    .update(segments.map(({ hash }) => hash).join('\n'))
    .digest('hex');
  const nowMs = Date.now();
  const enteredNotPaid = addEnteredNotPaid([run, ...segments].flatMap((found) => found.enteredNotPaid ?? []));
  const assessment = await assess(run, progress, enteredNotPaid, nowMs);
  const { calculatedCount, failedCount, excludedCount } = progress;
  const { requiredApprovals } = assessment;
  const reconciled = { calculatedCount, failedCount, excludedCount, totals, calculationHash, requiredApprovals };
  const status =
    mayApproveItself(run, assessment) && !needsPerson(enteredNotPaid)
      ? await approve(run, reconciled, assessment, new Date(nowMs).toISOString())
      : run.status;
  return { status, reconciled: enteredNotPaid.length > 0 ? { ...reconciled, enteredNotPaid } : reconciled };
};

/** Where something blocks the run, or two people must look at it, people decide whatever the policy says. */
const mayApproveItself = ({ status, approvalPolicy }: RunRecord, { requirements, requiredApprovals }: Assessment) =>
  status === 'CALCULATING' &&
  approvalPolicy === 'AUTOMATIC' &&
  requiredApprovals === 1 &&
  !requirements.some(isBlocking);

/** Approves a run by policy. One that froze what was edited since is left as it is: a person is asked, and finds it stale. */
async function approve(run: RunRecord, reconciled: Reconciled, { requirements }: Assessment, at: string) {
  const facts = { ...reconciled, requirements, decidedBy: 'policy', decidedAt: at };
  const settledMarks = settledMarksOf(run, await getChanges(run), reconciled);
  const also = [...commitItems(run, { at, settledMarks }), ...paymentSettingsChecks(run)];
  const approved = await moveRun(run, 'APPROVED', { actor: ACTOR, at }, facts, also);
  await announceStatus(approved.run, at);
  return approved.run.status;
}

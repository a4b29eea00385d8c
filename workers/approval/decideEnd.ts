import { refuse } from '../../payroll/errors.ts';
import { isCommitted, isWaiting, mayFollow } from '../../payroll/runStatus.ts';
import { uncommitItems } from '../../table/changes.ts';
import { getHooksCalled } from '../../table/hook.ts';
import { getRun, moveItems, type RunRecord } from '../../table/payrollRun.ts';
import type { Decision } from '../commands/answerOnce.ts';
import type { MutationEvent } from '../commands/MutationEvent.ts';
import { runNotFound } from '../commands/refusals.ts';

/** A rejection or a cancellation: the run ends, and nobody is paid by it. */
export async function decideEnd(
  {
    caller: { companyId, actor },
    mutation,
    input: { runId, reason },
  }: MutationEvent<'rejectPayrollRun' | 'cancelPayrollRun'>,
  at: string,
): Promise<Decision<{ runId: string }>> {
  const run = await getRun(companyId, runId);
  if (!run) return runNotFound(runId);
  const isRejection = mutation === 'rejectPayrollRun';
  if (!(isRejection ? isWaiting(run.status) : await mayBeCancelled(run)))
    return refuse(
      'INVALID_STATE',
      `Run "${runId}" is ${run.status} since version ${run.version}; ${mutation} needs a run that ${
        isRejection
          ? 'waits for a decision'
          : 'is not decided yet, or is approved and waits for a hook before it is paid'
      }.`,
      resolutionFor(run),
      'runId',
    );
  const to = isRejection ? 'REJECTED' : 'CANCELLED';
  const cause = { actor, at, reason };
  const { items } = moveItems(run, to, cause, { decidedBy: actor, decidedAt: at });
  return { items: wasCommitted(run) ? [...items, ...uncommitItems(run)] : items, answer: { runId } };
}

/**
 * Not once a payment may have left, in whatever status the run is since. An approved run is about to be paid: it can be
 * cancelled while a hook holds it, or after it failed before any payment file was handed over. What takes another run back is finished, not left half done.
 */
async function mayBeCancelled({
  companyId,
  runId,
  type,
  status,
  failedFrom,
  paymentFileCount,
}: RunRecord): Promise<boolean> {
  if (type === 'REVERSAL' || !mayFollow(status, 'CANCELLED')) return false;
  // Files are handed over once they are counted, and only while the run is being paid.
  if (status === 'FAILED') return failedFrom !== 'PAYING' || paymentFileCount === undefined;
  if (status !== 'APPROVED') return true;
  const calls = await getHooksCalled(companyId, runId);
  return calls.some((call) => call.point === 'BEFORE_PAY' && call.status === 'WAITING');
}

const wasCommitted = ({ status, failedFrom }: RunRecord) =>
  isCommitted(status === 'FAILED' && failedFrom ? failedFrom : status);

function resolutionFor({ type, status }: RunRecord): string {
  if (type === 'REVERSAL') return 'A reversal is finished: redrive it if it failed.';
  if (status === 'FAILED') return 'Its payment may be on the way: redrive the run, then void it.';
  if (isCommitted(status)) return 'Take it back with voidPayrollRun once it is paid.';
  return status === 'CALCULATING' ? 'Wait until it asks for approval.' : 'Read the run to see who decided and why.';
}

import { refuse } from '../../payroll/errors.ts';
import { preparationInWords } from '../../payroll/preparers.ts';
import { commitItems, getChanges } from '../../table/changes.ts';
import { getRun, moveItems, noteItems, preparersOf, type RunRecord } from '../../table/payrollRun.ts';
import type { Decision } from '../commands/answerOnce.ts';
import type { MutationEvent } from '../commands/MutationEvent.ts';
import { runNotFound } from '../commands/refusals.ts';
import { isBlocking } from './assess.ts';
import { getPaymentSettings, paymentSettingsChecks, settingsChangedSince } from './paymentSettings.ts';
import { settledMarksOf } from './settledMarksOf.ts';
import { stalenessOf } from './stalenessOf.ts';

type ApprovalEvent = MutationEvent<'approvePayrollRun'>;

/**
 * One person's approval of one calculation. The last one that is needed moves the run, in one transaction with the proof that
 * nothing it froze was edited since; one before it is noted.
 */
export async function decideApproval(event: ApprovalEvent, at: string): Promise<Decision<{ runId: string }>> {
  const { companyId, actor } = event.caller;
  const { runId } = event.input;
  const run = await getRun(companyId, runId);
  if (!run) return runNotFound(runId);
  const refusal = refusalOf(run, event);
  if (refusal) return refusal;
  const [changes, settings] = await Promise.all([getChanges(run), getPaymentSettings(run)]);
  const staleness = stalenessOf(run, changes) ?? settingsChangedSince(run, settings);
  const isPaidByAnother =
    changes.period.approvedBy !== undefined && (run.type === 'REGULAR' || run.type === 'TERMINATION');
  if (staleness !== undefined || isPaidByAnother) {
    // The other approval may have been of this very run: then its status is what the loser is told.
    const now = await getRun(companyId, runId);
    if (now?.version !== run.version) return decideApproval(event, at);
  }
  if (staleness !== undefined)
    return refuse(
      'STALE_CALCULATION',
      `Since run "${runId}" froze its inputs, this was changed: ${staleness}.`,
      'An administrator calculates the run again; then look at the new totals and approve them.',
      'calculationHash',
    );
  if (isPaidByAnother)
    return refuse(
      'PERIOD_CLOSED',
      `The period from ${run.period.startDate} is paid by run "${changes.period.approvedBy}".`,
      'Cancel this run; pay what is missing by an OFF_CYCLE run.',
      'runId',
    );
  const calculationHash = run.calculationHash ?? '';
  const approvals = [...(run.approvals ?? []), { actor, at, calculationHash }];
  const required = run.requiredApprovals ?? 1;
  if (approvals.length < required) {
    const reason = `Approval ${approvals.length} of ${required}.`;
    return { items: noteItems(run, { actor, at, reason }, { approvals }).items, answer: { runId } };
  }
  const { items } = moveItems(run, 'APPROVED', { actor, at }, { approvals, decidedBy: actor, decidedAt: at });
  const settledMarks = settledMarksOf(run, changes, run);
  return {
    items: [...items, ...commitItems(run, { at, settledMarks }), ...paymentSettingsChecks(run)],
    answer: { runId },
  };
}

function refusalOf(run: RunRecord, { caller: { actor }, input: { runId, calculationHash } }: ApprovalEvent) {
  if (run.status === 'BLOCKED')
    return refuse(
      'REQUIREMENT_NOT_MET',
      `Run "${runId}" is BLOCKED: ${(run.requirements ?? [])
        .filter(isBlocking)
        .map(({ code, message }) => `${code}: ${message}`)
        .join(' ')}`,
      'Do what the query requirements says, then calculate the run again.',
      'runId',
    );
  if (run.status !== 'AWAITING_APPROVAL')
    return refuse(
      'INVALID_STATE',
      `Run "${runId}" is ${run.status} since version ${run.version}; approvePayrollRun needs a run that is AWAITING_APPROVAL.`,
      run.status === 'CALCULATING' ? 'Wait until it asks for approval.' : 'Read the run to see who decided and why.',
      'runId',
    );
  if (run.calculationHash !== calculationHash)
    return refuse(
      'STALE_CALCULATION',
      `calculationHash "${calculationHash}" is not the run's, which is "${run.calculationHash}".`,
      'Look at the totals as they are now, then approve their hash.',
      'calculationHash',
    );
  const prepared = preparersOf(run).find((preparer) => preparer.actor === actor);
  if (!run.selfApprovalAllowed && prepared)
    return refuse(
      'SELF_APPROVAL_NOT_ALLOWED',
      `"${actor}" prepared run "${runId}" (${preparationInWords(prepared)}) and may not approve it by the company's policy.`,
      'Ask a member of PayrollApprover who is not among the preparers of the run.',
    );
  if (run.approvals?.some((approval) => approval.actor === actor))
    return refuse(
      'SELF_APPROVAL_NOT_ALLOWED',
      `"${actor}" approved run "${runId}" already, and it needs ${run.requiredApprovals} different people.`,
      'Ask another member of PayrollApprover.',
    );
  return undefined;
}

import { refuse } from '../payroll/errors.ts';
import { actorsOf, addPreparation } from '../payroll/preparers.ts';
import { isWaiting } from '../payroll/runStatus.ts';
import { getRun, moveItems, preparersOf, type Recalculation, type RunRecord } from '../table/payrollRun.ts';
import { releaseApproval } from './approval/releaseApproval.ts';
import { announceStatus } from './bus/announceStatus.ts';
import { checkEmployeesOf } from './recalculation/checkEmployeesOf.ts';
import { answerOnce, type Decision } from './commands/answerOnce.ts';
import type { MutationEvent } from './commands/MutationEvent.ts';
import { mutationHandler } from './commands/mutationHandler.ts';
import { runNotFound } from './commands/refusals.ts';
import { type UserError, userErrorOf } from './commands/userErrors.ts';
import { followExecution } from './repair/followExecution.ts';

type ChangeEvent = MutationEvent<'recalculatePayrollRun' | 'retryPayrollRunItems' | 'excludePayrollRunItems'>;

interface ChangedRun {
  run?: RunRecord;
  replayed: boolean;
  userErrors: UserError[];
}

/**
 * Mutation.recalculatePayrollRun, retryPayrollRunItems and excludePayrollRunItems: each asks for another calculation of a run
 * that waits. What was approved so far is void, and the workflow goes back to the freezing of the inputs.
 */
export const handler = mutationHandler(
  async (
    event: MutationEvent<'recalculatePayrollRun' | 'retryPayrollRunItems' | 'excludePayrollRunItems'>,
  ): Promise<ChangedRun> => {
    const { companyId } = event.caller;
    const nowMs = Date.now();
    const at = new Date(nowMs).toISOString();
    const outcome = await answerOnce(event, nowMs, () => decide(event, at));
    if (outcome.error) {
      // Perhaps an earlier command moved the run and died before the workflow heard of it: then this one completes it.
      if (outcome.error.type === 'INVALID_STATE') await followExecution(companyId, event.input.runId, at);
      return { replayed: false, userErrors: [userErrorOf(outcome.error)] };
    }

    // Read after the decision: a token that was renewed just before it is the one the workflow waits for.
    const changed = await getRun(companyId, outcome.answer.runId);
    if (!changed) throw new Error(`run ${outcome.answer.runId} was changed but is not in the table`);
    const isReleased = await releaseApproval(changed);
    const run = isReleased ? changed : (await followExecution(companyId, changed.runId, at)).run;
    await announceStatus(run, at);
    return { run, replayed: outcome.replayed, userErrors: [] };
  },
);

async function decide(event: ChangeEvent, at: string): Promise<Decision<{ runId: string }>> {
  const { caller, mutation } = event;
  const { runId } = event.input;
  const run = await getRun(caller.companyId, runId);
  if (!run) return runNotFound(runId);
  if (!isWaiting(run.status))
    return refuse(
      'INVALID_STATE',
      `Run "${runId}" is ${run.status} since version ${run.version}; ${mutation} needs a run that is AWAITING_APPROVAL or BLOCKED.`,
      run.status === 'CALCULATING' || run.status === 'PREPARING'
        ? 'Wait until it is calculated.'
        : 'Read the run to see who decided and why.',
      'runId',
    );
  const { recalculation, reason, employeeIds } = changeOf(event);
  const refusal = await checkEmployeesOf(run, mutation, employeeIds);
  if (refusal) return refusal;
  const preparers = addPreparation(preparersOf(run), 'CALCULATED_AGAIN', actorsOf(caller));
  const { items } = moveItems(
    run,
    'PREPARING',
    { actor: caller.actor, at, reason },
    { recalculation, preparers, ...FORGOTTEN },
  );
  return { items, answer: { runId } };
}

/** What was established for the calculation that is given up. */
const FORGOTTEN = {
  calculatedCount: undefined,
  failedCount: undefined,
  excludedCount: undefined,
  totals: undefined,
  calculationHash: undefined,
  requirements: undefined,
  requiredApprovals: undefined,
  approvals: undefined,
  approvalDeadline: undefined,
} satisfies Partial<Record<keyof RunRecord, undefined>>;

/** The calculation that is asked for, why, and the employees who are named. */
function changeOf({ mutation, input }: ChangeEvent): {
  recalculation: Recalculation;
  reason: string;
  employeeIds?: string[];
} {
  switch (mutation) {
    case 'recalculatePayrollRun':
      return { recalculation: { scope: 'ALL' }, reason: input.reason };
    case 'retryPayrollRunItems': {
      if (!input.employeeIds) return { recalculation: { scope: 'FAILED' }, reason: 'Retry of all who failed.' };
      const employeeIds = eachOnce(input.employeeIds);
      const reason = `Retry of ${countOf(employeeIds)}.`;
      return { recalculation: { scope: 'EMPLOYEES', employeeIds }, reason, employeeIds };
    }
    case 'excludePayrollRunItems': {
      const employeeIds = eachOnce(input.employeeIds);
      const reason = `${countOf(employeeIds)} left out: ${input.reason}`;
      return { recalculation: { scope: 'EMPLOYEES', excludedIds: employeeIds }, reason, employeeIds };
    }
  }
}

const eachOnce = (employeeIds: readonly string[]) => [...new Set(employeeIds)].sort();

const countOf = ({ length }: string[]) => (length === 1 ? '1 employee' : `${length} employees`);

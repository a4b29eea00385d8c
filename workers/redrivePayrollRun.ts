import { refuse } from '../payroll/errors.ts';
import { runKey } from '../table/keys.ts';
import { tableName } from '../table/documentClient.ts';
import { getRun, moveItems, type RunRecord } from '../table/payrollRun.ts';
import { runIdOf } from '../table/runId.ts';
import type { TransactItem } from '../table/transact.ts';
import { announceStatus } from './bus/announceStatus.ts';
import { answerOnce, type Decision } from './commands/answerOnce.ts';
import type { MutationEvent } from './commands/MutationEvent.ts';
import { mutationHandler } from './commands/mutationHandler.ts';
import { runNotFound } from './commands/refusals.ts';
import { type UserError, userErrorOf } from './commands/userErrors.ts';
import { executionOf, redriveExecution } from './repair/executionOf.ts';
import { followExecution } from './repair/followExecution.ts';

interface RedrivenRun {
  run?: RunRecord;
  replayed: boolean;
  userErrors: UserError[];
}

/**
 * Mutation.redrivePayrollRun: a failed run goes back to the status in which its workflow failed, and the workflow goes on at
 * the step that failed. What the steps before it did is done; of a map only the children that failed run again.
 */
export const handler = mutationHandler(async (event: MutationEvent<'redrivePayrollRun'>): Promise<RedrivenRun> => {
  const { companyId } = event.caller;
  const at = new Date().toISOString();
  const outcome = await answerOnce(event, Date.now(), () => decide(event, at));
  if (outcome.error) return { replayed: false, userErrors: [userErrorOf(outcome.error)] };

  const run = await getRun(companyId, outcome.answer.runId);
  if (!run) throw new Error(`run ${outcome.answer.runId} was redriven but is not in the table`);
  // On a replay too: a redrive that died between the table and the workflow is completed by its own retry.
  await redriveExecution(run.runId, event.input.idempotencyKey);
  await announceStatus(run, at);
  return { run, replayed: outcome.replayed, userErrors: [] };
});

async function decide(
  { caller, input }: MutationEvent<'redrivePayrollRun'>,
  at: string,
): Promise<Decision<{ runId: string }>> {
  const { companyId } = caller;
  const { runId } = input;
  const found = await getRun(companyId, runId);
  if (!found) return runNotFound(runId);
  // The event of the failure may be lost, or an earlier redrive may have died before it reached the workflow.
  const { run, followed } = await followExecution(companyId, runId, at);
  if (followed === 'REDRIVEN') return { existing: { runId } };
  if (run.status !== 'FAILED' || run.failedFrom === undefined)
    return refuse(
      'INVALID_STATE',
      `Run "${runId}" is ${run.status}; only a run whose workflow failed is redriven.`,
      run.status === 'FAILED'
        ? 'Start the next sequence of the period.'
        : 'Read the run: nothing needs to be redriven.',
      'runId',
    );
  const laterRunId = laterSequenceOf(run);
  if (laterRunId !== undefined && (await getRun(companyId, laterRunId)))
    return refuse(
      'INVALID_STATE',
      `Run "${runId}" failed and run "${laterRunId}" has taken its place.`,
      'Continue with the later run, and cancel this one.',
      'runId',
    );
  const execution = await executionOf(runId);
  if (execution?.redriveStatus !== 'REDRIVABLE')
    return refuse(
      'INVALID_STATE',
      `The workflow of run "${runId}" cannot be redriven: ${execution?.redriveStatusReason ?? execution?.redriveStatus ?? 'it is kept no longer'}.`,
      'Step Functions keeps failed executions redrivable for 14 days. Cancel the run and start the next sequence.',
      'runId',
    );
  const { items } = moveItems(run, run.failedFrom, { actor: caller.actor, at, reason: 'The workflow was redriven.' });
  return { items: [...items, ...noLaterSequence(run, laterRunId)], answer: { runId } };
}

/** A regular run that failed makes room for the next one: once that is there, this one stays as it is. */
function laterSequenceOf({ companyId, payGroupId, period, type, sequence }: RunRecord): string | undefined {
  if (type !== 'REGULAR') return undefined;
  return runIdOf({ companyId, payGroupId, type, periodStartDate: period.startDate, sequence: sequence + 1 });
}

const noLaterSequence = ({ companyId }: RunRecord, laterRunId: string | undefined): TransactItem[] =>
  laterRunId === undefined
    ? []
    : [
        {
          ConditionCheck: {
            TableName: tableName(),
            Key: runKey(companyId, laterRunId),
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
      ];

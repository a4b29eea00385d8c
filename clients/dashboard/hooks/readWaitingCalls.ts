import { HookCallsDocument, PayrollRunsDocument } from '../../generated/operations/graphql.ts';
import type { PayrollRunStatus } from '../../generated/schema.ts';
import { execute } from '../api/execute.ts';
import type { Run } from '../run/Run.ts';
import type { HookCall } from './Hook.ts';

/** The API lists calls by run: this is how many runs are looked at. */
export const RUNS_LOOKED_AT = 20;

/** Statuses in which a run may stand at a hook: before it calculates, before it pays, after it paid. */
const STANDING: readonly PayrollRunStatus[] = ['CALCULATING', 'APPROVED', 'PAYING', 'PAID', 'PARTIALLY_PAID'];

export interface WaitingCall {
  call: HookCall;
  run: Run;
}

/** The calls that wait for an answer in the company's latest runs, the longest wait first. */
export async function readWaitingCalls(): Promise<WaitingCall[]> {
  const { payrollRuns } = await execute(PayrollRunsDocument, { first: RUNS_LOOKED_AT });
  const runs = (payrollRuns?.nodes ?? []).filter(({ status }) => STANDING.includes(status));
  const answers = await Promise.all(runs.map(({ runId }) => execute(HookCallsDocument, { runId })));
  return answers
    .flatMap(({ hookCalls }, index) => {
      const run = runs[index];
      return run ? (hookCalls ?? []).map((call) => ({ call, run })) : [];
    })
    .filter(({ call }) => call.status === 'WAITING')
    .sort((one, other) => one.call.calledAt.localeCompare(other.call.calledAt));
}

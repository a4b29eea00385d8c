import type { EventBridgeEvent } from 'aws-lambda';
import { z } from 'zod';
import { getRun, moveRun } from '../table/payrollRun.ts';
import { announceStatus } from './bus/announceStatus.ts';

/** What the default bus says of an execution that ended badly; `input` is JSON text. */
const executionEnded = z.object({
  status: z.enum(['FAILED', 'TIMED_OUT', 'ABORTED']),
  input: z.string(),
  error: z.string().nullish(),
});
const runReference = z.object({ companyId: z.string(), runId: z.string() });

/**
 * Marks the run of an execution that failed, timed out or was stopped. A rule on the default bus calls it rather than a
 * Catch in the workflow, because it sees time-outs and aborts too, and the execution stays at the state that failed, where
 * an operator looks first. The run is over: the period is run again as the next sequence.
 */
export const handler = async ({ detail }: EventBridgeEvent<string, unknown>): Promise<void> => {
  const ended = executionEnded.parse(detail);
  const { companyId, runId } = runReference.parse(JSON.parse(ended.input));
  const run = await getRun(companyId, runId);
  if (!run) throw new Error(`run ${runId} is not in the table`);
  const at = new Date().toISOString();
  const reason = `The workflow ended ${ended.status}${ended.error ? ` with ${ended.error}` : ''}. Nothing was paid.`;
  const failed = await moveRun(run, 'FAILED', { actor: 'failPayrollRun', at, reason });
  await announceStatus(failed.run, at);
};

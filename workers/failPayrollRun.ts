import type { EventBridgeEvent } from 'aws-lambda';
import { z } from 'zod';
import { getRun } from '../table/payrollRun.ts';
import { failRun } from './repair/failRun.ts';

/** What the default bus says of an execution that ended badly; `input` is JSON text. */
const executionEnded = z.object({
  status: z.enum(['FAILED', 'TIMED_OUT', 'ABORTED']),
  input: z.string(),
  /** In milliseconds, unlike in the API. */
  stopDate: z.number(),
  error: z.string().nullish(),
});
const runReference = z.object({ companyId: z.string(), runId: z.string() });

/**
 * Marks the run of an execution that failed, timed out or was stopped. A rule on the default bus calls it rather than a Catch
 * in the workflow, because it sees time-outs and aborts too, and the execution stays at the state that failed, where an
 * operator looks first and a redrive continues. AWS may lose that event: `continueStalledRuns` finds what it missed.
 */
export const handler = async ({ detail }: EventBridgeEvent<string, unknown>): Promise<void> => {
  const { input, stopDate, ...ended } = executionEnded.parse(detail);
  const { companyId, runId } = runReference.parse(JSON.parse(input));
  const run = await getRun(companyId, runId);
  if (!run) throw new Error(`run ${runId} is not in the table`);
  await failRun(run, { ...ended, stoppedAtMs: stopDate }, new Date().toISOString());
};

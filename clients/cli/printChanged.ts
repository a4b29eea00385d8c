import type { RunPartsFragment } from '../generated/operations/graphql.ts';
import { CliError } from './CliError.ts';
import { EXIT } from './exitCodes.ts';
import { followRun } from './followRun.ts';
import type { Invocation } from './Invocation.ts';

interface RunPayload {
  run: RunPartsFragment | null;
  replayed: boolean;
}

/** Tells that a run was changed, and with --watch follows it. */
export async function printChanged(
  invocation: Invocation<unknown>,
  payload: RunPayload,
  what: string,
  watch = false,
): Promise<number> {
  const { run } = payload;
  if (!run) throw new CliError(EXIT.fault, 'EMPTY', 'The service answered without a run.');
  invocation.print(payload, () => `${run.runId} ${what}${payload.replayed ? ' (it was before)' : ''}: ${run.status}`);
  return watch ? followRun(invocation, run.runId) : EXIT.ok;
}

import { PayrollRunDocument, type RunPartsFragment } from '../generated/operations/graphql.ts';
import { CliError } from './CliError.ts';
import { EXIT } from './exitCodes.ts';
import type { Invocation } from './Invocation.ts';

/** The run, or the refusal that it does not exist. */
export async function readRun(invocation: Invocation<unknown>, runId: string): Promise<RunPartsFragment> {
  const { payrollRun } = await invocation.read(PayrollRunDocument, { runId });
  if (payrollRun) return payrollRun;
  throw runNotFound(runId);
}

export const runNotFound = (runId: string) =>
  new CliError(EXIT.refused, 'RUN_NOT_FOUND', `Run "${runId}" does not exist in this company; see "runs list".`);

import { RedrivePayrollRunDocument } from '../../../generated/operations/graphql.ts';
import type { Invocation } from '../../Invocation.ts';
import { printChanged } from '../../printChanged.ts';

export async function run(invocation: Invocation<{ run: string; watch: boolean }>): Promise<number> {
  const { run: runId, watch } = invocation.given;
  return printChanged(invocation, await invocation.change(RedrivePayrollRunDocument, { runId }), 'continues', watch);
}

import { RejectPayrollRunDocument } from '../../../generated/operations/graphql.ts';
import type { Invocation } from '../../Invocation.ts';
import { printChanged } from '../../printChanged.ts';

export async function run(invocation: Invocation<{ run: string; reason: string }>): Promise<number> {
  const { run: runId, reason } = invocation.given;
  return printChanged(invocation, await invocation.change(RejectPayrollRunDocument, { runId, reason }), 'is rejected');
}

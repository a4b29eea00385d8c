import { RecalculatePayrollRunDocument } from '../../../generated/operations/graphql.ts';
import type { Invocation } from '../../Invocation.ts';
import { printChanged } from '../../printChanged.ts';

export async function run(invocation: Invocation<{ run: string; reason: string; watch: boolean }>): Promise<number> {
  const { run: runId, reason, watch } = invocation.given;
  const payload = await invocation.change(RecalculatePayrollRunDocument, { runId, reason });
  return printChanged(invocation, payload, 'is calculated again', watch);
}

import { HookCallsDocument } from '../../../generated/operations/graphql.ts';
import type { Invocation } from '../../Invocation.ts';
import { printList } from '../../printList.ts';

export async function run(invocation: Invocation<{ run: string }>): Promise<number> {
  const { hookCalls } = await invocation.read(HookCallsDocument, { runId: invocation.given.run });
  return printList(invocation, hookCalls, {
    headings: ['HOOK', 'POINT', 'STATUS', 'OUTCOME', 'WHO', 'WHY', 'CALLED', 'COMPLETED'],
    cells: (call) => [
      call.hookId,
      call.point,
      call.status,
      call.outcome,
      call.actor,
      call.reason,
      call.calledAt,
      call.completedAt,
    ],
    none: 'No hook was called in it.',
  });
}

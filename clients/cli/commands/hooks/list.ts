import { HooksDocument } from '../../../generated/operations/graphql.ts';
import type { Invocation } from '../../Invocation.ts';
import { printList } from '../../printList.ts';

export async function run(invocation: Invocation<unknown>): Promise<number> {
  const { hooks } = await invocation.read(HooksDocument, {});
  return printList(invocation, hooks, {
    headings: ['HOOK', 'POINT', 'GROUP', 'BLOCKING', 'WAITS', 'THEN', 'VERSION'],
    cells: (hook) => [
      hook.hookId,
      hook.point,
      hook.payGroupId ?? 'all',
      hook.isBlocking ? 'yes' : 'no',
      hook.timeoutSeconds,
      hook.onTimeout,
      hook.version,
    ],
    none: 'There are none: "hooks set" makes one.',
  });
}

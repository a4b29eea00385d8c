import { UpsertHookDocument } from '../../../generated/operations/graphql.ts';
import type { HookOutcome, HookPoint } from '../../../generated/schema.ts';
import { defined } from '../../../sdk/defined.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';

interface Given {
  hook: string;
  point: HookPoint;
  group: string | undefined;
  blocking: boolean;
  waits: number | undefined;
  onTimeout: HookOutcome | undefined;
}

export async function run(invocation: Invocation<Given>): Promise<number> {
  const { hook: hookId, point, group, blocking, waits, onTimeout } = invocation.given;
  const payload = await invocation.change(UpsertHookDocument, {
    hookId,
    point,
    isBlocking: blocking,
    ...defined({ payGroupId: group, timeoutSeconds: waits, onTimeout }),
  });
  invocation.print(payload, () => `${hookId} is recorded: version ${payload.hook?.version}`);
  return EXIT.ok;
}

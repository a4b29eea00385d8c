import { CompleteRunHookDocument } from '../../../generated/operations/graphql.ts';
import type { HookOutcome } from '../../../generated/schema.ts';
import { defined } from '../../../sdk/defined.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';

interface Given {
  run: string;
  hook: string;
  outcome: HookOutcome;
  reason: string | undefined;
}

export async function run(invocation: Invocation<Given>): Promise<number> {
  const { run: runId, hook: hookId, outcome, reason } = invocation.given;
  const payload = await invocation.change(CompleteRunHookDocument, { runId, hookId, outcome, ...defined({ reason }) });
  invocation.print(payload, () => `${hookId} is answered for ${runId}: ${outcome}`);
  return EXIT.ok;
}

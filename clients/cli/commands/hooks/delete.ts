import { DeleteHookDocument } from '../../../generated/operations/graphql.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';

export async function run(invocation: Invocation<{ hook: string }>): Promise<number> {
  const hookId = invocation.given.hook;
  const payload = await invocation.change(DeleteHookDocument, { hookId });
  invocation.print(payload, () => `${hookId} is deleted`);
  return EXIT.ok;
}

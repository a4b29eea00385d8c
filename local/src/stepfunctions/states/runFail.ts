import type { Branch } from '../Branch.ts';
import type { FailState } from '../definition/StateMachineDefinition.ts';
import { StatesError } from '../StatesError.ts';

export async function runFail(branch: Branch, state: FailState): Promise<never> {
  const bindings = branch.bindings();
  const error = await state.error?.evaluateAs('string', bindings, branch.site);
  const cause = await state.cause?.evaluateAs('string', bindings, branch.site);
  throw new StatesError(error, cause);
}

import type { Branch } from '../Branch.ts';
import type { Outcome } from '../Outcome.ts';
import type { ChoiceState } from '../definition/StateMachineDefinition.ts';
import { StatesError } from '../StatesError.ts';
import { whileExecuting } from '../Template.ts';

/** Takes the first rule whose condition holds; a rule's own Output and Assign go before the state's. */
export async function runChoice(branch: Branch, state: ChoiceState): Promise<Outcome> {
  const bindings = branch.bindings();
  for (const rule of state.choices) {
    if (await rule.condition.evaluateAs('boolean', bindings, branch.site)) {
      return branch.complete(rule, branch.input, rule.next);
    }
  }
  if (state.default === undefined) {
    throw new StatesError(
      'States.NoChoiceMatched',
      `${whileExecuting(branch.site)} Failed to transition out of the state. The state does not point to a next state.`,
    );
  }
  return branch.complete(state, branch.input, state.default);
}

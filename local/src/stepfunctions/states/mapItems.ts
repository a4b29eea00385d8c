import type { Branch } from '../Branch.ts';
import type { MapState } from '../definition/StateMachineDefinition.ts';
import { EvaluationError, whileExecuting } from '../Template.ts';

/** The items that a Map state goes over: `Items`, or else its input, which must be an array. */
export async function mapItems(branch: Branch, { items }: MapState): Promise<unknown[]> {
  if (items) return items.evaluateAs('array', branch.bindings(), branch.site);
  const { value, text } = branch.input;
  if (Array.isArray(value)) return value as unknown[];
  throw new EvaluationError(
    `${whileExecuting(branch.site)} Map state input must be an array but was: ${text}`,
    'Items',
  );
}

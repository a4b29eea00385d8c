import { StatesError } from '../StatesError.ts';

/**
 * Reads a Task's arguments, refusing what the integration here does not carry out: an ignored argument would act
 * differently on AWS.
 */
export function callArguments(
  args: unknown,
  { required, optional = [] }: { required: readonly string[]; optional?: readonly string[] },
): Record<string, unknown> {
  if (typeof args !== 'object' || args === null || Array.isArray(args)) {
    throw new StatesError(
      'States.Runtime',
      `The Arguments '${JSON.stringify(args)}' could not be used to start the Task: [The value must be an object]`,
    );
  }
  const given = args as Record<string, unknown>;
  const missing = required.filter((name) => given[name] === undefined);
  if (missing.length > 0) {
    throw new StatesError(
      'States.Runtime',
      `The Arguments '${JSON.stringify(args)}' could not be used to start the Task: [${missing.map((name) => `The field '${name}' is required but was missing`).join(', ')}]`,
    );
  }
  const unknown = Object.keys(given).filter((name) => !required.includes(name) && !optional.includes(name));
  if (unknown.length > 0) {
    throw new StatesError(
      'States.Runtime',
      `The Arguments '${JSON.stringify(args)}' could not be used to start the Task: [${unknown.map((name) => `The field '${name}' is not supported by Step Functions`).join(', ')}]`,
    );
  }
  return given;
}

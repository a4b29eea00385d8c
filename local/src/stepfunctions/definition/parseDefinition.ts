import { AwsError } from '../../AwsError.ts';
import { unsupported } from '../../unsupported.ts';
import { MAX_DEFINITION_BYTES, MAX_TASK_TIMEOUT_SECONDS } from '../limits.ts';
import { Fields, type ParseExpression } from './Fields.ts';
import { parseScope } from './parseScope.ts';
import { Problems } from './Problems.ts';
import type { StateMachineDefinition, StateMachineType } from './StateMachineDefinition.ts';

/**
 * Validates a state machine in Amazon States Language as AWS does when one is created: every field, transition and
 * expression. Throws `InvalidDefinition` with everything that is wrong, and refuses JSONPath by name.
 */
export function parseDefinition(text: string, type: StateMachineType, parse: ParseExpression): StateMachineDefinition {
  if (Buffer.byteLength(text) > MAX_DEFINITION_BYTES) {
    throw new AwsError('InvalidDefinition', "Invalid State Machine Definition: 'DEFINITION_TOO_LARGE'");
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new AwsError(
      'InvalidDefinition',
      `Invalid State Machine Definition: 'INVALID_JSON_DESCRIPTION: ${(error as Error).message}'`,
    );
  }
  const problems = new Problems();
  const fields = new Fields(json, '', problems, parse);
  const queryLanguage = fields.oneOf('QueryLanguage', ['JSONPath', 'JSONata']) ?? 'JSONPath';
  if (queryLanguage === 'JSONPath')
    unsupported('JSONPath state machines (say "QueryLanguage": "JSONata" at the top level)');
  fields.oneOf('Version', ['1.0']);
  const timeoutSeconds = fields.number('TimeoutSeconds', { min: 1, max: MAX_TASK_TIMEOUT_SECONDS });
  const scope = parseScope(fields, { type, outerVariables: new Set(), stateNames: new Set() });
  fields.finish();
  problems.throwIfAny();
  return { ...scope, timeoutSeconds };
}

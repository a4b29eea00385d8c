import { unsupported } from '../../unsupported.ts';
import { isRfc3339 } from '../timestamps.ts';
import { integrationOf } from '../integrations/integrationOf.ts';
import { MAX_TASK_TIMEOUT_SECONDS } from '../limits.ts';
import type { Template } from '../Template.ts';
import type { Fields, Scoping } from './Fields.ts';
import { parseCatch, parseRetry } from './parseGuards.ts';
import { parseMap } from './parseMap.ts';
import { parseScope, type Surroundings } from './parseScope.ts';
import type { ChoiceRule, ChoiceState, ParallelState, State, TaskState, WaitState } from './StateMachineDefinition.ts';

const TYPES = ['Task', 'Wait', 'Pass', 'Succeed', 'Fail', 'Choice', 'Parallel', 'Map'] as const;
const AFTER_WORK: Scoping = { result: true };

/** Reads one state; `undefined` when not even its type is known. */
export function parseState(name: string, fields: Fields, surroundings: Surroundings): State | undefined {
  if (fields.take('QueryLanguage') === 'JSONPath') {
    fields.problem(
      "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine",
      'QueryLanguage',
    );
  }
  fields.require('Type');
  const type = fields.oneOf('Type', TYPES);
  if (!type) return undefined;
  const state = parseTyped(type, name, fields, surroundings);
  fields.finish();
  return state;
}

function parseTyped(type: State['type'], name: string, fields: Fields, surroundings: Surroundings): State {
  switch (type) {
    case 'Task':
      return parseTask(name, fields, surroundings);
    case 'Pass':
      return { type, name, ...outputs(fields, {}), next: next(fields) };
    case 'Choice':
      return parseChoice(name, fields);
    case 'Wait':
      return parseWait(name, fields);
    case 'Parallel':
      return parseParallel(name, fields, surroundings);
    case 'Map':
      return {
        ...parseMap(name, fields, surroundings),
        ...outputs(fields, AFTER_WORK),
        ...guards(fields),
        next: next(fields),
      };
    case 'Succeed':
      return { type, name, output: fields.template('Output') };
    case 'Fail':
      return { type, name, error: fields.stringTemplate('Error'), cause: fields.stringTemplate('Cause') };
  }
}

function parseTask(name: string, fields: Fields, { type }: Surroundings): TaskState {
  fields.require('Resource');
  if (fields.has('Credentials')) unsupported('Credentials on a Task state');
  const resource = fields.string('Resource') ?? '';
  const integration = integrationOf(resource);
  const given = fields.take('Arguments');
  if (typeof given === 'object' && given !== null) {
    for (const name of integration.notEmulated ?? [])
      if (Object.hasOwn(given, name)) unsupported(`${name} in the Arguments of ${resource}`);
  }
  if (type === 'EXPRESS' && integration.pattern !== 'REQUEST_RESPONSE') {
    const pattern = integration.pattern === 'SYNC' ? '.sync' : '.waitForTaskToken';
    fields.problem(`Express state machine does not support '${pattern}' service integration`, 'Resource');
  }
  const [heartbeat, timeout] = [fields.take('HeartbeatSeconds'), fields.take('TimeoutSeconds')];
  if (typeof heartbeat === 'number' && typeof timeout === 'number' && heartbeat >= timeout) {
    fields.problem("The field 'HeartbeatSeconds' must be smaller than 'TimeoutSeconds'", 'HeartbeatSeconds');
  }
  const seconds = { min: 1, max: MAX_TASK_TIMEOUT_SECONDS };
  return {
    type: 'Task',
    name,
    integration,
    arguments: fields.template('Arguments'),
    timeoutSeconds: fields.numberTemplate('TimeoutSeconds', seconds),
    heartbeatSeconds: fields.numberTemplate('HeartbeatSeconds', seconds),
    ...outputs(fields, AFTER_WORK),
    ...guards(fields),
    next: next(fields),
  };
}

function parseChoice(name: string, fields: Fields): ChoiceState {
  fields.require('Choices');
  const rules = fields.array('Choices');
  if (rules.length === 0) fields.problem('Value cannot be empty', 'Choices');
  const choices = rules.map((value, index): ChoiceRule => {
    const rule = fields.within(value, `Choices[${index}]`);
    rule.require('Condition', 'Next');
    const parsed = {
      condition: rule.template('Condition') as Template,
      next: rule.string('Next') ?? '',
      ...outputs(rule, {}),
    };
    rule.finish();
    return parsed;
  });
  return { type: 'Choice', name, choices, default: fields.string('Default'), ...outputs(fields, {}) };
}

function parseWait(name: string, fields: Fields): WaitState {
  const given = ['Seconds', 'Timestamp'].filter((field) => fields.has(field));
  if (given.length !== 1) {
    fields.problems.schema(
      'The Wait state must contain exactly one of these fields: [Seconds, Timestamp]',
      fields.path,
    );
  }
  const timestamp = fields.take('Timestamp');
  if (typeof timestamp === 'string' && !timestamp.startsWith('{%') && !isRfc3339(timestamp)) {
    fields.problem('String does not match RFC3339 timestamp', 'Timestamp');
  }
  return {
    type: 'Wait',
    name,
    seconds: fields.numberTemplate('Seconds', { min: 0, max: MAX_TASK_TIMEOUT_SECONDS }),
    timestamp: fields.stringTemplate('Timestamp'),
    ...outputs(fields, {}),
    next: next(fields),
  };
}

function parseParallel(name: string, fields: Fields, surroundings: Surroundings): ParallelState {
  fields.require('Branches');
  const branches = fields.array('Branches');
  if (branches.length === 0) fields.problem('Value cannot be empty', 'Branches');
  return {
    type: 'Parallel',
    name,
    arguments: fields.template('Arguments'),
    branches: branches.map((value, index) => {
      const branch = fields.within(value, `Branches[${index}]`);
      const scope = parseScope(branch, surroundings);
      branch.finish();
      return scope;
    }),
    ...outputs(fields, AFTER_WORK),
    ...guards(fields),
    next: next(fields),
  };
}

function outputs(fields: Fields, scoping: Scoping): { output: Template | undefined; assign: Template | undefined } {
  for (const name of Object.keys(fields.take('Assign') ?? {})) {
    if (name.length > 80) fields.problem('The variable name cannot exceed 80 characters', `Assign/${name}`);
    if (name === 'states' || !/^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name)) {
      fields.problem('The variable name is invalid', `Assign/${name}`);
    }
  }
  return { output: fields.template('Output', scoping), assign: fields.template('Assign', scoping) };
}

function guards(fields: Fields) {
  return { retry: parseRetry(fields), catch: parseCatch(fields) };
}

/** The next state, or `undefined` when the state says `End: true`; exactly one of the two must be there. */
function next(fields: Fields): string | undefined {
  const target = fields.string('Next');
  const isEnd = fields.take('End') === true;
  if (target === undefined && !isEnd) fields.problems.schema('These fields are required: [Next] or [End]', fields.path);
  if (target !== undefined && isEnd)
    fields.problems.schema("The fields 'Next' and 'End' cannot both be specified", fields.path);
  return target;
}

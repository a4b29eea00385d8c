import type { Fields } from './Fields.ts';
import { parseState } from './parseState.ts';
import type { Scope, State, StateMachineType } from './StateMachineDefinition.ts';

/** What the states inside a scope must know of what surrounds them. */
export interface Surroundings {
  /** Of the executions that run these states: an Express machine, or the Express children of a Distributed Map. */
  readonly type: StateMachineType;
  /** Variables that these states can read, and may not assign. */
  readonly outerVariables: ReadonlySet<string>;
  /** Every state name so far: names are unique in the whole machine. */
  readonly stateNames: Set<string>;
}

/** Reads `StartAt` and `States`, and checks that every transition has a target and every state a way in. */
export function parseScope(fields: Fields, surroundings: Surroundings): Scope {
  fields.require('StartAt', 'States');
  const startAt = fields.string('StartAt') ?? '';
  const statesFields = fields.object('States');
  const raw = (fields.take('States') ?? {}) as Record<string, unknown>;
  const ownVariables = assignedIn(raw);
  for (const name of ownVariables) {
    if (surroundings.outerVariables.has(name)) {
      fields.problem(`The variable '${name}' is already assigned in an outer scope`, 'States');
    }
  }
  const inner: Surroundings = {
    ...surroundings,
    outerVariables: new Set([...surroundings.outerVariables, ...ownVariables]),
  };
  const states = new Map<string, State>();
  for (const [name, value] of Object.entries(raw)) {
    if (!statesFields) break;
    if (name.length > 80) statesFields.problem('The state name cannot exceed 80 characters', name);
    if (surroundings.stateNames.has(name)) statesFields.problem(`Duplicate state name: ${name}`, name);
    surroundings.stateNames.add(name);
    const state = parseState(name, statesFields.within(value, name), inner);
    if (state) states.set(name, state);
  }
  if (states.size === Object.keys(raw).length) checkTransitions(fields, startAt, states);
  return { startAt, states };
}

function assignedIn(rawStates: Record<string, unknown>): Set<string> {
  const names = new Set<string>();
  const collect = (assign: unknown) => {
    if (typeof assign === 'object' && assign !== null) for (const name of Object.keys(assign)) names.add(name);
  };
  for (const state of Object.values(rawStates)) {
    if (typeof state !== 'object' || state === null) continue;
    const { Assign, Choices, Catch } = state as Record<string, unknown>;
    collect(Assign);
    for (const rule of [Choices, Catch].flat()) collect((rule as { Assign?: unknown } | undefined)?.Assign);
  }
  return names;
}

/** Where a state may lead, with the place in the definition that says so. */
function* transitionsOf(state: State): Iterable<readonly [target: string, field: string]> {
  if (state.type === 'Choice') {
    for (const [index, rule] of state.choices.entries()) yield [rule.next, `Choices[${index}]/Next`];
    if (state.default !== undefined) yield [state.default, 'Default'];
    return;
  }
  if ('next' in state && state.next !== undefined) yield [state.next, 'Next'];
  if ('catch' in state) {
    for (const [index, catcher] of state.catch.entries()) yield [catcher.next, `Catch[${index}]/Next`];
  }
}

function checkTransitions(fields: Fields, startAt: string, states: ReadonlyMap<string, State>): void {
  const missing = (field: string, target: string, path: string) =>
    fields.problems.add('MISSING_TRANSITION_TARGET', `Missing '${field}' target: ${target}`, path);
  if (!states.has(startAt)) missing('StartAt', startAt, `${fields.path}/StartAt`);
  for (const state of states.values()) {
    for (const [target, field] of transitionsOf(state)) {
      if (!states.has(target))
        missing(field.split('/').at(-1) ?? field, target, `${fields.path}/States/${state.name}/${field}`);
    }
  }
  const reached = new Set<string>();
  const waiting = [startAt];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const state = states.get(name);
    if (!state || reached.has(name)) continue;
    reached.add(name);
    for (const [target] of transitionsOf(state)) waiting.push(target);
  }
  for (const name of states.keys()) {
    if (!reached.has(name)) {
      fields.problems.add(
        'MISSING_TRANSITION_TARGET',
        `State "${name}" is not reachable.`,
        `${fields.path}/States/${name}`,
      );
    }
  }
}

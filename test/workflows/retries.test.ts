import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { STEP_ERRORS } from '../../payroll/errors.ts';

/* Each step of the workflow tries again or stops, and payroll/errors.ts says which: no step has a list of its own. */

interface Retrier {
  ErrorEquals: string[];
  MaxAttempts: number;
}

interface State {
  Type: string;
  Resource?: string;
  Retry?: Retrier[];
  Catch?: { ErrorEquals: string[] }[];
  ItemProcessor?: { ProcessorConfig?: { Mode: string }; States: Record<string, State> };
}

const root = join(import.meta.dirname, '..', '..');
const { States } = JSON.parse(readFileSync(join(root, 'workflows', 'payrollRun.asl.json'), 'utf8')) as {
  States: Record<string, State>;
};

/** Every task, with whether it works on a segment of the employees. */
function tasksOf(states: Record<string, State>, isSegment = false): [name: string, task: State, isSegment: boolean][] {
  return Object.entries(states).flatMap(([name, state]) => [
    ...(state.Type === 'Task' ? [[name, state, isSegment] satisfies [string, State, boolean]] : []),
    ...tasksOf(state.ItemProcessor?.States ?? {}, state.ItemProcessor?.ProcessorConfig?.Mode === 'DISTRIBUTED'),
  ]);
}

const tasks = tasksOf(States);
const named = (what: 'STOP' | 'TRY_AGAIN') =>
  Object.entries(STEP_ERRORS).flatMap(([name, then]) => (then === what ? [name] : []));

/** A crash, a throttle and whatever nobody foresaw. A segment gives up earlier: others are waiting for its place. */
const EVERYTHING = { ErrorEquals: ['States.ALL'], IntervalSeconds: 1, BackoffRate: 2, JitterStrategy: 'FULL' };
const OF_A_STEP = { ...EVERYTHING, MaxAttempts: 6, MaxDelaySeconds: 30 };
const OF_A_SEGMENT = { ...EVERYTHING, MaxAttempts: 5, MaxDelaySeconds: 20 };

/** Nobody answered in time: asking again would ask somebody twice. */
const NOT_ANSWERED = ['States.Timeout', 'States.HeartbeatTimeout'];

describe('a step of the workflow', () => {
  test.each(tasks)('%s stops at what payroll says, and tries everything else again', (_name, task, isSegment) => {
    const [stop, ...others] = task.Retry ?? [];
    const isAnswered = task.Resource?.endsWith('.waitForTaskToken') === true;
    expect(stop).toEqual({ ErrorEquals: [...named('STOP'), ...(isAnswered ? NOT_ANSWERED : [])], MaxAttempts: 0 });
    expect(others.pop()).toEqual(isSegment ? OF_A_SEGMENT : OF_A_STEP);
    for (const { ErrorEquals, MaxAttempts } of others) {
      expect(named('TRY_AGAIN')).toEqual(expect.arrayContaining(ErrorEquals));
      expect(MaxAttempts).toBeGreaterThan(0);
    }
  });

  test('waits in a way of its own for each error that is worth a try again', () => {
    const waited = tasks.flatMap(([, { Retry = [] }]) => Retry.slice(1, -1).flatMap(({ ErrorEquals }) => ErrorEquals));
    expect([...new Set(waited)].sort()).toEqual(named('TRY_AGAIN').sort());
  });

  test('catches errors of AWS alone: those of payroll stop it or are tried again', () => {
    const caught = tasks.flatMap(([, { Catch = [] }]) => Catch.flatMap(({ ErrorEquals }) => ErrorEquals));
    for (const name of caught) expect(name).toMatch(/^States\./);
  });
});

test('every error that a worker throws by name is in the list, and nothing else is', () => {
  const names = globSync('workers/**/*.ts', { cwd: root }).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/override readonly name = '(\w+)'/g)].map(([, name]) => name),
  );
  expect(names.sort()).toEqual(Object.keys(STEP_ERRORS).sort());
});

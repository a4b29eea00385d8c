import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { STEP_ERRORS } from '../../payroll/errors.ts';

/* Each step of the workflow tries again or stops, and payroll/errors.ts says which: no step has a list of its own. */

interface Retrier {
  ErrorEquals: string[];
  MaxAttempts: number;
  IntervalSeconds?: number;
  BackoffRate?: number;
  MaxDelaySeconds?: number;
}

interface State {
  Type: string;
  Resource?: string;
  TimeoutSeconds?: number;
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
const OF_A_SEGMENT = { ...EVERYTHING, MaxAttempts: 3, MaxDelaySeconds: 20 };

/** The account is short of concurrency: waited for apart, and for longer, because nothing is wrong with the step. */
const SHORT_OF_CONCURRENCY = { ...EVERYTHING, ErrorEquals: ['Lambda.TooManyRequestsException'], IntervalSeconds: 2 };
const STEP_IS_SHORT = { ...SHORT_OF_CONCURRENCY, MaxAttempts: 60, MaxDelaySeconds: 60 };
const SEGMENT_IS_SHORT = { ...SHORT_OF_CONCURRENCY, MaxAttempts: 8, MaxDelaySeconds: 20 };

/** Step Functions ends an Express execution after five minutes, with what it had left to try. */
const EXPRESS_SECONDS = 300;

/** Nobody answered in time: asking again would ask somebody twice. */
const NOT_ANSWERED = ['States.Timeout', 'States.HeartbeatTimeout'];

describe('a step of the workflow', () => {
  test.each(tasks)('%s stops at what payroll says, and tries everything else again', (_name, task, isSegment) => {
    const [stop, ...others] = task.Retry ?? [];
    const isAnswered = task.Resource?.endsWith('.waitForTaskToken') === true;
    expect(stop).toEqual({ ErrorEquals: [...named('STOP'), ...(isAnswered ? NOT_ANSWERED : [])], MaxAttempts: 0 });
    expect(others.pop()).toEqual(isSegment ? OF_A_SEGMENT : OF_A_STEP);
    expect(others.pop()).toEqual(isSegment ? SEGMENT_IS_SHORT : STEP_IS_SHORT);
    for (const { ErrorEquals, MaxAttempts } of others) {
      expect(named('TRY_AGAIN')).toEqual(expect.arrayContaining(ErrorEquals));
      expect(MaxAttempts).toBeGreaterThan(0);
    }
  });

  const segments = tasks.filter(([, , isSegment]) => isSegment);

  test.each(segments)('%s has tried everything, at its slowest, before its Express execution ends', (_name, task) => {
    const { TimeoutSeconds = Infinity, Retry = [] } = task;
    const seconds = Retry.map(({ MaxAttempts, IntervalSeconds = 1, BackoffRate = 2, MaxDelaySeconds = Infinity }) => {
      const pauses = Array.from({ length: MaxAttempts }, (_, n) =>
        Math.min(IntervalSeconds * BackoffRate ** n, MaxDelaySeconds),
      );
      return pauses.reduce((sum, pause) => sum + pause, 0);
    });
    // A throttled attempt is refused at once; any other may take its whole time.
    const attempts = 1 + (Retry.at(-1)?.MaxAttempts ?? 0);
    expect(attempts * TimeoutSeconds + seconds.reduce((sum, pauses) => sum + pauses, 0)).toBeLessThan(EXPRESS_SECONDS);
  });

  test('waits in a way of its own for each error that is worth a try again', () => {
    const waited = tasks.flatMap(([, { Retry = [] }]) => Retry.slice(1, -2).flatMap(({ ErrorEquals }) => ErrorEquals));
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

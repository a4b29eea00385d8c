import type { Retrier } from './definition/StateMachineDefinition.ts';
import type { StatesError } from './StatesError.ts';

/** Time before attempt `used + 1` of the retrier's attempts, in milliseconds. */
export function retryDelayMs(retrier: Retrier, used: number, random: () => number): number {
  const seconds = Math.min(retrier.intervalSeconds * retrier.backoffRate ** used, retrier.maxDelaySeconds ?? Infinity);
  return Math.round(seconds * 1000 * (retrier.hasFullJitter ? random() : 1));
}

/** The first retrier or catcher whose `ErrorEquals` matches. */
export function matchingGuard<Guard extends { readonly errorEquals: readonly string[] }>(
  guards: readonly Guard[],
  failure: StatesError,
): Guard | undefined {
  return guards.find(({ errorEquals }) => errorEquals.some((name) => matches(name, failure)));
}

function matches(name: string, failure: StatesError): boolean {
  switch (name) {
    case 'States.ALL':
      // By the documentation. One recording has it catch DataLimitExceeded too: a workflow that names it works both ways.
      return failure.error !== 'States.DataLimitExceeded' && failure.error !== 'States.Runtime';
    case 'States.TaskFailed':
      return failure.isTaskFailure && failure.error !== 'States.Timeout';
    case 'States.HeartbeatTimeout':
      return failure.isHeartbeat || failure.error === name;
    default:
      return failure.error === name;
  }
}

import type { LocalAws } from 'cdk-local-engine';

/** What AWS would bill for, counted by the engine since it started. */
export type Operations = Record<string, number>;

export function countedOperations({ appSync, dynamoDb, eventBridge, lambda, stepFunctions }: LocalAws): Operations {
  const consumed = [...dynamoDb.consumed.values()];
  const functions = [...lambda.counts.values()];
  const { standardTransitions, expressExecutions } = stepFunctions.counts;
  return {
    writeUnits: consumed.reduce((sum, { writeUnits }) => sum + writeUnits, 0),
    readUnits: consumed.reduce((sum, { readUnits }) => sum + readUnits, 0),
    lambdaInvocations: functions.reduce((sum, { invocations }) => sum + invocations, 0),
    lambdaBilledMs: functions.reduce((sum, { billedMs }) => sum + billedMs, 0),
    standardTransitions,
    expressExecutions,
    events: eventBridge.counts.events,
    apiRequests: appSync.counts.requests,
    messagesToSubscribers: appSync.counts.messages,
    realtimeUnits: appSync.counts.realtimeUnits,
  };
}

/** How much of each a thousand employees took. */
export const perThousand = (before: Operations, after: Operations, employees: number): Operations =>
  Object.fromEntries(
    Object.entries(after).map(([name, value]) => [
      name,
      Math.round(((value - (before[name] ?? 0)) / employees) * 1e5) / 100,
    ]),
  );

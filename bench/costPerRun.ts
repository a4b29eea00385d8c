/**
 * What AWS would charge for a run, from the operations that the local engine counted. Prices: us-east-1, USD, on demand,
 * without free tiers; the day each was last seen stands beside it. A map child's own start transition is not counted,
 * because whether it is charged could not be confirmed.
 */
const USD = {
  /** July 2025. */
  perMillionWriteUnits: 0.625,
  perMillionReadUnits: 0.125,
  /** March 2026. */
  perThousandTransitions: 0.025,
  perMillionExpressRequests: 1,
  perExpressGigabyteSecond: 0.00001667,
  /** May 2026, arm64. */
  perLambdaGigabyteSecond: 0.0000133334,
  perMillionLambdaRequests: 0.2,
  /** June 2026. */
  perMillionEvents: 1,
  /** 2026; a publish mutation, and its message to one subscriber in units of 5 KB. */
  perMillionMutations: 4,
  perMillionRealtimeUnits: 2,
};

/** Memory of the worker that does nearly all of the work, in GB. */
const WORKER_GIGABYTES = 1.769 / 1.024;

/** A segment's message is about 9 KB: two units of 5 KB. */
const UNITS_PER_MESSAGE = 2;

/** USD for a thousand employees, one dashboard watching. Lambda's part uses this machine's milliseconds. */
export function costPerThousandEmployees(counted: Readonly<Record<string, number>>): Record<string, number> {
  const of = (name: string) => counted[name] ?? 0;
  const segments = of('expressExecutions');
  const dollars = {
    dynamoDb: (of('writeUnits') * USD.perMillionWriteUnits + of('readUnits') * USD.perMillionReadUnits) / 1e6,
    stepFunctions:
      (of('standardTransitions') * USD.perThousandTransitions) / 1e3 +
      (segments * USD.perMillionExpressRequests) / 1e6 +
      (of('lambdaBilledMs') / 1e3) * (64 / 1024) * USD.perExpressGigabyteSecond,
    lambda:
      (of('lambdaBilledMs') / 1e3) * WORKER_GIGABYTES * USD.perLambdaGigabyteSecond +
      (of('lambdaInvocations') * USD.perMillionLambdaRequests) / 1e6,
    eventBridge: (segments * USD.perMillionEvents) / 1e6,
    appSync: (segments * (USD.perMillionMutations + USD.perMillionRealtimeUnits * UNITS_PER_MESSAGE)) / 1e6,
  };
  const total = Object.values(dollars).reduce((sum, part) => sum + part, 0);
  return Object.fromEntries(Object.entries({ ...dollars, total }).map(([part, usd]) => [part, Number(usd.toFixed(6))]));
}

/**
 * What AWS charges for what was counted. Prices: us-east-1, USD for one unit, on demand, without free tiers; the day each was
 * last seen stands beside it. A map child's own start transition is not counted, because whether it is charged could not be
 * confirmed.
 */
const USD = {
  /** July 2025. */
  writeUnit: 0.625e-6,
  readUnit: 0.125e-6,
  /** March 2026. */
  transition: 0.025e-3,
  expressRequest: 1e-6,
  expressGigabyteSecond: 0.00001667,
  /** May 2026, arm64. */
  lambdaGigabyteSecond: 0.0000133334,
  lambdaRequest: 0.2e-6,
  /** June 2026. */
  event: 1e-6,
  /** 2026; a query or mutation, and a message to one subscriber in units of 5 KB. */
  apiRequest: 4e-6,
  realtimeUnit: 2e-6,
};

/** Memory of the worker that does nearly all of the work, and of an Express execution, in GB. */
const WORKER_GIGABYTES = 1.769 / 1.024;
const EXPRESS_GIGABYTES = 64 / 1024;

export interface CostLine {
  service: 'DynamoDB' | 'Step Functions' | 'Lambda' | 'EventBridge' | 'AppSync';
  unit: string;
  units: number;
  usd: number;
}

/** What the counted operations cost. */
export function costLinesOf(counted: Readonly<Record<string, number>>): CostLine[] {
  const of = (name: string) => counted[name] ?? 0;
  const seconds = of('lambdaBilledMs') / 1e3;
  const line = (service: CostLine['service'], unit: string, units: number, usdPerUnit: number): CostLine => ({
    ...{ service, unit, units },
    usd: units * usdPerUnit,
  });
  return [
    line('DynamoDB', 'write units', of('writeUnits'), USD.writeUnit),
    line('DynamoDB', 'read units', of('readUnits'), USD.readUnit),
    line('Step Functions', 'standard transitions', of('standardTransitions'), USD.transition),
    line('Step Functions', 'Express requests', of('expressExecutions'), USD.expressRequest),
    line('Step Functions', 'Express GB-seconds', seconds * EXPRESS_GIGABYTES, USD.expressGigabyteSecond),
    line('Lambda', 'GB-seconds', seconds * WORKER_GIGABYTES, USD.lambdaGigabyteSecond),
    line('Lambda', 'requests', of('lambdaInvocations'), USD.lambdaRequest),
    line('EventBridge', 'events', of('events'), USD.event),
    line('AppSync', 'queries and mutations', of('apiRequests'), USD.apiRequest),
    line('AppSync', 'real-time units', of('realtimeUnits'), USD.realtimeUnit),
  ];
}

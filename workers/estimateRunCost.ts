import type { CostEstimate } from '../clients/generated/schema.ts';
import { costLinesOf } from './cost/costLinesOf.ts';

/**
 * What the local engine counted from the start of a run to its last posting, functions starting cold, one client watching:
 * `node bench/wholeRun.ts 1000 10000` prints it for two sizes, and the line through both is this.
 */
const EACH_RUN = {
  writeUnits: 99,
  readUnits: 52,
  lambdaInvocations: 10,
  lambdaBilledMs: 1_590,
  standardTransitions: 14,
  expressExecutions: 0,
  events: 7,
  apiRequests: 22,
  realtimeUnits: 5,
};
const EACH_THOUSAND_EMPLOYEES: typeof EACH_RUN = {
  writeUnits: 1_538,
  readUnits: 1_077,
  lambdaInvocations: 20,
  lambdaBilledMs: 597,
  standardTransitions: 0,
  expressExecutions: 20,
  events: 12,
  apiRequests: 12,
  realtimeUnits: 20,
};

const BASIS =
  'Operations counted by the local engine in runs of 1,000 and 10,000 employees, and the line through both; its milliseconds ' +
  'of Lambda are of one machine, not of AWS. Published on-demand prices of us-east-1, seen between July 2025 and June 2026, ' +
  'without free tiers. Not counted: firewall, logs, traces, keys, queues, storage and requests to it, imports, documents.';

/** Query.estimateRunCost: what a run of so many employees would cost at AWS's published prices. */
export const handler = async ({ employeeCount }: { employeeCount: number }): Promise<CostEstimate> => {
  const thousands = employeeCount / 1_000;
  const counted = Object.fromEntries(
    Object.entries(EACH_THOUSAND_EMPLOYEES).map(([name, count]) => [
      name,
      EACH_RUN[name as keyof typeof EACH_RUN] + count * thousands,
    ]),
  );
  const lines = costLinesOf(counted);
  return {
    employeeCount,
    lines: lines.map(({ service, unit, units, usd }) => ({
      ...{ service, unit },
      units: units.toFixed(2),
      amount: usd.toFixed(6),
    })),
    total: lines.reduce((sum, { usd }) => sum + usd, 0).toFixed(6),
    basis: BASIS,
  };
};

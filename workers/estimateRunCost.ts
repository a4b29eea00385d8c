import type { CostEstimate } from '../clients/generated/schema.ts';
import { costLinesOf } from './cost/costLinesOf.ts';

/**
 * What the local engine counted for a thousand employees, from the start of a run to its last posting, functions starting
 * cold: `node bench/wholeRun.ts 1000` prints them.
 */
const PER_THOUSAND_EMPLOYEES = {
  writeUnits: 1_635,
  readUnits: 1_128,
  lambdaInvocations: 30,
  lambdaBilledMs: 4_731,
  standardTransitions: 14,
  expressExecutions: 20,
};

const BASIS =
  'Operations counted by the local engine in a run of 1,000 employees, in proportion; published on-demand prices of us-east-1, ' +
  'seen between July 2025 and June 2026, without free tiers. Not counted: firewall, logs, traces, keys, storage, imports.';

/** Query.estimateRunCost: what a run of so many employees would cost at AWS's published prices. */
export const handler = async ({ employeeCount }: { employeeCount: number }): Promise<CostEstimate> => {
  const thousands = employeeCount / 1_000;
  const counted = Object.fromEntries(
    Object.entries(PER_THOUSAND_EMPLOYEES).map(([name, count]) => [name, count * thousands]),
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

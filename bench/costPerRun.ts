import { costLinesOf } from '../workers/cost/costLinesOf.ts';

/** USD by service for a thousand employees, one dashboard watching. Lambda's part uses this machine's milliseconds. */
export function costPerThousandEmployees(counted: Readonly<Record<string, number>>): Record<string, number> {
  const dollars: Record<string, number> = { total: 0 };
  for (const { service, usd } of costLinesOf(counted)) {
    dollars[service] = (dollars[service] ?? 0) + usd;
    dollars['total'] = (dollars['total'] ?? 0) + usd;
  }
  return Object.fromEntries(Object.entries(dollars).map(([part, usd]) => [part, Number(usd.toFixed(6))]));
}

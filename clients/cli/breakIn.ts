import { createHash } from 'node:crypto';
import type { PayrollRunEventsQuery } from '../generated/operations/graphql.ts';

export type RunEvent = NonNullable<PayrollRunEventsQuery['payrollRunEvents']>[number];

/**
 * Where a run's history is broken, in words; undefined when it is whole. Each event's hash is SHA-256 over its own members
 * and the hash before it, so that nobody can change, drop or reorder one without a trace.
 */
export function breakIn(events: readonly RunEvent[], companyId: string, runId: string): string | undefined {
  for (const [index, event] of events.entries()) {
    const { sequence, status, actor, reason, at, hash, previousHash } = event;
    const before = events[index - 1];
    if (sequence !== index + 1) return `event ${index + 1} is missing`;
    if (before && before.hash !== previousHash) return `event ${sequence} does not follow event ${before.sequence}`;
    const text = JSON.stringify([companyId, runId, sequence, status, actor, reason, at, previousHash]);
    if (createHash('sha256').update(text).digest('hex') !== hash) return `event ${sequence} was changed`;
  }
  return undefined;
}

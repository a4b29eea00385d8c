import type { RunEvent } from './useRunEvents.ts';

/** An event that is not what it was when it was written, or that has no place behind the one before it. */
export interface BrokenChain {
  sequence: number;
}

/**
 * Proves a run's history without trusting who sent it: each event's hash is over all of its members and the hash of the one
 * before, so that none can be changed, left out or put in between without all later ones changing.
 * @param events all events, oldest first
 * @returns the first event that breaks the chain; undefined when it is whole
 */
export async function verifyEventChain(
  companyId: string,
  runId: string,
  events: readonly RunEvent[],
): Promise<BrokenChain | undefined> {
  let previousHash = '';
  for (const [index, event] of events.entries()) {
    const { sequence, status, actor, reason, at, hash } = event;
    // As `hashOfEvent` of table/payrollRun.ts writes it.
    const members = [companyId, runId, sequence, status, actor, reason ?? null, at, previousHash];
    const isWhole =
      sequence === index + 1 && event.previousHash === previousHash && hash === (await sha256(JSON.stringify(members)));
    if (!isWhole) return { sequence };
    previousHash = hash;
  }
  return undefined;
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

import type { PayrollRunStatus } from '../generated/schema.ts';

/** `MOVING`: continues by itself. `WAITING`: for a person. `ENDED`: nothing follows unless somebody asks for it. */
export type RunPhase = 'MOVING' | 'WAITING' | 'ENDED';

/** What each status means to a watcher. */
export const RUN_PHASES: Readonly<Record<PayrollRunStatus, RunPhase>> = {
  DRAFT: 'WAITING',
  QUEUED: 'MOVING',
  PREPARING: 'MOVING',
  CALCULATING: 'MOVING',
  BLOCKED: 'WAITING',
  AWAITING_APPROVAL: 'WAITING',
  APPROVED: 'MOVING',
  PAYING: 'MOVING',
  PAID: 'ENDED',
  PARTIALLY_PAID: 'ENDED',
  REJECTED: 'ENDED',
  CANCELLED: 'ENDED',
  FAILED: 'ENDED',
  COMPENSATING: 'MOVING',
  VOIDED: 'ENDED',
};

/** A status that a newer service knows and this table does not counts as moving: a watch continues. */
export const phaseOf = (status: PayrollRunStatus): RunPhase =>
  (RUN_PHASES as Readonly<Record<string, RunPhase | undefined>>)[status] ?? 'MOVING';

/** Whether the run is over. */
export const isTerminal = (status: PayrollRunStatus): boolean => phaseOf(status) === 'ENDED';

/** Whether the run is over or waits for a person. */
export const isResting = (status: PayrollRunStatus): boolean => phaseOf(status) !== 'MOVING';

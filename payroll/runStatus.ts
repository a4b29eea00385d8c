/** The statuses of a payroll run, and which may follow which. Code and tests share this one table. */
export const NEXT_STATUSES = {
  QUEUED: ['PREPARING', 'CANCELLED', 'FAILED'],
  PREPARING: ['CALCULATING', 'CANCELLED', 'FAILED'],
  CALCULATING: ['AWAITING_APPROVAL', 'APPROVED', 'CANCELLED', 'FAILED'],
  AWAITING_APPROVAL: ['APPROVED', 'REJECTED', 'CANCELLED', 'FAILED'],
  APPROVED: [],
  REJECTED: [],
  CANCELLED: [],
  FAILED: [],
} as const satisfies Record<string, readonly string[]>;

export type RunStatus = keyof typeof NEXT_STATUSES;

/** Whether nothing follows `status` any more. */
export const isFinal = (status: RunStatus): boolean => NEXT_STATUSES[status].length === 0;

/** Whether a run may go from one status to the other. */
export const mayFollow = (from: RunStatus, to: RunStatus): boolean =>
  (NEXT_STATUSES[from] as readonly RunStatus[]).includes(to);

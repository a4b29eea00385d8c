/**
 * The statuses of a payroll run, and which may follow which. Code and tests share this one table; `docs/payroll.md` says
 * in words what each transition means.
 */
export const NEXT_STATUSES = {
  DRAFT: ['QUEUED', 'CANCELLED'],
  QUEUED: ['PREPARING', 'CANCELLED', 'FAILED'],
  PREPARING: ['CALCULATING', 'CANCELLED', 'FAILED'],
  CALCULATING: ['BLOCKED', 'AWAITING_APPROVAL', 'APPROVED', 'CANCELLED', 'FAILED'],
  BLOCKED: ['PREPARING', 'REJECTED', 'CANCELLED', 'FAILED'],
  AWAITING_APPROVAL: ['PREPARING', 'APPROVED', 'REJECTED', 'CANCELLED', 'FAILED'],
  APPROVED: ['PAYING', 'CANCELLED', 'FAILED'],
  PAYING: ['PAID', 'PARTIALLY_PAID', 'FAILED'],
  PAID: ['PARTIALLY_PAID', 'COMPENSATING'],
  PARTIALLY_PAID: ['PAID', 'COMPENSATING'],
  REJECTED: [],
  CANCELLED: [],
  // A redrive goes back to the status in which the workflow failed; the run remembers it.
  FAILED: ['QUEUED', 'PREPARING', 'CALCULATING', 'BLOCKED', 'AWAITING_APPROVAL', 'APPROVED', 'PAYING', 'CANCELLED'],
  COMPENSATING: ['VOIDED', 'PARTIALLY_PAID'],
  VOIDED: [],
} as const satisfies Record<string, readonly string[]>;

export type RunStatus = keyof typeof NEXT_STATUSES;

/** Whether nothing follows `status` any more. */
export const isFinal = (status: RunStatus): boolean => NEXT_STATUSES[status].length === 0;

/** Whether a run may go from one status to the other. */
export const mayFollow = (from: RunStatus, to: RunStatus): boolean =>
  (NEXT_STATUSES[from] as readonly RunStatus[]).includes(to);

/** Statuses from which a decision was taken that money follows: from here on a period counts as paid by this run. */
const COMMITTED: readonly RunStatus[] = ['APPROVED', 'PAYING', 'PAID', 'PARTIALLY_PAID', 'COMPENSATING'];

/** Whether the run's payslips are approved, so that employees may see them and no other run may pay the period. */
export const isCommitted = (status: RunStatus): boolean => COMMITTED.includes(status);

/** Whether what the run comes to is calculated and does not change by itself any more. */
export const isCalculated = (status: RunStatus): boolean =>
  status === 'BLOCKED' || status === 'AWAITING_APPROVAL' || isCommitted(status) || isPosted(status);

/** Statuses of a run whose amounts are in the years to date and in the ledger. */
const POSTED: readonly RunStatus[] = ['PAID', 'PARTIALLY_PAID', 'COMPENSATING', 'VOIDED'];

/** Whether the run's amounts are in the years to date and in the ledger. What took a voided run back is posted beside it. */
export const isPosted = (status: RunStatus): boolean => POSTED.includes(status);

/** Employees of a posted run whose money did not reach them, or was reversed. Absent: none. */
export type Unpaid = {
  readonly failedCount?: number;
  readonly returnedCount?: number;
  readonly reversedCount?: number;
};

/** What a posted run is: `PAID` once everybody in it has their pay. */
export const paidStatusOf = ({ failedCount = 0, returnedCount = 0, reversedCount = 0 }: Unpaid): RunStatus =>
  failedCount + returnedCount + reversedCount === 0 ? 'PAID' : 'PARTIALLY_PAID';

/** Statuses in which the workflow waits for people: to decide, or to fix what blocks the run. */
const WAITING: readonly RunStatus[] = ['BLOCKED', 'AWAITING_APPROVAL'];

/** Whether the workflow waits for people, so that the run may be calculated again. */
export const isWaiting = (status: RunStatus): boolean => WAITING.includes(status);

/** Statuses in which a run has a workflow, or is about to get one: it moves the run, or waits with it for people. */
const DRIVEN: readonly RunStatus[] = ['QUEUED', 'PREPARING', 'CALCULATING', ...WAITING, 'APPROVED', 'PAYING'];

/** Whether a workflow moves the run or waits with it, so that a run without one would stand still for ever. */
export const isDriven = (status: RunStatus): boolean => DRIVEN.includes(status);

/** Statuses in which a run has ended and nobody is paid by it. */
const ENDED_UNPAID: readonly RunStatus[] = ['CANCELLED', 'REJECTED', 'VOIDED'];

/**
 * Whether another run may pay what this one was to pay. A failed run makes room only if it failed before it was approved:
 * later on its money may be on the way, and it is redriven.
 */
export const makesRoom = ({ status, failedFrom }: { status: RunStatus; failedFrom?: RunStatus }): boolean =>
  ENDED_UNPAID.includes(status) || (status === 'FAILED' && !(failedFrom && isCommitted(failedFrom)));

import type { PayrollRunStatus } from '../../generated/schema.ts';

const CALCULATING: readonly PayrollRunStatus[] = ['QUEUED', 'PREPARING', 'CALCULATING'];
const BEING_PAID: readonly PayrollRunStatus[] = ['APPROVED', 'PAYING', 'COMPENSATING'];

/** Whether what the run comes to is still being calculated. */
export const isCalculating = (status: PayrollRunStatus): boolean => CALCULATING.includes(status);

/** Whether a run at this status continues by itself. */
export const isInProgress = (status: PayrollRunStatus): boolean => isCalculating(status) || BEING_PAID.includes(status);

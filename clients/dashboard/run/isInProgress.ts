import type { PayrollRunStatus } from '../../generated/schema.ts';

const IN_PROGRESS: readonly PayrollRunStatus[] = ['QUEUED', 'PREPARING', 'CALCULATING'];

/** Whether a run at this status goes on by itself. */
export const isInProgress = (status: PayrollRunStatus): boolean => IN_PROGRESS.includes(status);

import { type RunPayments, runPaymentsOf } from '../table/payments.ts';
import type { RunRecord } from '../table/payrollRun.ts';

/** What a list of a run's items must know of the run. */
export interface PaidRun {
  segmentCount: number;
  payments: RunPayments;
}

export function paidRunOf(run: RunRecord | null): PaidRun {
  return { segmentCount: run && run.segmentCount ? run.segmentCount : 0, payments: runPaymentsOf(run) };
}

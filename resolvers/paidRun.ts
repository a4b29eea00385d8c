import { type RunPayments, runPaymentsOf } from '../table/payments.ts';
import type { RunRecord } from '../table/payrollRun.ts';

/** What whoever lists items of a run must know of it. */
export interface PaidRun {
  segmentCount: number;
  payments: RunPayments;
}

export function paidRunOf(run: RunRecord | null): PaidRun {
  return { segmentCount: run && run.segmentCount ? run.segmentCount : 0, payments: runPaymentsOf(run) };
}

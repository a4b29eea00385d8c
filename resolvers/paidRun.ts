import type { RunRecord } from '../table/payrollRun.ts';

/** What whoever lists items of a run must know of it. */
export interface PaidRun {
  segmentCount: number;
  /** When the run's payment files were handed over. */
  submittedAt: string | null;
}

export function paidRunOf(run: RunRecord | null): PaidRun {
  if (!run) return { segmentCount: 0, submittedAt: null };
  return { segmentCount: run.segmentCount ?? 0, submittedAt: run.paymentsSubmittedAt ?? null };
}

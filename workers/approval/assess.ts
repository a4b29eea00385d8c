import { type RunFigures, type VarianceThresholds, variancesOf } from '../../payroll/comparison/variance.ts';
import type { EnteredNotPaid } from '../../payroll/enteredNotPaid.ts';
import { cents } from '../../payroll/money.ts';
import { type Requirement, requirementsOf } from '../../payroll/requirements.ts';
import { openNoticesOf } from './openNoticesOf.ts';
import { lastCommittedRunBefore, type RunRecord } from '../../table/payrollRun.ts';
import type { RunProgressRecord } from '../../table/runProgress.ts';

/** What must be known, mended or decided before a calculated run may be paid. */
export interface Assessment {
  requirements: Requirement[];
  /** How many different people must approve. */
  requiredApprovals: number;
}

/**
 * Looks at a run whose segments are all counted. A regular run is compared with the last one of its pay group: where gross,
 * net or headcount differs by more than the company allows, two people must approve.
 */
export async function assess(
  run: RunRecord,
  progress: RunProgressRecord,
  enteredNotPaid: readonly EnteredNotPaid[],
  nowMs: number,
): Promise<Assessment> {
  // It pays nobody, and a person decided on it already when the void was asked for.
  if (run.type === 'REVERSAL') return { requirements: [], requiredApprovals: 1 };
  const lastRun = run.type === 'REGULAR' ? await lastCommittedRunBefore(run) : undefined;
  const variances = variancesOf(
    figuresOf(progress, progress),
    lastRun?.totals && figuresOf(lastRun, lastRun.totals),
    thresholdsOf(run),
  );
  const requirements = requirementsOf({
    employeeCount: progress.calculatedCount + progress.failedCount,
    failedCount: progress.failedCount,
    netPay: { directDepositCents: cents(progress.directDepositCents), checkCents: cents(progress.checkCents) },
    checkCount: progress.checkCount,
    hasFundingAccount: run.fundingAccountId !== undefined,
    payDate: run.period.payDate,
    nowMs,
    variances,
    enteredNotPaid,
    ...(await openNoticesOf(run)),
  });
  return { requirements, requiredApprovals: variances.some(({ isAboveThreshold }) => isAboveThreshold) ? 2 : 1 };
}

function thresholdsOf({ secondApproverAbovePpm }: RunRecord): VarianceThresholds {
  if (secondApproverAbovePpm === undefined) return {};
  const threshold = secondApproverAbovePpm;
  return { employeeCount: threshold, grossPayCents: threshold, netPayCents: threshold };
}

/** The headcount of a comparison is who is paid. */
const figuresOf = (
  { calculatedCount = 0 }: { calculatedCount?: number },
  totals: Omit<RunFigures, 'employeeCount'>,
): RunFigures => ({
  employeeCount: calculatedCount,
  grossPayCents: totals.grossPayCents,
  employeeTaxesCents: totals.employeeTaxesCents,
  deductionsCents: totals.deductionsCents,
  reimbursementsCents: totals.reimbursementsCents,
  netPayCents: totals.netPayCents,
  employerTaxesCents: totals.employerTaxesCents,
});

export const isBlocking = ({ severity }: Requirement): boolean => severity === 'BLOCKING';

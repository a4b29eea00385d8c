import { util } from '@aws-appsync/utils';
import type { PaymentState, PayrollRun } from '../clients/generated/schema.ts';
import { hasSettled } from '../table/payments.ts';
import type { RunRecord } from '../table/payrollRun.ts';
import { moneyOf } from './money.ts';

/** A run as the API shows it: without its task token. */
export function payrollRunOf(run: RunRecord): PayrollRun {
  const totals = run.totals;
  return {
    runId: run.runId,
    payGroupId: run.payGroupId,
    type: run.type,
    sequence: run.sequence,
    period: { startDate: run.period.startDate, endDate: run.period.endDate, payDate: run.period.payDate },
    status: run.status,
    statusReason: run.statusReason ?? null,
    employeeCount: run.employeeCount ?? null,
    calculatedCount: run.calculatedCount ?? null,
    failedCount: run.failedCount ?? null,
    controlTotals: totals
      ? {
          grossPay: moneyOf(totals.grossPayCents),
          employeeTaxes: moneyOf(totals.employeeTaxesCents),
          deductions: moneyOf(totals.deductionsCents),
          reimbursements: moneyOf(totals.reimbursementsCents),
          netPay: moneyOf(totals.netPayCents),
          employerTaxes: moneyOf(totals.employerTaxesCents),
        }
      : null,
    calculationHash: run.calculationHash ?? null,
    startedBy: run.startedBy,
    startedAt: run.startedAt,
    preparedBy: run.preparers ?? [],
    decidedBy: run.decidedBy ?? null,
    decidedAt: run.decidedAt ?? null,
    approvalDeadline: run.approvalDeadline ?? null,
    approvals: run.approvals ?? [],
    requiredApprovals: run.requiredApprovals ?? null,
    calculation: run.calculation ?? null,
    excludedCount: run.excludedCount ?? null,
    returnedCount: run.returnedCount ?? null,
    reversesRunId: run.reversesRunId ?? null,
    correctsRunId: run.correctsRunId ?? null,
    reversedByRunIds: run.reversedByRunIds ?? [],
    paidAt: run.paidAt ?? null,
    paymentState: paymentStateOf(run),
    settlesOn: run.effectiveEntryDate ?? null,
    version: run.version,
  };
}

/** Where the money of its files is; null where none is needed. */
function paymentStateOf(run: RunRecord): PaymentState | null {
  if (!run.totals || run.paymentFileCount === 0) return null;
  if (!run.paymentsSubmittedAt) return 'PLANNED';
  if (!run.paymentsDeliveredAt) return 'READY';
  const today = util.time.nowISO8601().slice(0, 10);
  return hasSettled(run.paymentsDeliveredAt, run.effectiveEntryDate, today) ? 'SETTLED' : 'DELIVERED';
}

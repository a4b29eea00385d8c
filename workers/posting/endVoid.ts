import { paidStatusOf } from '../../payroll/runStatus.ts';
import { reopenItems } from '../../table/changes.ts';
import { type Cause, getRun, moveItems, type RunRecord } from '../../table/payrollRun.ts';
import type { TransactItem } from '../../table/transact.ts';
import { PayrollAssertionFailed } from '../calculation/PayrollAssertionFailed.ts';

/**
 * The writes that end a void, for the transaction that ends its reversal run: the run that was taken back is `VOIDED` when
 * nobody's pay stands any more, and otherwise what it is for those whose pay stands.
 */
export async function endVoid(reversal: RunRecord, cause: Cause): Promise<TransactItem[]> {
  const { runId, calculatedCount = 0 } = reversal;
  const original = await originalOfVoid(reversal);
  const reversedCount = (original.reversedCount ?? 0) + calculatedCount;
  const reason = `Run ${runId} took back the pay of ${calculatedCount} employees.`;
  if (reversedCount < (original.calculatedCount ?? 0)) {
    const to = paidStatusOf({ ...original, reversedCount });
    return moveItems(original, to, { ...cause, reason }, { reversedCount }).items;
  }
  return [
    ...moveItems(original, 'VOIDED', { ...cause, reason }, { reversedCount }).items,
    // Another run may pay the period now.
    ...reopenItems(original),
  ];
}

/** The run that a reversal reverses, which waits for its end. */
export async function originalOfVoid({ companyId, runId, reversesRunId = '' }: RunRecord): Promise<RunRecord> {
  const original = await getRun(companyId, reversesRunId);
  if (original?.status !== 'COMPENSATING')
    throw new PayrollAssertionFailed(`run ${runId} reverses ${reversesRunId}, which is ${original?.status}`);
  return original;
}

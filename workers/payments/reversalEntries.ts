import { cents } from '../../payroll/money.ts';
import { reversalWindow } from '../../payroll/payments/reversalWindow.ts';
import { getEmployeesAt } from '../../table/employee.ts';
import { decodePayments } from '../../table/payments.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import { type CalculatedItem, getRunItems, type PaymentState } from '../../table/runItem.ts';
import type { Segment } from '../../workflows/payrollRun.ts';
import { PayrollAssertionFailed } from '../calculation/PayrollAssertionFailed.ts';
import type { AccountVault } from '../secrets/AccountVault.ts';
import { depositFor } from './depositFor.ts';
import { easternTime } from './easternTime.ts';
import { individualIdOf } from './individualId.ts';
import type { PreparedEntry } from './PreparedEntry.ts';

/**
 * The debits that take back what a run paid to the employees of a segment: each from the account that the money went to, as
 * long as its window is open. What came back from the bank is not there to be taken.
 * @param original the run that is taken back  @param today in US Eastern time
 */
export async function reversalEntries(
  run: RunRecord,
  original: RunRecord,
  segment: Segment,
  items: readonly CalculatedItem[],
  today: string,
  vault: AccountVault,
): Promise<PreparedEntry[]> {
  const { reverses } = segment;
  if (!reverses) throw new PayrollAssertionFailed(`segment ${segment.segment} of ${run.runId} takes nothing back`);
  const paid = new Map(
    (await getRunItems(run.companyId, reverses.runId, reverses.segment)).map((item) => [item.employeeId, item]),
  );
  const versions = new Map(segment.employees.map(([employeeId, version]) => [employeeId, version]));
  const errorFoundDate = easternTime(run.startedAt).date;
  const debits = items.flatMap(({ employeeId, employeeName, payments }) => {
    const item = paid.get(employeeId);
    if (item?.status !== 'CALCULATED')
      throw new PayrollAssertionFailed(`${employeeId} was not paid by ${reverses.runId}`);
    return decodePayments(payments).flatMap(({ split, method, amountCents }) => {
      const state: PaymentState | undefined = item.paymentStates?.[split];
      if (method === 'CHECK' || state?.status === 'RETURNED' || state?.status === 'PAID_BY_HAND') return [];
      const settlementDate = state?.effectiveEntryDate ?? original.effectiveEntryDate ?? original.period.payDate;
      const window = reversalWindow({ settlementDate, errorFoundDate }, today);
      if (!window.ok) return [];
      const { effectiveEntryDate } = window.value;
      const version = state?.employeeVersion ?? versions.get(employeeId) ?? 0;
      return [{ employeeId, employeeName, split, version, amountCents: -amountCents, effectiveEntryDate }];
    });
  });
  const accounts = new Map(
    await Promise.all(
      // An employee may have been paid to accounts of two versions, when a part was paid again.
      [...Map.groupBy(debits, ({ version }) => version)].map(async ([version, ofVersion]) => {
        const ids = [...new Set(ofVersion.map(({ employeeId }) => employeeId))];
        const wanted = ids.map((employeeId) => ({ employeeId, version }));
        return [version, await getEmployeesAt(run.companyId, wanted)] as const;
      }),
    ),
  );
  return debits.map(({ employeeId, employeeName, split, version, amountCents, effectiveEntryDate }) => {
    const employee = accounts.get(version)?.get(employeeId);
    const deposit = employee && depositFor(employee, split);
    if (!deposit) throw new PayrollAssertionFailed(`${employeeId} has no account for part ${split} of net pay`);
    const { accountType, routingNumber, sealed } = deposit;
    return {
      accountType,
      routingNumber,
      accountNumber: vault.open({ ownerId: employeeId, accountType, routingNumber }, sealed),
      transaction: 'DEBIT',
      isPrenote: false,
      amountCents: cents(amountCents),
      individualId: individualIdOf(employeeId, split),
      individualName: employeeName,
      effectiveEntryDate,
    };
  });
}

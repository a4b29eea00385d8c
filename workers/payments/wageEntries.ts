import { cents, ZERO } from '../../payroll/money.ts';
import { type EmployeeRecord, getEmployeesAt } from '../../table/employee.ts';
import type { FundingAccountRecord } from '../../table/fundingAccount.ts';
import { decodePayments } from '../../table/payments.ts';
import type { CalculatedItem } from '../../table/runItem.ts';
import type { Segment } from '../../workflows/payrollRun.ts';
import { PayrollAssertionFailed } from '../calculation/PayrollAssertionFailed.ts';
import type { AccountVault } from '../secrets/AccountVault.ts';
import { individualIdOf } from './individualId.ts';
import type { PreparedEntry } from './PreparedEntry.ts';

/**
 * The credits of a segment's employees, each to the account that was on record when the run's inputs were frozen; and a
 * prenote for each account that was not tried out yet, where the funding account asks for them.
 */
export async function wageEntries(
  segment: Segment,
  items: readonly CalculatedItem[],
  effectiveEntryDate: string,
  { sendsPrenotes }: FundingAccountRecord,
  vault: AccountVault,
): Promise<PreparedEntry[]> {
  const payments = new Map(
    items.map((item) => [
      item.employeeId,
      decodePayments(item.payments).filter(({ method }) => method === 'DIRECT_DEPOSIT'),
    ]),
  );
  const concerned = items.filter(({ employeeId }) => sendsPrenotes || payments.get(employeeId)?.length);
  const employees = await employeesOf(segment, concerned);
  return concerned.flatMap(({ employeeId, employeeName }) => {
    const employee = employees.get(employeeId);
    if (!employee) throw new Error(`employee ${employeeId} was not read`);
    const deposits = new Map((employee.directDeposits ?? []).map((deposit) => [deposit.split, deposit]));
    const entryTo = (split: number, isPrenote: boolean, amountCents: number): PreparedEntry => {
      const deposit = deposits.get(split);
      if (!deposit) throw new PayrollAssertionFailed(`${employeeId} has no account for part ${split} of net pay`);
      const { accountType, routingNumber, sealed } = deposit;
      return {
        accountType,
        routingNumber,
        accountNumber: vault.open({ ownerId: employeeId, accountType, routingNumber }, sealed),
        transaction: 'CREDIT',
        isPrenote,
        amountCents: isPrenote ? ZERO : cents(amountCents),
        individualId: individualIdOf(employeeId, split),
        individualName: employeeName,
        effectiveEntryDate,
      };
    };
    const wages = (payments.get(employeeId) ?? []).map(({ split, amountCents }) => entryTo(split, false, amountCents));
    const untried = sendsPrenotes ? [...deposits.values()].filter(({ prenotedOn }) => prenotedOn === undefined) : [];
    return [...wages, ...untried.map(({ split }) => entryTo(split, true, 0))];
  });
}

function employeesOf(
  { companyId, employees }: Segment,
  items: readonly CalculatedItem[],
): Promise<Map<string, EmployeeRecord>> {
  const concerned = new Set(items.map(({ employeeId }) => employeeId));
  return getEmployeesAt(
    companyId,
    employees
      .filter(([employeeId]) => concerned.has(employeeId))
      .map(([employeeId, version]) => ({ employeeId, version })),
  );
}

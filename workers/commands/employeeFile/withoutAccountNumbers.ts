import type { EmployeeInput } from '../../../clients/generated/schema.ts';
import type { AccountVault } from '../../secrets/AccountVault.ts';

/** A row that nobody has read yet: any member of it may be anything. */
type UnreadRow = { readonly directDeposits?: unknown } | null;

/** The input as the record of the command may know it: with a keyed fingerprint in place of each account number. */
export function withoutAccountNumbers(employee: EmployeeInput, vault: AccountVault): EmployeeInput {
  const deposits = (employee as UnreadRow)?.directDeposits;
  if (!Array.isArray(deposits)) return employee;
  const recorded = deposits.map((deposit: { readonly accountNumber?: unknown } | null) => {
    const accountNumber = deposit?.accountNumber;
    return typeof accountNumber === 'string'
      ? { ...deposit, accountNumber: vault.fingerprint(accountNumber) }
      : deposit;
  });
  return { ...employee, directDeposits: recorded as NonNullable<EmployeeInput['directDeposits']> };
}

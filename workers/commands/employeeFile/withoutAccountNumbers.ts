import type { EmployeeInput } from '../../../clients/generated/schema.ts';
import type { AccountVault } from '../../secrets/AccountVault.ts';

/** The input as the record of the command may know it: with a keyed fingerprint in place of each account number. */
export const withoutAccountNumbers = (employee: EmployeeInput, vault: AccountVault): EmployeeInput =>
  employee.directDeposits
    ? {
        ...employee,
        directDeposits: employee.directDeposits.map((deposit) => ({
          ...deposit,
          accountNumber: vault.fingerprint(deposit.accountNumber),
        })),
      }
    : employee;

import type { DirectDeposit } from '../../../table/employee.ts';
import type { AccountVault } from '../../secrets/AccountVault.ts';
import { endOfAccount } from '../../secrets/endOfAccount.ts';
import { withoutAbsent } from '../withoutAbsent.ts';
import type { OpenDeposit } from './directDepositsOf.ts';

/**
 * Seals the accounts of an employee. One that the employee has already keeps its seal, and with it what its prenote brought:
 * the same input changes nothing.
 */
export function sealDeposits(
  employeeId: string,
  deposits: readonly OpenDeposit[],
  previous: readonly DirectDeposit[],
  vault: AccountVault,
): DirectDeposit[] {
  return deposits.map(({ split, accountType, routingNumber, accountNumber, recorded, amountCents, ratePpm }) => {
    const owner = { ownerId: employeeId, accountType, routingNumber };
    const known =
      recorded ??
      previous.find(
        (deposit) =>
          deposit.accountType === accountType &&
          deposit.routingNumber === routingNumber &&
          vault.open(owner, deposit.sealed) === accountNumber,
      );
    return withoutAbsent<DirectDeposit>({
      split,
      accountType,
      routingNumber,
      last4: known?.last4 ?? endOfAccount(accountNumber),
      sealed: known?.sealed ?? vault.seal(owner, accountNumber),
      amountCents,
      ratePpm,
      prenotedOn: known?.prenotedOn,
      prenoteReturnCode: known?.prenoteReturnCode,
    });
  });
}

import { type ErrorCode, type Refusal, refuse } from '../errors.ts';
import { isRoutingNumber } from './isRoutingNumber.ts';

export type BankAccount = {
  readonly accountType: 'CHECKING' | 'SAVINGS';
  /** The bank: nine digits, the last of which checks the others. */
  readonly routingNumber: string;
  /** As the bank writes it: 4 to 17 letters, digits or hyphens. */
  readonly accountNumber: string;
};

const ACCOUNT_NUMBER = /^[0-9A-Za-z-]{4,17}$/;

/**
 * What keeps money from being sent to an account. Only the form can be checked: whether the account exists, a prenote
 * tells. The message never holds the account number.
 * @param field path of the account in the input, for example `directDeposits[0]`
 * @returns `INVALID_BANK_ACCOUNT`, or `undefined` when nothing is wrong
 */
export function bankAccountProblem(
  { routingNumber, accountNumber }: BankAccount,
  field: string,
): Refusal<ErrorCode> | undefined {
  if (!isRoutingNumber(routingNumber)) {
    const problem = `"${routingNumber.slice(0, 20)}" is not nine digits with a right check digit.`;
    return refuse('INVALID_BANK_ACCOUNT', problem, 'Take the routing number from a check.', `${field}.routingNumber`);
  }
  if (!ACCOUNT_NUMBER.test(accountNumber)) {
    const problem = 'The account number is not 4 to 17 letters, digits or hyphens.';
    return refuse('INVALID_BANK_ACCOUNT', problem, 'Take it from a check, without blanks.', `${field}.accountNumber`);
  }
  return undefined;
}

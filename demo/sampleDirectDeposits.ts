import type { DirectDepositInput } from '../clients/generated/schema.ts';

/** Passes the check digit and belongs to no bank. */
export const SAMPLE_ROUTING_NUMBER = '123456780';

/** Nine in ten are paid to an account, one in seven of them to two; one in five hundred has an account that is not there. */
export function sampleDirectDeposits(number: number): DirectDepositInput[] {
  if (number % 10 === 9) return [];
  const digits = String(number).padStart(9, '0');
  // The sample bank returns an account number like this one with the code that it begins with.
  const accountNumber = number % 500 === 123 ? `R03${digits}` : `40${digits}`;
  const rest = { accountType: 'CHECKING', routingNumber: SAMPLE_ROUTING_NUMBER, accountNumber } as const;
  if (number % 7 !== 0) return [rest];
  return [{ ...rest, accountType: 'SAVINGS', accountNumber: `70${digits}`, amount: '150.00' }, rest];
}

import type { BankAccount } from '../BankAccount.ts';

/**
 * What a notice of change names in place of what an entry went out with. Codes that change no account (a name, an id, the
 * company) and texts that do not fit their code name nothing: a person reads them.
 * @param information the corrected data of the addenda
 * @example changedAccount('C01', '33333333') // { accountNumber: '33333333' }
 * Source: Nacha Operating Rules, notifications of change, corrected data by change code.
 */
export function changedAccount(code: string, information: string): Partial<BankAccount> | undefined {
  const words = information.split(/ +/);
  const [first = '', second = '', third = ''] = words;
  switch (code) {
    case 'C01':
      return words.length === 1 ? { accountNumber: first } : undefined;
    case 'C02':
      return words.length === 1 ? { routingNumber: first } : undefined;
    case 'C03':
      return words.length === 2 ? { routingNumber: first, accountNumber: second } : undefined;
    case 'C05':
      return words.length === 1 ? typeOf(first) : undefined;
    case 'C06': {
      const type = typeOf(second);
      return words.length === 2 && type ? { accountNumber: first, ...type } : undefined;
    }
    case 'C07': {
      // The account number follows the nine digits of the bank, with or without a blank.
      const [routingNumber, accountNumber, transactionCode] =
        words.length === 3 ? [first, second, third] : [first.slice(0, 9), first.slice(9), second];
      const type = typeOf(transactionCode);
      return words.length <= 3 && type ? { routingNumber, accountNumber, ...type } : undefined;
    }
    default:
      return undefined;
  }
}

/** Transaction codes of credits: 2x goes to a checking account, 3x to a savings account. */
function typeOf(transactionCode: string): Pick<BankAccount, 'accountType'> | undefined {
  if (/^2[2-9]$/.test(transactionCode)) return { accountType: 'CHECKING' };
  return /^3[2-9]$/.test(transactionCode) ? { accountType: 'SAVINGS' } : undefined;
}

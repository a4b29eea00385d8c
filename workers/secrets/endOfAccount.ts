/** What may be shown of an account number: its last four characters, or half of a short one. */
export const endOfAccount = (accountNumber: string): string =>
  accountNumber.slice(-Math.min(4, Math.floor(accountNumber.length / 2)));

/** What is shown of an account number: `****6789`; nothing where there is no account. */
export const maskedAccountNumber = (last4: string): string | undefined => (last4 === '' ? undefined : `****${last4}`);

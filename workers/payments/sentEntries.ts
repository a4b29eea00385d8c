import type { BankAccount } from '../../payroll/payments/BankAccount.ts';

/** An entry as it stands in a file that was sent. */
export interface SentEntry {
  traceNumber: string;
  individualId: string;
  individualName: string;
  amountCents: number;
  isPrenote: boolean;
  /** It moves money of the funding account, for the balance of a batch. */
  isOffset: boolean;
  account: BankAccount;
}

/** The last digit of the transaction codes of prenotes. */
const PRENOTES = ['3', '8'];

/** The entries of a payment file, read from its lines. */
export function* sentEntries(text: string): Generator<SentEntry> {
  for (const line of text.split('\n')) {
    if (!line.startsWith('6')) continue;
    const individualId = line.slice(39, 54).trim();
    yield {
      traceNumber: line.slice(79, 94),
      // Files of before had a hyphen in it.
      individualId: individualId.replace('-', ''),
      individualName: line.slice(54, 76).trim(),
      amountCents: Number(line.slice(29, 39)),
      isPrenote: PRENOTES.includes(line.charAt(2)),
      isOffset: individualId === 'OFFSET',
      account: {
        accountType: line.charAt(1) === '2' ? 'CHECKING' : 'SAVINGS',
        routingNumber: line.slice(3, 12),
        accountNumber: line.slice(12, 29).trim(),
      },
    };
  }
}

import { cents, formatMoney } from '../../payroll/money.ts';
import type { PaymentFileRecord } from '../../table/paymentFile.ts';

const KINDS: Readonly<Record<PaymentFileRecord['kind'], string>> = {
  WAGES: 'Wages',
  RETRY: 'Wages paid again',
  REVERSAL: 'Reversal',
};

/** What the person who hands a file to the bank compares with what the bank shows. */
export function controlSheet(file: PaymentFileRecord, fileName: string): string {
  const lines: [string, string][] = [
    ['File', fileName],
    ['Contents', KINDS[file.kind]],
    ['Run', file.runId],
    ['Funding account', file.fundingAccountId],
    ['Settles on', file.effectiveEntryDate],
    ['Entries', String(file.entryCount)],
    ['Total credits', `${formatMoney(cents(file.totalCreditCents))} USD`],
    ['Total debits', `${formatMoney(cents(file.totalDebitCents))} USD`],
    ['Written at', file.writtenAt],
    ['SHA-256', file.hash],
  ];
  return lines.map(([name, value]) => `${name.padEnd(16)} ${value}\n`).join('');
}

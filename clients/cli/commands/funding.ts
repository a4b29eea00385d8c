import { command } from '../Command.ts';

export const funding = [
  command({
    name: 'funding list',
    summary: 'List the accounts that wages are paid from.',
    examples: ['funding list'],
    load: () => import('./funding/list.ts'),
  }),
  command({
    name: 'funding set',
    summary:
      'Create or replace a funding account. Its number comes from PAYROLL_ACCOUNT_NUMBER, or from standard input, and ' +
      'is never shown again.',
    words: {
      account: { kind: 'text', of: 'ID', says: 'the account, by the name that the company chose', required: true },
    },
    options: {
      name: { kind: 'text', of: 'NAME', says: 'what the office calls it', required: true },
      bank: { kind: 'text', of: 'NAME', says: 'the bank', required: true },
      routing: { kind: 'text', of: 'NUMBER', says: 'nine digits', required: true },
      type: { kind: 'choice', values: ['CHECKING', 'SAVINGS'], says: 'kind of account (CHECKING)' },
      companyIdentification: { kind: 'text', of: 'ID', says: 'ten characters that the bank gave', required: true },
      companyEntryName: { kind: 'text', of: 'NAME', says: 'on the statements of employees, 1 to 16', required: true },
      prenotes: { kind: 'flag', says: 'try new accounts of employees with a prenote first' },
      balanced: { kind: 'flag', says: 'the bank wants balanced files: each batch debits this account' },
      destination: { kind: 'text', of: 'NUMBER', says: 'routing number of who takes the files (that of the account)' },
      origin: { kind: 'text', of: 'ID', says: 'the sender as the bank names it (--company-identification)' },
      odfi: { kind: 'text', of: 'NUMBER', says: 'routing number of the originating bank (that of the account)' },
    },
    examples: [
      'funding set main --name Wages --bank "First Bank" --routing 011000015 --company-identification 1123456789 ' +
        '--company-entry-name ACME < number.txt',
    ],
    effect: 'CHANGE',
    load: () => import('./funding/set.ts'),
  }),
];

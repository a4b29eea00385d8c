import { command } from '../Command.ts';

const YEAR = {
  year: { kind: 'whole', of: 'YEAR', says: 'calendar year of the pay dates', required: true },
} as const;

export const taxes = [
  command({
    name: 'taxes due',
    summary: 'List what is owed to tax authorities until when, and what was deposited; with what is missing for it.',
    words: YEAR,
    examples: ['taxes due 2026'],
    load: () => import('./taxes/due.ts'),
  }),
  command({
    name: 'taxes deposit',
    summary: 'Mark a tax liability as deposited. No money moves by this.',
    words: {
      liability: { kind: 'text', of: 'LIABILITY', says: 'the liability, as "taxes due" shows it', required: true },
    },
    options: {
      amount: { kind: 'text', of: 'AMOUNT', says: 'what was deposited', required: true },
      on: { kind: 'date', of: 'DATE', says: 'when', required: true },
      confirmation: { kind: 'text', of: 'TEXT', says: 'what the tax office answered', required: true },
    },
    examples: ['taxes deposit US_941_2026-11-27 --amount 4120.55 --on 2026-12-01 --confirmation 270612345678901'],
    effect: 'CHANGE',
    load: () => import('./taxes/deposit.ts'),
  }),
  command({
    name: 'taxes profile',
    summary: 'Record what tax offices must know of the company. What is left out stays as it is.',
    options: {
      ein: { kind: 'text', of: 'EIN', says: 'employer identification number' },
      legalName: { kind: 'text', of: 'NAME', says: 'as the IRS knows it' },
      schedule: { kind: 'choice', values: ['MONTHLY', 'SEMIWEEKLY'], says: 'how Form 941 taxes are deposited' },
      contactName: { kind: 'text', of: 'NAME', says: 'who answers for the returns' },
      contactPhone: { kind: 'text', of: 'NUMBER', says: 'telephone' },
      contactEmail: { kind: 'text', of: 'ADDRESS', says: 'e-mail' },
      stateAccounts: {
        kind: 'list',
        of: 'STATE:WITHHOLDING:UNEMPLOYMENT',
        says: 'account numbers of the states, such as CA:123-4567-8:123-4567-8; all of them',
      },
    },
    examples: ['taxes profile --ein 12-3456789 --legal-name "ACME Inc." --schedule SEMIWEEKLY'],
    effect: 'CHANGE',
    load: () => import('./taxes/profile.ts'),
  }),
];

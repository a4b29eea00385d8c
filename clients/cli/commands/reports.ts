import { command } from '../Command.ts';
import { PAGE, RUN } from './commonParameters.ts';

/** The commands on runs that answer figures. */
export const reports = [
  command({
    name: 'runs cash',
    summary: 'Show how much money must be where by when.',
    words: RUN,
    examples: ['runs cash run_2a'],
    load: () => import('./runs/cash.ts'),
  }),
  command({
    name: 'runs register',
    summary: 'Show the payroll register: an employee a row.',
    words: RUN,
    options: PAGE,
    examples: ['runs register run_2a --all', 'runs register run_2a --all --json'],
    load: () => import('./runs/register.ts'),
  }),
  command({
    name: 'runs journal',
    summary: 'Show the ledger entries that a run posted, each with its debits and credits.',
    words: RUN,
    options: PAGE,
    examples: ['runs journal run_2a --all'],
    load: () => import('./runs/journal.ts'),
  }),
  command({
    name: 'runs export',
    summary: 'Write a report, or all payslips, to a file: waits for the service to make it, then downloads it.',
    words: RUN,
    options: {
      report: {
        kind: 'choice',
        values: ['REGISTER', 'JOURNAL', 'PAYMENTS', 'PAYSLIPS'],
        says: 'what is written',
        required: true,
      },
      format: {
        kind: 'choice',
        values: ['CSV', 'JSONL', 'PDF', 'HTML'],
        says: 'CSV or JSONL for the reports, PDF or HTML for payslips',
        required: true,
      },
      output: { kind: 'text', of: 'FILE', says: 'where to, - for standard output', required: true },
    },
    examples: [
      'runs export run_2a --report register --format csv --output register.csv',
      'runs export run_2a --report payslips --format pdf --output payslips.zip',
    ],
    effect: 'CHANGE',
    load: () => import('./runs/export.ts'),
  }),
];

import { command } from '../Command.ts';
import { PAGE, RUN } from './commonParameters.ts';

const PAYMENT = {
  payment: { kind: 'text', of: 'PAYMENT', says: 'the payment, as "payments list" shows it', required: true },
} as const;

const FILE_OF_RUN = {
  ...RUN,
  file: { kind: 'text', of: 'FILE', says: 'the file, as "payments files" shows it', required: true },
} as const;

export const payments = [
  command({
    name: 'payments list',
    summary: 'List the payments of a run.',
    words: RUN,
    options: PAGE,
    examples: ['payments list run_2a --all'],
    load: () => import('./payments/list.ts'),
  }),
  command({
    name: 'payments returned',
    summary: 'List the returned payments of a run, each with its fix.',
    words: RUN,
    options: PAGE,
    examples: ['payments returned run_2a'],
    load: () => import('./payments/returned.ts'),
  }),
  command({
    name: 'payments files',
    summary: 'List the NACHA files of a run.',
    words: RUN,
    examples: ['payments files run_2a'],
    load: () => import('./payments/files.ts'),
  }),
  command({
    name: 'payments download',
    summary:
      'Fetch a NACHA file of a run for the bank, and print its control sheet. Who fetched it stands in the history of the run.',
    words: FILE_OF_RUN,
    options: {
      output: { kind: 'text', of: 'FILE', says: 'where to write it; - for standard output (its hash and .ach)' },
    },
    examples: ['payments download run_2a file_0a1b --output wages.ach'],
    role: 'PayrollApprover',
    effect: 'CHANGE',
    load: () => import('./payments/download.ts'),
  }),
  command({
    name: 'payments acknowledge',
    summary: 'Acknowledge that the bank has a file: from then on its payments count as delivered.',
    words: FILE_OF_RUN,
    options: { hash: { kind: 'text', of: 'SHA256', says: 'of the file that the bank has', required: true } },
    examples: ['payments acknowledge run_2a file_0a1b --hash 9f86d0'],
    role: 'PayrollApprover',
    effect: 'CHANGE',
    load: () => import('./payments/acknowledge.ts'),
  }),
  command({
    name: 'payments return',
    summary: 'Record that the bank returned a payment.',
    words: PAYMENT,
    options: { code: { kind: 'text', of: 'CODE', says: "the bank's return code, such as R03", required: true } },
    examples: ['payments return pay_2a_0_1_1 --code R03'],
    effect: 'CHANGE',
    load: () => import('./payments/return.ts'),
  }),
  command({
    name: 'payments return-file',
    summary:
      'Record what the bank returned, from its file: returns and notices of change. Each entry is recorded once, however often ' +
      'the file is handed in.',
    words: { file: { kind: 'text', of: 'FILE', says: 'the file as the bank sent it', required: true } },
    examples: ['payments return-file RETURNS.ach'],
    effect: 'CHANGE',
    load: () => import('./payments/returnFile.ts'),
  }),
  command({
    name: 'payments find',
    summary: 'Find payments by what a bank knows them by: at least one of the options.',
    options: {
      trace: { kind: 'text', of: 'NUMBER', says: 'trace number, fifteen digits' },
      individual: { kind: 'text', of: 'ID', says: 'individual id' },
      amount: { kind: 'text', of: 'AMOUNT', says: 'such as 1145.08' },
      settles: { kind: 'date', of: 'DATE', says: 'effective entry date' },
    },
    examples: ['payments find --trace 021001200000042', 'payments find --amount 1145.08 --settles 2026-11-27'],
    load: () => import('./payments/find.ts'),
  }),
  command({
    name: 'payments notices',
    summary: 'List what banks asked to be changed in the accounts of employees.',
    examples: ['payments notices'],
    load: () => import('./payments/notices.ts'),
  }),
  command({
    name: 'payments apply-notice',
    summary:
      "Record the account that a bank named in a notice of change. Not by the person who handed in the bank's file.",
    words: {
      notice: { kind: 'text', of: 'NOTICE', says: 'the notice, as "payments notices" shows it', required: true },
    },
    examples: ['payments apply-notice noc_0000000612ab34cd_1_021001200000042'],
    role: 'PayrollApprover',
    effect: 'CHANGE',
    load: () => import('./payments/applyNotice.ts'),
  }),
  command({
    name: 'payments by-hand',
    summary: 'Record that a returned deposit was paid by hand, or that a check was handed out.',
    words: PAYMENT,
    options: {
      reason: { kind: 'text', of: 'TEXT', says: 'how and why', required: true },
      check: { kind: 'text', of: 'NUMBER', says: 'the number of the check' },
    },
    examples: ['payments by-hand pay_2a_0_1_1 --reason "Check handed out on Friday" --check 1042'],
    role: 'PayrollApprover',
    effect: 'MONEY',
    load: () => import('./payments/byHand.ts'),
  }),
  command({
    name: 'payments retry',
    summary: 'Pay a returned payment again, to the account that is on record now.',
    words: PAYMENT,
    examples: ['payments retry pay_2a_0_1_1', 'payments retry pay_2a_0_1_1 --yes'],
    role: 'PayrollApprover',
    effect: 'MONEY',
    load: () => import('./payments/retry.ts'),
  }),
];

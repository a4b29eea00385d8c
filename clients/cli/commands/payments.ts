import { command } from '../Command.ts';
import { PAGE, RUN } from './commonParameters.ts';

const PAYMENT = {
  payment: { kind: 'text', of: 'PAYMENT', says: 'the payment, as "payments list" shows it', required: true },
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
    name: 'payments return',
    summary: 'Record that the bank returned a payment.',
    words: PAYMENT,
    options: { code: { kind: 'text', of: 'CODE', says: "the bank's return code, such as R03", required: true } },
    examples: ['payments return pay_2a_0_1_1 --code R03'],
    effect: 'CHANGE',
    load: () => import('./payments/return.ts'),
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

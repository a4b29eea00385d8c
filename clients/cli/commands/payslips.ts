import { command } from '../Command.ts';
import { PAYSLIP } from './commonParameters.ts';

export const payslips = [
  command({
    name: 'payslips show',
    summary: 'Show a payslip, named by its id or by its run and employee.',
    words: PAYSLIP,
    examples: ['payslips show slip_2a_0_1', 'payslips show run_2a emp_1'],
    load: () => import('./payslips/show.ts'),
  }),
  command({
    name: 'payslips explain',
    summary: 'Show how every line of a payslip came about: rule, source, and each step to the cent.',
    words: PAYSLIP,
    examples: ['payslips explain run_2a emp_1'],
    load: () => import('./payslips/explain.ts'),
  }),
  command({
    name: 'payslips verify',
    summary: 'Calculate a payslip again from its frozen inputs and compare every byte (exit code 1 when it differs).',
    words: PAYSLIP,
    examples: ['payslips verify slip_2a_0_1'],
    load: () => import('./payslips/verify.ts'),
  }),
  command({
    name: 'payslips document',
    summary: 'Download a payslip as a document; without --output, show an address that holds for 15 minutes.',
    words: PAYSLIP,
    options: {
      format: { kind: 'choice', values: ['PDF', 'HTML'], says: 'PDF if left out' },
      output: { kind: 'text', of: 'FILE', says: 'where to, - for standard output' },
    },
    examples: ['payslips document run_2a emp_1 --output payslip.pdf'],
    load: () => import('./payslips/document.ts'),
  }),
  command({
    name: 'payslips preview',
    summary:
      'Show a payslip as it would be with what is recorded now, or with other hours, earnings or pay. Stores nothing.',
    words: { employee: { kind: 'text', of: 'EMPLOYEE', says: 'the employee (emp_...)', required: true } },
    options: {
      period: { kind: 'date', of: 'YYYY-MM-DD', says: 'first day of the pay period', required: true },
      type: { kind: 'choice', values: ['REGULAR', 'OFF_CYCLE', 'BONUS', 'TERMINATION'], says: 'kind of run (REGULAR)' },
      sequence: { kind: 'whole', of: 'N', says: 'of the run (1)' },
      hours: { kind: 'list', of: 'WEEK:HOURS', says: 'hours of a workweek, such as 1:40' },
      earnings: { kind: 'list', of: 'TYPE:AMOUNT', says: 'an earning, such as BONUS:500.00' },
      annualSalary: { kind: 'text', of: 'AMOUNT', says: "another salary, a year's" },
      hourlyRate: { kind: 'text', of: 'AMOUNT', says: 'another hourly rate' },
    },
    examples: [
      'payslips preview emp_1 --period 2026-11-09',
      'payslips preview emp_1 --period 2026-11-09 --hours 1:40,2:46.5 --earnings BONUS:500.00',
    ],
    load: () => import('./payslips/preview.ts'),
  }),
  command({
    name: 'payslips calculate',
    summary:
      'Calculate a payslip for each line of a file, without the service. A line is one employee and one period, as ' +
      'docs/payslip-input.md describes it; a wrong line is answered with its error (exit code 1).',
    options: {
      input: { kind: 'text', of: 'FILE.jsonl', says: 'the file, - for standard input', required: true },
    },
    examples: ['payslips calculate --input payslips.jsonl --json'],
    load: () => import('./payslips/calculate.ts'),
  }),
];

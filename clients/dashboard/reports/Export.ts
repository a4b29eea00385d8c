import type { ExportOfRunQuery } from '../../generated/operations/graphql.ts';
import type { ReportFormat, ReportKind } from '../../generated/schema.ts';

/** An export of a run as the API answers it. */
export type Export = NonNullable<ExportOfRunQuery['operation']>;

export interface Report {
  kind: ReportKind;
  name: string;
  description: string;
  formats: readonly ReportFormat[];
}

/** What can be exported of a run. */
export const REPORTS: readonly Report[] = [
  {
    kind: 'REGISTER',
    name: 'Payroll register',
    description: 'An employee a row: gross, deductions, taxes, net.',
    formats: ['CSV', 'JSONL'],
  },
  {
    kind: 'JOURNAL',
    name: 'Journal',
    description: 'The balanced ledger entries that the run posted.',
    formats: ['CSV', 'JSONL'],
  },
  {
    kind: 'PAYMENTS',
    name: 'Payments',
    description: 'A payment a row: to whom, how much, by which way, and what became of it.',
    formats: ['CSV', 'JSONL'],
  },
  { kind: 'PAYSLIPS', name: 'Payslips', description: 'Everybody’s payslip, in one archive.', formats: ['PDF', 'HTML'] },
];

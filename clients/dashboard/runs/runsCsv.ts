import type { CsvCell } from '../../../payroll/csv.ts';
import { csvOf } from '../format/csvOf.ts';
import { statusInWords } from '../format/statusInWords.ts';
import { runTypeInWords } from '../format/runTypeInWords.ts';
import type { Run } from '../run/Run.ts';

const COLUMNS: readonly [name: string, cellOf: (run: Run, groupName: string) => CsvCell][] = [
  ['Run', ({ runId }) => ({ text: runId })],
  ['Pay group', (_run, groupName) => ({ text: groupName })],
  ['Period start', ({ period }) => ({ figure: period.startDate })],
  ['Period end', ({ period }) => ({ figure: period.endDate })],
  ['Pay date', ({ period }) => ({ figure: period.payDate })],
  ['Type', ({ type }) => ({ text: runTypeInWords(type) })],
  ['Sequence', ({ sequence }) => ({ figure: String(sequence) })],
  ['Status', ({ status, paymentState }) => ({ text: statusInWords(status, paymentState) })],
  ['Employees', ({ employeeCount }) => ({ figure: String(employeeCount ?? '') })],
  ['Failed', ({ failedCount }) => ({ figure: String(failedCount ?? '') })],
  ['Gross pay', ({ controlTotals }) => ({ figure: controlTotals?.grossPay.amount ?? '' })],
  ['Net pay', ({ controlTotals }) => ({ figure: controlTotals?.netPay.amount ?? '' })],
  ['Currency', ({ controlTotals }) => ({ text: controlTotals?.netPay.currency ?? '' })],
];

/** The listed runs as a spreadsheet reads them. */
export const runsCsv = (runs: readonly Run[], groupNameOf: (payGroupId: string) => string): string =>
  csvOf([
    COLUMNS.map(([name]) => ({ text: name })),
    ...runs.map((run) => COLUMNS.map(([, cellOf]) => cellOf(run, groupNameOf(run.payGroupId)))),
  ]);

import type { OperationRecord } from '../../table/operation.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import type { Column } from '../documents/Column.ts';
import { csvRows } from '../documents/csv.ts';
import { journalColumns } from '../documents/journalColumns.ts';
import { jsonLines } from '../documents/jsonLines.ts';
import { paymentColumns } from '../documents/paymentColumns.ts';
import { registerColumns } from '../documents/registerColumns.ts';
import { journalRowsOf } from './journalRowsOf.ts';
import { paymentRowsOf } from './paymentRowsOf.ts';
import { payslipEntries } from './payslipEntries.ts';
import { registerRowsOf } from './registerRowsOf.ts';

/** What the segments of a piece come to in the file, without what stands before the first and after the last piece. */
export async function writePiece(
  { report, format }: OperationRecord,
  run: RunRecord,
  fromSegment: number,
  nextSegment: number,
): Promise<Uint8Array> {
  switch (report) {
    case 'REGISTER':
      return rowsAs(format, registerColumns, await registerRowsOf(run, fromSegment, nextSegment));
    case 'PAYMENTS':
      return rowsAs(format, paymentColumns, await paymentRowsOf(run, fromSegment, nextSegment));
    case 'JOURNAL':
      return rowsAs(format, journalColumns, await journalRowsOf(run, fromSegment, nextSegment));
    case 'PAYSLIPS':
      return payslipEntries(run, format === 'PDF' ? 'PDF' : 'HTML', fromSegment, nextSegment);
  }
}

const rowsAs = <Row>(
  format: OperationRecord['format'],
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Uint8Array => Buffer.from(format === 'JSONL' ? jsonLines(columns, rows) : csvRows(columns, rows));

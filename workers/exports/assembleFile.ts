import type { OperationRecord } from '../../table/operation.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import { csvHeader } from '../documents/csv.ts';
import { journalColumns } from '../documents/journalColumns.ts';
import { paymentColumns } from '../documents/paymentColumns.ts';
import { registerColumns } from '../documents/registerColumns.ts';
import { getPieces } from './pieces.ts';
import { putInParts } from './putInParts.ts';
import { zipArchive } from './zipArchive.ts';

/**
 * Puts the pieces of an export together to its file, under a name that follows from the operation: whoever does it again
 * writes the same object.
 * @returns the file's key; its last part is the name that the file is saved under
 */
export async function assembleFile(operation: OperationRecord, run: RunRecord): Promise<string> {
  const { companyId, operationId, report, format } = operation;
  const isArchive = report === 'PAYSLIPS';
  const fileName = [report.toLowerCase(), run.payGroupId, run.period.startDate, run.runId].join('-');
  const key = `exports/${companyId}/${operationId}/${fileName}.${isArchive ? 'zip' : format.toLowerCase()}`;
  const pieces = getPieces(operation);
  await putInParts(key, contentTypeOf(operation), isArchive ? zipArchive(pieces) : rowsOf(operation, pieces));
  return key;
}

async function* rowsOf(operation: OperationRecord, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (operation.format === 'CSV') yield Buffer.from(headerOf(operation));
  yield* pieces;
}

function headerOf({ report }: OperationRecord): string {
  switch (report) {
    case 'REGISTER':
      return csvHeader(registerColumns);
    case 'PAYMENTS':
      return csvHeader(paymentColumns);
    case 'JOURNAL':
      return csvHeader(journalColumns);
    case 'PAYSLIPS':
      throw new Error('an archive has no header');
  }
}

function contentTypeOf({ report, format }: OperationRecord): string {
  if (report === 'PAYSLIPS') return 'application/zip';
  return format === 'CSV' ? 'text/csv; charset=utf-8' : 'application/x-ndjson';
}

import { createHash } from 'node:crypto';
import { type ErrorCode, type Refusal, refuse, type Result, succeed } from '../../payroll/errors.ts';
import { actorsOf } from '../../payroll/preparers.ts';
import type { ImportCounts, ImportRecord } from '../../table/importJob.ts';
import { upsertEmployeeRows } from '../commands/employeeFile/upsertEmployeeRows.ts';
import { upsertInputRows } from '../commands/payInputs/upsertInputRows.ts';
import { type GivenRow, type RowResult, rowRefused } from '../commands/rows.ts';
import { readUpload } from './importFiles.ts';
import type { FilePart, FilePlan } from './readWholeFile.ts';

/** What became of the row of a line. */
export type LineResult = RowResult & { line: number };

/** Takes the rows of one part of the file. Taken again, it writes nothing new and has the same results. */
export async function importPart(
  record: ImportRecord,
  { fromByte, toByte, fromLine }: FilePart,
  repeats: FilePlan['repeats'],
  nowMs: number,
): Promise<Result<LineResult[], ErrorCode>> {
  const text = new TextDecoder('utf-8').decode(await readUpload(record, fromByte, toByte));
  const name = createHash('sha256').update(record.importId).digest('base64url').slice(0, 12);
  const refused: LineResult[] = [];
  const rows: (GivenRow & { line: number })[] = [];
  for (const [index, json] of text.split('\n').entries()) {
    const line = fromLine + index;
    if (json.trim() === '') continue;
    const row = rowOf(json, line, repeats[line]);
    if (row.ok) rows.push({ input: row.value, line, writtenBy: `${name}:${line}` });
    else refused.push({ ...rowRefused('', row.error), line });
  }
  const results = await upsertRows(record, rows, nowMs);
  if (!results.ok) return results;
  const taken = results.value.map((result, index) => ({ ...result, line: rows[index]?.line ?? 0 }));
  return succeed([...taken, ...refused].sort((a, b) => a.line - b.line));
}

/** The rows of a file are what the rows of a call are, and are taken by the same function. */
function upsertRows(
  { companyId, kind, place, requestedBy, requestedByOwner }: ImportRecord,
  rows: readonly GivenRow[],
  nowMs: number,
): Promise<Result<RowResult[], ErrorCode>> {
  const editors = actorsOf({ actor: requestedBy, owner: requestedByOwner });
  if (kind === 'EMPLOYEES') return upsertEmployeeRows(companyId, rows, nowMs, editors);
  if (!place) throw new Error('an import of inputs has no period');
  return upsertInputRows({ companyId, ...place }, rows, editors);
}

export function countsOf(results: readonly LineResult[]): ImportCounts & { doneCount: number } {
  const count = (...outcomes: RowResult['outcome'][]) =>
    results.filter((result) => outcomes.includes(result.outcome)).length;
  return {
    doneCount: results.length,
    createdCount: count('CREATED'),
    updatedCount: count('UPDATED'),
    removedCount: count('REMOVED'),
    unchangedCount: count('UNCHANGED'),
    refusedCount: count('REFUSED'),
  };
}

function rowOf(json: string, line: number, first: number | undefined): Result<unknown, ErrorCode> {
  if (first !== undefined)
    return problem(`Line ${line} has the externalId of line ${first}.`, 'Keep one of the two lines.');
  // A file that is not UTF-8 would put this character into names.
  if (json.includes('\uFFFD')) return problem(`Line ${line} is not UTF-8.`, 'Save the file as UTF-8.');
  try {
    return succeed(JSON.parse(json));
  } catch {
    return problem(`Line ${line} is not a JSON object.`, 'Write one JSON object a line.');
  }
}

const problem = (message: string, resolution: string): Refusal<ErrorCode> =>
  refuse('INVALID_INPUT', message, resolution);

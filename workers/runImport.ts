import { Logger } from '@aws-lambda-powertools/logger';
import type { EventBridgeEvent } from 'aws-lambda';
import {
  areAllPartsDone,
  getImport,
  type ImportRecord,
  isPartDone,
  moveImport,
  noteImportPart,
} from '../table/importJob.ts';
import { announceImport, announceImportStep, type ImportStep } from './bus/announceImport.ts';
import { putInParts } from './exports/putInParts.ts';
import { deleteUpload, getPiece, putPiece, resultsKeyOf } from './imports/importFiles.ts';
import { countsOf, importPart } from './imports/importPart.ts';
import { type FilePlan, readWholeFile } from './imports/readWholeFile.ts';

const logger = new Logger();
const PLAN = 'plan.json';

/** How many parts of a file are taken at the same time. A table that is new takes 4,000 writes a second. */
const PARTS_AT_ONCE = 4;

/**
 * One step of an import: the first one reads the whole file, each following one takes the rows of a part of it, the last one
 * puts the results together. A step that died is done again and writes nothing twice; one that is delivered twice finds itself
 * done. However large the file is, a step is as long as two thousand rows take.
 */
export const handler = async ({ detail }: EventBridgeEvent<'ImportStepRequested', ImportStep>): Promise<void> => {
  const { companyId, importId, step } = detail;
  const record = await getImport(companyId, importId);
  if (!record || record.status === 'WAITING_FOR_FILE') return;
  if (record.status !== 'QUEUED' && record.status !== 'RUNNING') return deleteUpload(record);
  const done = step === 0 ? await readFile(record) : await takePart(record, step);
  if (!done) return;
  await announceImport(done);
  if (done.status === 'RUNNING')
    await Promise.all(stepsAfter(done, step).map((next) => announceImportStep({ companyId, importId, step: next })));
};

/**
 * What follows a step: after the first one as many parts as are taken at the same time, after a part the next one of its row,
 * and after the last one that is done, whichever that is, the end.
 */
function stepsAfter(record: ImportRecord, step: number): number[] {
  const { partCount = 0 } = record;
  if (areAllPartsDone(record)) return [partCount + 1];
  const next = step === 0 ? Array.from({ length: PARTS_AT_ONCE }, (_, index) => index + 1) : [step + PARTS_AT_ONCE];
  return next.filter((part) => part <= partCount && !isPartDone(record, part));
}

async function readFile(record: ImportRecord): Promise<ImportRecord> {
  // It was delivered twice, or died before it asked for what follows.
  if (record.status === 'RUNNING') return record;
  const plan = await readWholeFile(record);
  if ('reason' in plan) return end(record, { status: 'FAILED', reason: plan.reason });
  await putPiece(record, PLAN, JSON.stringify(plan));
  const { rowCount, parts } = plan;
  return moveImport(record, { status: 'RUNNING', totalCount: rowCount, partCount: parts.length });
}

/** Takes the rows of a part, or ends the import when there is none left. Absent when somebody else did it at the same time. */
async function takePart(record: ImportRecord, step: number): Promise<ImportRecord | undefined> {
  if (isPartDone(record, step)) return record;
  const plan = JSON.parse(Buffer.from(await getPiece(record, PLAN)).toString('utf8')) as FilePlan;
  const part = plan.parts[step - 1];
  if (!part) return areAllPartsDone(record) ? finish(record, plan) : undefined;
  const results = await importPart(record, part, plan.repeats, Date.now());
  if (!results.ok)
    return end(record, { status: 'FAILED', reason: `${results.error.message} ${results.error.resolution}` });
  await putPiece(record, String(step), results.value.map((result) => `${JSON.stringify(result)}\n`).join(''));
  const counts = countsOf(results.value);
  logger.info('a part of an import is done', { importId: record.importId, step, ...counts });
  return noteImportPart(record, step, counts);
}

async function finish(record: ImportRecord, plan: FilePlan): Promise<ImportRecord> {
  const resultsKey = resultsKeyOf(record);
  await putInParts(resultsKey, 'application/x-ndjson', pieces(record, plan.parts.length));
  return end(record, { status: 'SUCCEEDED', resultsKey });
}

async function* pieces(record: ImportRecord, count: number): AsyncGenerator<Uint8Array> {
  for (let step = 1; step <= count; step++) yield await getPiece(record, String(step));
}

/** The file goes at once, because account numbers lie in it in clear; a death in between is completed by the next delivery. */
async function end(record: ImportRecord, how: Partial<ImportRecord>): Promise<ImportRecord> {
  const ended = await moveImport(record, { ...how, finishedAt: new Date().toISOString() });
  await deleteUpload(record);
  return ended;
}

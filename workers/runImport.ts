import { Logger } from '@aws-lambda-powertools/logger';
import type { EventBridgeEvent } from 'aws-lambda';
import { getImport, type ImportRecord, noteImportStep } from '../table/importJob.ts';
import { announceImport, announceImportStep, type ImportStep } from './bus/announceImport.ts';
import { putInParts } from './exports/putInParts.ts';
import { deleteUpload, getPiece, putPiece, resultsKeyOf } from './imports/importFiles.ts';
import { countsOf, importPart } from './imports/importPart.ts';
import { type FilePlan, readWholeFile } from './imports/readWholeFile.ts';

const logger = new Logger();
const PLAN = 'plan.json';

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
  // Somebody else is further on, after a step that was delivered twice.
  if (record.doneSteps > step + 1) return;
  const done = record.doneSteps === step ? await doStep(record, step) : record;
  await announceImport(done);
  if (done.status === 'RUNNING') await announceImportStep({ companyId, importId, step: step + 1 });
};

async function doStep(record: ImportRecord, step: number): Promise<ImportRecord> {
  if (step === 0) {
    const plan = await readWholeFile(record);
    if ('reason' in plan) return end(record, { status: 'FAILED', reason: plan.reason });
    await putPiece(record, PLAN, JSON.stringify(plan));
    return noteImportStep(record, { status: 'RUNNING', doneSteps: 1, totalCount: plan.rowCount });
  }
  const plan = JSON.parse(Buffer.from(await getPiece(record, PLAN)).toString('utf8')) as FilePlan;
  const part = plan.parts[step - 1];
  if (!part) return finish(record, plan);
  const results = await importPart(record, part, plan.repeats, Date.now());
  if (!results.ok) return end(record, { status: 'FAILED', reason: results.error.message });
  await putPiece(record, String(step), results.value.map((result) => `${JSON.stringify(result)}\n`).join(''));
  const counts = countsOf(record, results.value);
  logger.info('a part of an import is done', { importId: record.importId, step, ...counts });
  return noteImportStep(record, { doneSteps: step + 1, doneCount: record.doneCount + results.value.length, ...counts });
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
  const ended = await noteImportStep(record, { ...how, finishedAt: new Date().toISOString() });
  await deleteUpload(record);
  return ended;
}

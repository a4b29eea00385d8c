import { Logger } from '@aws-lambda-powertools/logger';
import type { EventBridgeEvent } from 'aws-lambda';
import { advanceOperation, endOperation, getOperation, type OperationRecord } from '../table/operation.ts';
import { getRun, type RunRecord } from '../table/payrollRun.ts';
import { announceExportStep, type ExportStep } from './bus/announceExportStep.ts';
import { assembleFile } from './exports/assembleFile.ts';
import { putPiece } from './exports/pieces.ts';
import { SEGMENTS_PER_PIECE } from './exports/segmentsPerPiece.ts';
import { writePiece } from './exports/writePiece.ts';

const logger = new Logger();

/**
 * One step of an export: writes the segments of one piece, notes it and asks for the next step; the last step puts the pieces
 * together. A step that died is taken again and writes the same object; one that comes twice finds its piece noted. However
 * large the run is, a step is as long as ten segments take.
 */
export const handler = async ({ detail }: EventBridgeEvent<'ExportStepRequested', ExportStep>): Promise<void> => {
  const { companyId, operationId, fromSegment } = detail;
  const operation = await getOperation(companyId, operationId);
  if (!operation || operation.status === 'SUCCEEDED' || operation.status === 'FAILED') return;
  const { runId, doneCount, totalCount } = operation;
  const run = await getRun(companyId, runId);
  if (!run) throw new Error(`run ${runId} is not in the table`);
  if (run.calculation !== operation.calculation) return endOperation(operation, CALCULATED_AGAIN, now());
  if (fromSegment >= totalCount) return finish(operation, run);

  const nextSegment = Math.min(fromSegment + SEGMENTS_PER_PIECE, totalCount);
  // Somebody else is further on, after a step that was delivered twice.
  if (doneCount > nextSegment) return;
  if (doneCount === fromSegment) {
    await putPiece(operation, fromSegment, await writePiece(operation, run, fromSegment, nextSegment));
    await advanceOperation(operation, nextSegment);
    logger.info('a piece of an export is written', { operationId, runId, doneCount: nextSegment, totalCount });
  }
  await announceExportStep({ companyId, operationId, fromSegment: nextSegment });
};

const CALCULATED_AGAIN = {
  status: 'FAILED',
  reason: 'The run was calculated again while it was exported. Export it again, with a new idempotency key.',
} as const;

async function finish(operation: OperationRecord, run: RunRecord): Promise<void> {
  const fileKey = await assembleFile(operation, run);
  await endOperation(operation, { status: 'SUCCEEDED', fileKey }, now());
  logger.info('an export is finished', { operationId: operation.operationId, runId: run.runId });
}

const now = () => new Date().toISOString();

import { enqueueStart } from '../commands/enqueueStart.ts';
import { handler as failPayrollRun } from '../failPayrollRun.ts';
import { enqueuePaymentFile, type PaymentMessage } from '../payments/enqueuePaymentFile.ts';
import { handler as startPlannedRun } from '../startPlannedRun.ts';
import { announceExportStep, type ExportStep } from '../bus/announceExportStep.ts';
import { announceImportStep, type ImportStep } from '../bus/announceImport.ts';
import { type DeadLetter, removeDeadLetter } from './deadLetterQueues.ts';

/**
 * Does again what was given up, on the path that it took before: everything on it is idempotent. The dead letter is removed
 * only afterwards, so that a crash in between repeats it. A message that is queued again carries a deduplication id of its
 * own: under that of its first sending the queue would drop it for five minutes, and the work would be lost.
 */
export async function redriveDeadLetter(letter: DeadLetter): Promise<void> {
  const { queue, companyId, runId } = letter;
  const deduplicationId = `redrive-${letter.messageId}`;
  const body = JSON.parse(letter.body) as unknown;
  if (queue === 'START' && companyId && runId) await enqueueStart({ companyId, runId }, deduplicationId);
  if (queue === 'PAYMENT') await enqueuePaymentFile(body as PaymentMessage, deduplicationId);
  if (queue === 'SCHEDULE') await startPlannedRun(body as Parameters<typeof startPlannedRun>[0]);
  if (queue === 'FAILURE') await failPayrollRun(body as Parameters<typeof failPayrollRun>[0]);
  if (queue === 'EXPORT') await requestStepAgain(body as StepRequest);
  // What did not reach subscribers is stale by now: they read what is so. It only leaves the queue.
  await removeDeadLetter(letter);
}

/** The event that a step of an export or an import was asked for with. */
type StepRequest =
  | { 'detail-type': 'ExportStepRequested'; detail: ExportStep }
  | { 'detail-type': 'ImportStepRequested'; detail: ImportStep };

const requestStepAgain = (event: StepRequest): Promise<void> =>
  event['detail-type'] === 'ImportStepRequested' ? announceImportStep(event.detail) : announceExportStep(event.detail);

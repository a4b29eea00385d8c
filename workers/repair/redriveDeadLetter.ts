import { enqueueStart } from '../commands/enqueueStart.ts';
import { handler as failPayrollRun } from '../failPayrollRun.ts';
import { enqueuePaymentFile, type PaymentMessage } from '../payments/enqueuePaymentFile.ts';
import { handler as startPlannedRun } from '../startPlannedRun.ts';
import { type DeadLetter, removeDeadLetter } from './deadLetterQueues.ts';

/**
 * Does again what was given up, on the path that it took before: everything on it bears to be done twice. The message goes
 * only afterwards, so that a death in between repeats it.
 */
export async function redriveDeadLetter(letter: DeadLetter): Promise<void> {
  const { queue, companyId, runId } = letter;
  const body = JSON.parse(letter.body) as unknown;
  if (queue === 'START' && companyId && runId) await enqueueStart({ companyId, runId });
  if (queue === 'PAYMENT') await enqueuePaymentFile(body as PaymentMessage);
  if (queue === 'SCHEDULE') await startPlannedRun(body as Parameters<typeof startPlannedRun>[0]);
  if (queue === 'FAILURE') await failPayrollRun(body as Parameters<typeof failPayrollRun>[0]);
  // What did not reach subscribers is stale by now: they read what is so. It only leaves the queue.
  await removeDeadLetter(letter);
}

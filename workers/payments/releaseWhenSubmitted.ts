import { getPaymentFiles } from '../../table/paymentFile.ts';
import { getRun } from '../../table/payrollRun.ts';
import { notePaymentsSubmitted } from '../../table/runPayment.ts';
import { answerTask } from '../steps/answerTask.ts';

/**
 * Lets the workflow go on once the gateway took every file of a run. Both who hands over a file and who queues them call it,
 * each after its own write: whichever comes second sees the other's.
 */
export async function releaseWhenSubmitted(companyId: string, runId: string): Promise<void> {
  const [run, files] = await Promise.all([getRun(companyId, runId), getPaymentFiles(companyId, runId)]);
  if (run?.status !== 'PAYING' || run.paymentToken === undefined) return;
  const submitted = files.filter(({ kind, status }) => kind !== 'RETRY' && status === 'SUBMITTED').length;
  if (submitted !== run.paymentFileCount) return;
  // Nothing left for a reversal without a file; checks of a wage run are released to be printed.
  if (submitted > 0 || run.type !== 'REVERSAL') await notePaymentsSubmitted(run, new Date().toISOString());
  await answerTask(run.paymentToken, { status: run.status });
}

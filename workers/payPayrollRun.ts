import { effectiveEntryDate } from '../payroll/payments/effectiveEntryDate.ts';
import { reversalWindow } from '../payroll/payments/reversalWindow.ts';
import { getRun, moveRun, type RunRecord } from '../table/payrollRun.ts';
import { getSegments } from '../table/runItem.ts';
import { awaitSubmission } from '../table/runPayment.ts';
import { sumsOf } from '../table/runProgress.ts';
import type { PayInput } from '../workflows/payrollRun.ts';
import { announceStatus } from './bus/announceStatus.ts';
import { PayrollAssertionFailed } from './calculation/PayrollAssertionFailed.ts';
import { easternTime } from './payments/easternTime.ts';
import { enqueuePaymentFile } from './payments/enqueuePaymentFile.ts';
import { releaseWhenSubmitted } from './payments/releaseWhenSubmitted.ts';
import { writeRunFiles } from './payments/writeRunFiles.ts';
import { originalOfVoid } from './posting/endVoid.ts';
import { paymentEntry } from './posting/paymentEntry.ts';
import { provePostable } from './posting/provePostable.ts';
import { answerTask } from './steps/answerTask.ts';

/**
 * Pays an approved run: writes its payment files, leaves the workflow's token with the run, and queues the files. Whoever
 * hands over the last one answers the token; where there is none, this does. An attempt that died anywhere is gone on with
 * by the next: the files are dated and named by what the first attempt wrote into the run.
 */
export const handler = async ({ companyId, runId, taskToken }: PayInput): Promise<void> => {
  const nowMs = Date.now();
  const run = await beginToPay(companyId, runId, new Date(nowMs).toISOString());
  if (run.status !== 'PAYING') return void (await answerTask(taskToken, { status: run.status }));
  const segments = await getSegments(companyId, runId);
  const files = await writeRunFiles(run, segments, nowMs);
  // Of nothing that is handed over may it turn out later that it cannot be posted.
  paymentEntry(run, sumsOf(segments), files, '');
  if (!(await awaitSubmission(run, taskToken, files.length))) return;
  for (const file of files) if (file.status === 'WRITTEN') await enqueuePaymentFile(file);
  await releaseWhenSubmitted(companyId, runId);
};

/** Moves the run to `PAYING`, and fixes with it what decides its files: the moment that dates them and their settlement. */
async function beginToPay(companyId: string, runId: string, at: string): Promise<RunRecord> {
  const run = await getRun(companyId, runId);
  if (!run) throw new Error(`run ${runId} is not in the table`);
  if (run.status === 'APPROVED') await provePayable(run);
  const { reason, ...facts } = run.type === 'REVERSAL' ? await reversalDates(run, at) : wageDates(run, at);
  const cause = { actor: 'payPayrollRun', at, ...(reason === undefined ? {} : { reason }) };
  const begun = await moveRun(run, 'PAYING', cause, { ...facts, payingSince: at });
  await announceStatus(begun.run, at);
  return begun.run;
}

/** While the run is `APPROVED`: what is found here can still be cancelled, and holds up no other run. */
async function provePayable(run: RunRecord): Promise<void> {
  const { companyId, runId, totals, reversesRunId } = run;
  if (!totals) throw new PayrollAssertionFailed(`run ${runId} is approved and has no totals`);
  provePostable(run, await getSegments(companyId, runId), totals);
  if (reversesRunId !== undefined) await originalOfVoid(run);
}

type PaymentDates = Pick<RunRecord, 'effectiveEntryDate'> & { reason?: string };

function wageDates({ runId, period }: RunRecord, at: string): PaymentDates {
  const dates = effectiveEntryDate(period.payDate, easternTime(at).date);
  if (!dates.ok) throw new PayrollAssertionFailed(`run ${runId} cannot settle: ${dates.error.message}`);
  return { effectiveEntryDate: dates.value.effectiveEntryDate };
}

/** When a reversal settles; or why the bank is not asked for anything. */
async function reversalDates(run: RunRecord, at: string): Promise<PaymentDates> {
  const original = await getRun(run.companyId, run.reversesRunId ?? '');
  if (!original) throw new PayrollAssertionFailed(`run ${run.runId} reverses a run that is not there`);
  const settlementDate = original.effectiveEntryDate;
  if (settlementDate === undefined) return {};
  const errorFoundDate = easternTime(run.startedAt).date;
  const window = reversalWindow({ settlementDate, errorFoundDate }, easternTime(at).date);
  return window.ok
    ? { effectiveEntryDate: window.value.effectiveEntryDate }
    : { reason: `No reversal file: ${window.error.message} ${window.error.resolution}` };
}

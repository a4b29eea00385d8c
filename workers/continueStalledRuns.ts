import { Logger } from '@aws-lambda-powertools/logger';
import { isWaiting } from '../payroll/runStatus.ts';
import { getHooksCalled } from '../table/hook.ts';
import { openRuns } from '../table/openRuns.ts';
import { getPaymentFiles } from '../table/paymentFile.ts';
import { getRun, type RunRecord } from '../table/payrollRun.ts';
import { enqueueStart } from './commands/enqueueStart.ts';
import { enqueuePaymentFile } from './payments/enqueuePaymentFile.ts';
import { isWaitReason } from './preparation/EarlierRunNotPosted.ts';
import { followExecution } from './repair/followExecution.ts';

const logger = new Logger();

const MINUTE_MS = 60_000;
/** A run that moved a moment ago is left to what moves it. */
const LEFT_ALONE_MS = 5 * MINUTE_MS;
/** A run that waits for people is looked at once an hour: little can have been missed. */
const WAITING_LOOKED_AT_MS = 60 * MINUTE_MS;
/** After this long in a status that the service itself is to end, a person must look. */
const STALLED_AFTER_MS = 120 * MINUTE_MS;

/**
 * The scheduled sweep: compares every run that a workflow is to move with its execution, its hooks, its messages and its
 * payment files, and continues what stands still, in case an event or a message was lost. It throws when a run must be looked
 * at by a person, after it has looked at all of them: the alarm on its errors is the alarm for a run that stands still.
 */
export const handler = async (): Promise<void> => {
  const nowMs = Date.now();
  const stalled: string[] = [];
  for await (const { companyId, runId } of openRuns()) {
    try {
      if (await isStalled(companyId, runId, nowMs)) stalled.push(runId);
    } catch (error) {
      // The others get their turn.
      logger.error('a run could not be looked at', { companyId, runId, error: error as Error });
      stalled.push(runId);
    }
  }
  if (stalled.length > 0)
    throw new Error(
      `${stalled.length} runs stand still and need a person, the first: ${stalled.slice(0, 10).join(', ')}`,
    );
};

async function isStalled(companyId: string, runId: string, nowMs: number): Promise<boolean> {
  const seen = await getRun(companyId, runId);
  if (!seen || !isDue(seen, nowMs)) return false;
  const { run, followed } = await followExecution(companyId, runId, new Date(nowMs).toISOString());
  if (followed === 'NOT_STARTED' && run.status === 'QUEUED') await enqueueStart(run, `sweep-${runId}-${nowMs}`);
  if (followed === 'IN_STEP' && run.status === 'PAYING') await enqueueFilesAgain(run, nowMs);
  if (followed !== 'IN_STEP') logger.warn('a run was out of step with its workflow', { companyId, runId, followed });
  const isOverdue =
    followed === 'STRANDED' ||
    (followed === 'NOT_STARTED' && run.status !== 'QUEUED') ||
    (ageMs(run, nowMs) > STALLED_AFTER_MS && (await isLeftToTheService(run)));
  if (isOverdue) logger.error('a run stands still', { companyId, runId, status: run.status, followed });
  return isOverdue;
}

const ageMs = ({ movedAt, startedAt }: RunRecord, nowMs: number) => nowMs - Date.parse(movedAt ?? startedAt);

/** Runs that wait for people take turns by their age, so that a thousand of them are not looked at in the same sweep. */
function isDue(run: RunRecord, nowMs: number): boolean {
  const age = ageMs(run, nowMs);
  if (!isWaiting(run.status)) return age >= LEFT_ALONE_MS;
  return age >= WAITING_LOOKED_AT_MS && age % WAITING_LOOKED_AT_MS < SWEPT_EVERY_MS;
}

/** As often as the schedule calls. */
const SWEPT_EVERY_MS = 15 * MINUTE_MS;

/** The message of a file may be lost; who hands over a file twice finds it handed over. */
async function enqueueFilesAgain(run: RunRecord, nowMs: number): Promise<void> {
  if (run.paymentFileCount === undefined) return;
  for (const file of await getPaymentFiles(run.companyId, run.runId))
    if (file.kind !== 'RETRY' && file.status === 'WRITTEN')
      await enqueuePaymentFile(file, `sweep-${file.paymentFileId}-${nowMs}`);
}

/** Whether neither people, nor a system of the company, nor an earlier run is waited for. */
async function isLeftToTheService({ companyId, runId, status, statusReason }: RunRecord): Promise<boolean> {
  if (isWaiting(status) || isWaitReason(statusReason)) return false;
  const calls = await getHooksCalled(companyId, runId);
  return !calls.some((call) => call.status === 'WAITING');
}

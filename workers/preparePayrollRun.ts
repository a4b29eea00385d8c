import { getRun, moveRun, noteItems, type RunRecord } from '../table/payrollRun.ts';
import { getRunProgress, openProgress } from '../table/runProgress.ts';
import { transact } from '../table/transact.ts';
import type { PrepareOutput, RunReference, Segment } from '../workflows/payrollRun.ts';
import { announceProgress } from './bus/announceProgress.ts';
import { announceStatus } from './bus/announceStatus.ts';
import { getManifest } from './manifest/getManifest.ts';
import { putManifest } from './manifest/putManifest.ts';
import { hooksToCall } from './hooks/hooksToCall.ts';
import { deleteLeftovers } from './preparation/deleteLeftovers.ts';
import { EarlierRunNotPosted, isWaitReason } from './preparation/EarlierRunNotPosted.ts';
import { freezeInputs, type FrozenInputs } from './preparation/freezeInputs.ts';
import { progressOf } from './preparation/progressOf.ts';

const ACTOR = 'preparePayrollRun';

/**
 * Freezes a run's inputs: which employees are in it, at which version, cut into segments. What is calculated afterwards
 * follows from the manifest alone, whatever is edited meanwhile. Each further calculation of the run passes here as well.
 */
export const handler = async ({ companyId, runId }: RunReference): Promise<PrepareOutput> => {
  const found = await getRun(companyId, runId);
  if (!found) throw new Error(`run ${runId} is not in the table`);
  const at = new Date().toISOString();
  // Another calculation was moved here by the mutation that asks for it.
  const begun = found.status === 'QUEUED' ? await moveRun(found, 'PREPARING', { actor: ACTOR, at }) : { run: found };
  await announceStatus(begun.run, at);
  const run = begun.run.status === 'PREPARING' ? await prepare(begun.run) : begun.run;
  // Every attempt tells the counts with which a further calculation begins: an earlier one may have died before it did.
  if (run.status === 'CALCULATING' && run.calculation !== 1) {
    const progress = await getRunProgress(companyId, runId);
    if (progress) await announceProgress(progress, []);
  }
  return {
    status: run.status,
    workKey: run.workKey ?? run.manifestKey ?? '',
    segmentCount: run.segmentCount ?? 0,
    hooks: await hooksToCall(run),
  };
};

async function prepare(run: RunRecord): Promise<RunRecord> {
  const { companyId, runId } = run;
  const previous: Segment[] = [];
  if (run.manifestKey) for await (const segment of getManifest(run.manifestKey)) previous.push(segment);
  const { segments, changes, settings, preparers, enteredNotPaid } = await freezeOrWait(run, previous);
  if (segments.length === 0) {
    const at = new Date().toISOString();
    const reason = `Nobody is in the run: ${WHO_IS_IN[run.type]} Then start the next sequence.`;
    const ended = await moveRun(run, 'FAILED', { actor: ACTOR, at, reason }, { failedFrom: undefined });
    await announceStatus(ended.run, at);
    return ended.run;
  }
  const calculation = (run.calculation ?? 0) + 1;
  const work = segments.filter((segment) => segment.calculation === calculation);
  const manifestKey = await putManifest(companyId, runId, segments);
  const workKey = work.length < segments.length ? await putManifest(companyId, runId, work) : undefined;
  const progress = await progressOf(run, segments);
  await deleteLeftovers(previous, segments);
  const { employeeCount, segmentCount } = progress;
  const fundingAccountId = segments[0]?.funding?.fundingAccountId;
  const counts = { employeeCount, segmentCount, calculation };
  const facts = {
    ...counts,
    manifestKey,
    workKey,
    fundingAccountId,
    frozenChanges: changes,
    frozenSettings: settings,
    preparers,
    enteredNotPaid,
    recalculation: undefined,
    ...(isWaitReason(run.statusReason) ? { statusReason: undefined } : {}),
  };
  // Freezing a large roster takes a while, and the history tells how long.
  const at = new Date().toISOString();
  const ready = await moveRun(run, 'CALCULATING', { actor: ACTOR, at }, facts, [openProgress(progress)]);
  await announceStatus(ready.run, at);
  return ready.run;
}

/** Freezes the inputs. A run that must wait for an earlier one says so once, and is tried again. */
async function freezeOrWait(run: RunRecord, previous: readonly Segment[]): Promise<FrozenInputs> {
  try {
    return await freezeInputs(run, previous);
  } catch (error) {
    if (!(error instanceof EarlierRunNotPosted) || run.statusReason === error.message) throw error;
    const at = new Date().toISOString();
    const noted = noteItems(run, { actor: ACTOR, at, reason: error.message });
    const { refused } = await transact(noted.items);
    // Somebody cancelled the run, or another attempt noted it.
    if (!refused) await announceStatus(noted.run, at);
    throw error;
  }
}

const WHO_IS_IN: Readonly<Record<RunRecord['type'], string>> = {
  REGULAR: 'add employees to the pay group who are employed in this period.',
  OFF_CYCLE:
    'enter earnings for this sequence, or name employees; and nobody failed in an approved regular run of the period.',
  BONUS: 'enter earnings for this sequence, or name employees.',
  CORRECTION: 'nobody whose pay was taken back is in this pay group; name the employees.',
  TERMINATION: 'none of the employees it names is in this pay group.',
  REVERSAL: 'nobody in the run that it takes back was paid, or all were taken back before.',
};

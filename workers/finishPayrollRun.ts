import { addPostings } from '../payroll/ledger/addPostings.ts';
import { taxesOf } from '../payroll/ledger/taxesOf.ts';
import { paidStatusOf, type RunStatus } from '../payroll/runStatus.ts';
import { postedItem } from '../table/changes.ts';
import { getLedgerEntries, newLedgerEntry } from '../table/ledger.ts';
import { getPaymentFiles } from '../table/paymentFile.ts';
import { getRun, moveItems, type RunRecord } from '../table/payrollRun.ts';
import { newRunTaxes } from '../table/runTaxes.ts';
import { getSegments } from '../table/runItem.ts';
import { sumsOf } from '../table/runProgress.ts';
import { transact } from '../table/transact.ts';
import type { RunReference } from '../workflows/payrollRun.ts';
import { announceStatus } from './bus/announceStatus.ts';
import { endVoid } from './posting/endVoid.ts';
import { paymentEntry } from './posting/paymentEntry.ts';
import { provePostings } from './posting/provePostings.ts';

const ACTOR = 'finishPayrollRun';

/**
 * Ends a run: proves that everything is posted, adds the entry of the money that left, and moves the run to `PAID`, or to
 * `PARTIALLY_PAID` where somebody is not paid. The end of a reversal ends the void: in the same transaction the run that it
 * takes back becomes `VOIDED`, or goes on with those whose pay stands.
 */
export const handler = async ({ companyId, runId }: RunReference): Promise<{ status: RunStatus }> => {
  const run = await getRun(companyId, runId);
  if (!run) throw new Error(`run ${runId} is not in the table`);
  const at = new Date().toISOString();
  const finished = run.status === 'PAYING' ? await finish(run, at) : run;
  await announceStatus(finished, at);
  const reversed = run.reversesRunId === undefined ? undefined : await getRun(companyId, run.reversesRunId);
  if (reversed) await announceStatus(reversed, at);
  return { status: finished.status };
};

async function finish(run: RunRecord, at: string): Promise<RunRecord> {
  const { companyId, runId, totals } = run;
  if (!totals) throw new Error(`run ${runId} is being paid and has no totals`);
  const [segments, files, entries] = await Promise.all([
    getSegments(companyId, runId),
    getPaymentFiles(companyId, runId),
    getLedgerEntries(companyId, runId),
  ]);
  provePostings(segments, entries, totals);
  const entry = paymentEntry(run, sumsOf(segments), files, at);
  // Payments that came back before this have their entries behind the one that is reserved for it.
  const facts = { paidAt: at, ledgerEntryCount: Math.max(segments.length + 1, run.ledgerEntryCount ?? 0) };
  const finished = moveItems(run, paidStatusOf(run), { actor: ACTOR, at }, facts);
  const { refused } = await transact([
    ...finished.items,
    ...(entry ? [newLedgerEntry(entry)] : []),
    postedItem(run),
    newRunTaxes(run, taxesOf(addPostings(segments.map(({ postings }) => postings))), at),
    ...(run.type === 'REVERSAL' ? await endVoid(run, { actor: ACTOR, at }) : []),
  ]);
  if (!refused) return finished.run;
  const current = await getRun(companyId, runId);
  // A payment that came back meanwhile decides how the run ends: the step is run again.
  if (!current || current.status === 'PAYING') throw new Error(`run ${runId} was changed while it was finished`);
  return current;
}

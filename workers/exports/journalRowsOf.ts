import { getLedgerEntriesBetween, type LedgerEntryRecord } from '../../table/ledger.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import type { JournalRow } from '../documents/journalColumns.ts';

/**
 * The postings of some segments of a run; the entries of the whole run follow with its last segment.
 * An entry of a segment is numbered one higher than it.
 */
export async function journalRowsOf(run: RunRecord, fromSegment: number, nextSegment: number): Promise<JournalRow[]> {
  const { companyId, runId, segmentCount = 0, ledgerEntryCount = 0 } = run;
  const lastSequence = nextSegment === segmentCount ? ledgerEntryCount : nextSegment;
  const entries = await getLedgerEntriesBetween(companyId, runId, fromSegment + 1, lastSequence);
  return entries.flatMap(({ sequence, lines }: LedgerEntryRecord) =>
    lines.map((line): JournalRow => ({
      entrySequence: sequence,
      segment: sequence <= segmentCount ? sequence - 1 : undefined,
      accountCode: line.account,
      accountName: line.name,
      debitCents: 'debitCents' in line ? line.debitCents : undefined,
      creditCents: 'creditCents' in line ? line.creditCents : undefined,
    })),
  );
}

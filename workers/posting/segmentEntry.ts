import { journalLinesOf } from '../../payroll/ledger/journalLines.ts';
import type { LedgerEntryRecord } from '../../table/ledger.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import type { SegmentRecord } from '../../table/runItem.ts';

/** The ledger entry of a segment, numbered after it; nothing where nobody in it has any pay. */
export function segmentEntry(
  { companyId, runId, segmentCount }: RunRecord,
  { segment, postings, reverses }: SegmentRecord,
  postedAt: string,
): LedgerEntryRecord | undefined {
  const lines = journalLinesOf(postings);
  if (lines.length === 0) return undefined;
  return {
    companyId,
    runId,
    sequence: segment + 1,
    description: `${reverses ? 'Pay reversed' : 'Wages and taxes'}, part ${segment + 1} of ${segmentCount}`,
    postedAt,
    lines,
  };
}

import { addPostings } from '../../payroll/ledger/addPostings.ts';
import { NET_PAY_PAYABLE } from '../../payroll/ledger/chartOfAccounts.ts';
import type { Postings } from '../../payroll/ledger/Postings.ts';
import type { LedgerEntryRecord } from '../../table/ledger.ts';
import type { RunTotals } from '../../table/payrollRun.ts';
import type { SegmentRecord } from '../../table/runItem.ts';
import { PayrollAssertionFailed } from '../calculation/PayrollAssertionFailed.ts';

/**
 * Proves that a run is posted as it was calculated: an entry for each segment that has postings, every account as its segment
 * says, each entry balanced, and net pay as it was approved. Throws `PayrollAssertionFailed` otherwise.
 * @param entries of the whole run; others may follow those of the segments
 */
export function provePostings(
  segments: readonly SegmentRecord[],
  entries: readonly LedgerEntryRecord[],
  totals: RunTotals,
): void {
  const bySequence = new Map(entries.map((entry) => [entry.sequence, entry]));
  for (const { segment, postings } of segments) {
    const entry = bySequence.get(segment + 1);
    const posted = entry ? amountsOf(entry) : new Map<string, number>();
    const calculated = new Map<string, number>(Object.entries(postings));
    for (const account of [...new Set([...posted.keys(), ...calculated.keys()])].sort())
      mustEqual(`account ${account} in entry ${segment + 1}`, posted.get(account) ?? 0, calculated.get(account) ?? 0);
  }
  const sum = balanced(segments.map(({ postings }) => postings));
  mustEqual('net pay payable', 0 - (sum[NET_PAY_PAYABLE] ?? 0), totals.netPayCents);
}

const amountsOf = ({ lines }: LedgerEntryRecord): Map<string, number> =>
  new Map(lines.map((line) => [line.account, (line.debitCents ?? 0) - (line.creditCents ?? 0)]));

function balanced(entries: readonly Postings[]): Postings {
  try {
    return addPostings(entries);
  } catch (error) {
    throw new PayrollAssertionFailed((error as Error).message);
  }
}

function mustEqual(what: string, posted: number, expected: number): void {
  if (posted !== expected)
    throw new PayrollAssertionFailed(`postings differ: ${what} is ${posted}, but it must be ${expected}`);
}

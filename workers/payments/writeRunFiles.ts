import { createHash } from 'node:crypto';
import { atOnce } from '../../table/atOnce.ts';
import { getCompany } from '../../table/company.ts';
import { getFundingAccount, getFundingAccountAt } from '../../table/fundingAccount.ts';
import { getPaymentFiles, type PaymentFileRecord, recordPaymentFile } from '../../table/paymentFile.ts';
import { decodePayments } from '../../table/payments.ts';
import { getRun, type RunRecord } from '../../table/payrollRun.ts';
import { type CalculatedItem, getRunItems, type SegmentRecord } from '../../table/runItem.ts';
import type { Segment } from '../../workflows/payrollRun.ts';
import { hashOfItems } from '../calculation/hashOfItems.ts';
import { PayrollAssertionFailed } from '../calculation/PayrollAssertionFailed.ts';
import { getManifest } from '../manifest/getManifest.ts';
import { openVault } from '../secrets/openVault.ts';
import { easternTime } from './easternTime.ts';
import { paymentFileIdOf } from './paymentFileId.ts';
import type { PreparedEntry } from './PreparedEntry.ts';
import { reversalEntries } from './reversalEntries.ts';
import { wageEntries } from './wageEntries.ts';
import { writePaymentFile } from './writePaymentFile.ts';

/**
 * How many segments share a file: about 50,000 employees, at most 250,000 payments and 24 MB. Files are cut by segment and
 * not by size, so that what a file pays never depends on what else is in it.
 */
const SEGMENTS_PER_FILE = 500;

/** How many segments are read at the same time. */
const SEGMENTS_AT_ONCE = 10;

/**
 * Writes the payment files of a run that is being paid, except for those that an earlier attempt recorded, and answers
 * them all. Everything that decides what is in them was fixed when the run began to be paid.
 */
export async function writeRunFiles(
  run: RunRecord,
  segmentRecords: readonly SegmentRecord[],
  nowMs: number,
): Promise<PaymentFileRecord[]> {
  const { companyId, runId, fundingAccountId, manifestKey, payingSince: datedAt, frozenSettings } = run;
  if (fundingAccountId === undefined) return []; // everybody is paid by check
  if (!manifestKey || !datedAt) throw new PayrollAssertionFailed(`run ${runId} is paid without being prepared`);
  const [company, funding, original, recorded, vault] = await Promise.all([
    getCompany(companyId),
    fundingApproved(companyId, fundingAccountId, frozenSettings?.fundingAccountVersion),
    run.reversesRunId === undefined ? undefined : getRun(companyId, run.reversesRunId),
    getPaymentFiles(companyId, runId),
    openVault(companyId, nowMs),
  ]);
  if (!company || !funding) throw new PayrollAssertionFailed(`run ${runId} has lost its funding account`);
  mustBeApproved(run, segmentRecords);

  const entriesOf = async (segment: Segment): Promise<PreparedEntry[]> => {
    const items = await approvedItems(segment, segmentRecords[segment.segment]);
    if (original) return reversalEntries(run, original, segment, items, easternTime(datedAt).date, vault);
    if (run.effectiveEntryDate === undefined) throw new PayrollAssertionFailed(`run ${runId} has no settlement date`);
    return wageEntries(segment, items, run.effectiveEntryDate, funding, vault);
  };
  const known = new Map(recorded.map((file) => [file.paymentFileId, file]));
  const files: PaymentFileRecord[] = [];
  let part = 0;
  for await (const segments of segmentsByFile(manifestKey)) {
    part += 1;
    const kind = original ? 'REVERSAL' : 'WAGES';
    const paymentFileId = paymentFileIdOf(runId, fundingAccountId, `${kind} ${part}`);
    let file = known.get(paymentFileId);
    if (!file) {
      const entries = (await atOnce(SEGMENTS_AT_ONCE, segments, entriesOf)).flat();
      if (entries.length === 0) continue;
      const toWrite = {
        run,
        kind,
        paymentFileId,
        companyName: frozenSettings?.companyName ?? company.name,
        funding,
        entries,
        datedAt,
        vault,
      } as const;
      file = await recordPaymentFile(await writePaymentFile(toWrite, nowMs));
    }
    files.push(file);
  }
  return files;
}

/** The account as it was approved; of a run that was frozen before versions were recorded, as it is. */
const fundingApproved = (companyId: string, fundingAccountId: string, version: number | undefined) =>
  version === undefined
    ? getFundingAccount(companyId, fundingAccountId)
    : getFundingAccountAt(companyId, fundingAccountId, version);

/** The segments of each file: never more of the manifest in memory than that. */
async function* segmentsByFile(manifestKey: string): AsyncGenerator<Segment[]> {
  let segments: Segment[] = [];
  for await (const segment of getManifest(manifestKey)) {
    segments.push(segment);
    if (segments.length < SEGMENTS_PER_FILE) continue;
    yield segments;
    segments = [];
  }
  if (segments.length > 0) yield segments;
}

/** What is paid must be what was approved, to the byte. */
function mustBeApproved({ runId, calculationHash }: RunRecord, segments: readonly SegmentRecord[]): void {
  const hash = createHash('sha256')
    .update(segments.map((segment) => segment.hash).join('\n'))
    .digest('hex');
  if (hash !== calculationHash) throw new PayrollAssertionFailed(`the segments of ${runId} are not what was approved`);
}

/** The payslips of a segment, proven by its hash, with direct deposits that add up to what the run's totals counted. */
async function approvedItems(segment: Segment, record: SegmentRecord | undefined): Promise<CalculatedItem[]> {
  const items = await getRunItems(segment.companyId, segment.runId, segment.segment);
  const place = `segment ${segment.segment} of ${segment.runId}`;
  if (hashOfItems(items) !== record?.hash) throw new PayrollAssertionFailed(`${place} is not what was approved`);
  const calculated = items.filter((item) => item.status === 'CALCULATED');
  const deposits = calculated
    .flatMap(({ payments }) => decodePayments(payments))
    .filter(({ method }) => method === 'DIRECT_DEPOSIT');
  const sumCents = deposits.reduce((sum, { amountCents }) => sum + amountCents, 0);
  if (sumCents !== record.directDepositCents || deposits.length !== record.directDepositCount)
    throw new PayrollAssertionFailed(`${place} pays ${sumCents} cents; ${record.directDepositCents} were counted`);
  return calculated;
}

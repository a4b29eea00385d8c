import { createHash } from 'node:crypto';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { AchBatch } from '../../payroll/payments/ach/AchFile.ts';
import { countPaymentFile, type FundingAccountRecord } from '../../table/fundingAccount.ts';
import type { PaymentFileRecord } from '../../table/paymentFile.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import { easternTime } from './easternTime.ts';
import type { PreparedEntry } from './PreparedEntry.ts';
import { provenFile } from './provenFile.ts';

const s3 = new S3Client({});

/** Tell the files of one day apart. A 37th begins anew: it has another time of day. */
const FILE_ID_MODIFIERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

export interface PaymentFileToWrite extends Pick<PaymentFileRecord, 'kind' | 'paymentFileId' | 'retries'> {
  run: RunRecord;
  companyName: string;
  funding: FundingAccountRecord;
  /** At least one. */
  entries: readonly PreparedEntry[];
  /** The instant that dates the file. */
  datedAt: string;
}

/**
 * Writes a payment file to the bucket, named by its content, and answers what is to be recorded of it. A file that is
 * written and not recorded is no file: nothing ever reads it. Throws rather than write one that does not balance.
 */
export async function writePaymentFile(file: PaymentFileToWrite, nowMs: number): Promise<PaymentFileRecord> {
  const { run, kind, paymentFileId, retries, funding, entries } = file;
  const { companyId, runId } = run;
  const text = await textOf(file, nowMs);
  const hash = createHash('sha256').update(text).digest('hex');
  const objectKey = `payments/${companyId}/${runId}/${hash}.ach`;
  await s3.send(
    new PutObjectCommand({ Bucket: process.env.BUCKET_NAME, Key: objectKey, Body: text, ContentType: 'text/plain' }),
  );
  const totalOf = (transaction: 'CREDIT' | 'DEBIT') =>
    entries.reduce((sum, entry) => (entry.transaction === transaction ? sum + entry.amountCents : sum), 0);
  return {
    companyId,
    runId,
    paymentFileId,
    kind,
    fundingAccountId: funding.fundingAccountId,
    effectiveEntryDate: entries.map(({ effectiveEntryDate }) => effectiveEntryDate).reduce((a, b) => (a < b ? a : b)),
    entryCount: entries.length,
    totalCreditCents: totalOf('CREDIT'),
    totalDebitCents: totalOf('DEBIT'),
    hash,
    objectKey,
    status: 'WRITTEN',
    writtenAt: new Date(nowMs).toISOString(),
    ...(retries ? { retries } : {}),
  };
}

async function textOf(
  { run, kind, companyName, funding, entries, datedAt }: PaymentFileToWrite,
  nowMs: number,
): Promise<string> {
  const { companyId, routingNumber, bankName, companyIdentification, companyEntryName } = funding;
  const { date, time } = easternTime(datedAt);
  const number = await countPaymentFile(companyId, funding.fundingAccountId, date, nowMs);
  let traceSequence = 0;
  const batches = [...Map.groupBy(entries, ({ effectiveEntryDate }) => effectiveEntryDate)].map(
    ([effectiveEntryDate, ofDay]): AchBatch => ({
      entryDescription: kind === 'REVERSAL' ? 'REVERSAL' : 'PAYROLL',
      effectiveEntryDate,
      companyDescriptiveDate: run.period.payDate,
      entries: ofDay.map((entry) => ({ ...entry, traceSequence: (traceSequence += 1) })),
    }),
  );
  return provenFile(run.runId, {
    immediateDestination: routingNumber,
    destinationName: bankName,
    immediateOrigin: companyIdentification,
    originName: companyName,
    companyName: companyEntryName,
    companyId: companyIdentification,
    odfiRoutingNumber: routingNumber,
    fileDate: date,
    fileTime: time,
    fileIdModifier: FILE_ID_MODIFIERS.charAt((number - 1) % FILE_ID_MODIFIERS.length),
    batches,
  });
}

import { createHash } from 'node:crypto';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { addBankingDays } from '../../payroll/bankingDays.ts';
import { LARGEST_ENTRY_CENTS } from '../../payroll/payments/ach/achEntryProblem.ts';
import type { AchBatch, AchFile } from '../../payroll/payments/ach/AchFile.ts';
import { offsetEntries } from '../../payroll/payments/ach/offsetEntries.ts';
import type { BankAccount } from '../../payroll/payments/BankAccount.ts';
import { countPaymentFile, type FundingAccountRecord } from '../../table/fundingAccount.ts';
import type { PaymentFileRecord } from '../../table/paymentFile.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import { sequenceOfTrace, takeTraceNumbers, type TraceRange } from '../../table/traceNumbers.ts';
import type { AccountVault } from '../secrets/AccountVault.ts';
import { easternTime } from './easternTime.ts';
import type { PreparedEntry } from './PreparedEntry.ts';
import { provenFile } from './provenFile.ts';

const s3 = new S3Client({});

/** Tell the files of one day apart. A 37th begins anew: it has another time of day. */
const FILE_ID_MODIFIERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** Banks return an entry within so many banking days, as a rule. Source: Nacha Operating Rules. */
const DAYS_TO_RETURN = 2;

export interface PaymentFileToWrite extends Pick<PaymentFileRecord, 'kind' | 'paymentFileId' | 'retries'> {
  run: RunRecord;
  companyName: string;
  funding: FundingAccountRecord;
  /** At least one. */
  entries: readonly PreparedEntry[];
  /** The instant that dates the file. */
  datedAt: string;
  vault: AccountVault;
}

/**
 * Writes a payment file to the bucket, named by its content, and answers what is to be recorded of it. A file that is
 * written and not recorded is no file: nothing ever reads it. Throws rather than write one that does not balance.
 */
export async function writePaymentFile(toWrite: PaymentFileToWrite, nowMs: number): Promise<PaymentFileRecord> {
  const { run, kind, paymentFileId, retries, funding, entries } = toWrite;
  const { companyId, runId } = run;
  const { file, traces } = await achFileOf(toWrite, nowMs);
  const text = provenFile(runId, file);
  const hash = createHash('sha256').update(text).digest('hex');
  const objectKey = `payments/${companyId}/${runId}/${hash}.ach`;
  await s3.send(
    new PutObjectCommand({ Bucket: process.env.BUCKET_NAME, Key: objectKey, Body: text, ContentType: 'text/plain' }),
  );
  const written = file.batches.flatMap((batch) => [...batch.entries, ...offsetEntries(file, batch)]);
  const totalOf = (transaction: 'CREDIT' | 'DEBIT') =>
    written.reduce((sum, entry) => (entry.transaction === transaction ? sum + entry.amountCents : sum), 0);
  const lastSettlement = entries.map(({ effectiveEntryDate }) => effectiveEntryDate).reduce((a, b) => (a > b ? a : b));
  const returnable = addBankingDays(lastSettlement, DAYS_TO_RETURN);
  return {
    companyId,
    runId,
    paymentFileId,
    kind,
    fundingAccountId: funding.fundingAccountId,
    effectiveEntryDate: entries.map(({ effectiveEntryDate }) => effectiveEntryDate).reduce((a, b) => (a < b ? a : b)),
    entryCount: written.length,
    totalCreditCents: totalOf('CREDIT'),
    totalDebitCents: totalOf('DEBIT'),
    hash,
    objectKey,
    status: 'WRITTEN',
    writtenAt: new Date(nowMs).toISOString(),
    traces,
    ...(returnable.ok ? { returnableUntilDate: returnable.value } : {}),
    ...(retries ? { retries } : {}),
  };
}

/** The file with the next trace numbers of its bank: an entry and its retry never share one. */
async function achFileOf(
  { run, kind, companyName, funding, entries, datedAt, vault }: PaymentFileToWrite,
  nowMs: number,
): Promise<{ file: AchFile; traces: TraceRange }> {
  const { companyId, fundingAccountId, routingNumber, bankName, companyIdentification, companyEntryName } = funding;
  const { date, time } = easternTime(datedAt);
  const number = await countPaymentFile(companyId, fundingAccountId, date, nowMs);
  const days = [...Map.groupBy(entries, ({ effectiveEntryDate }) => effectiveEntryDate)].map(
    ([effectiveEntryDate, ofDay]) => ({ effectiveEntryDate, ofDay, offsets: offsetsOf(funding, ofDay) }),
  );
  const odfiRoutingNumber = funding.odfiRoutingNumber ?? routingNumber;
  const count = days.reduce((sum, { ofDay, offsets }) => sum + ofDay.length + offsets, 0);
  const traces = await takeTraceNumbers(companyId, odfiRoutingNumber.slice(0, 8), count);
  let traceSequence = sequenceOfTrace(traces.first);
  const batches = days.map(({ effectiveEntryDate, ofDay, offsets }): AchBatch => {
    const numbered = ofDay.map((entry) => ({ ...entry, traceSequence: traceSequence++ }));
    traceSequence += offsets;
    return {
      entryDescription: kind === 'REVERSAL' ? 'REVERSAL' : 'PAYROLL',
      effectiveEntryDate,
      companyDescriptiveDate: run.period.payDate,
      entries: numbered,
    };
  });
  const file: AchFile = {
    immediateDestination: funding.immediateDestination ?? routingNumber,
    destinationName: bankName,
    immediateOrigin: funding.immediateOrigin ?? companyIdentification,
    originName: companyName,
    companyName: companyEntryName,
    companyId: companyIdentification,
    odfiRoutingNumber,
    fileDate: date,
    fileTime: time,
    fileIdModifier: FILE_ID_MODIFIERS.charAt((number - 1) % FILE_ID_MODIFIERS.length),
    offsetAccount: funding.sendsBalancedFiles ? accountOf(funding, vault) : undefined,
    batches,
  };
  return { file, traces };
}

/** How many entries of a batch will debit, or credit, the funding account. */
function offsetsOf({ sendsBalancedFiles }: FundingAccountRecord, entries: readonly PreparedEntry[]): number {
  if (!sendsBalancedFiles) return 0;
  return Math.ceil(entries.reduce((sum, { amountCents }) => sum + amountCents, 0) / LARGEST_ENTRY_CENTS);
}

function accountOf(funding: FundingAccountRecord, vault: AccountVault): BankAccount {
  const { fundingAccountId, accountType, routingNumber, sealed } = funding;
  const accountNumber = vault.open({ ownerId: fundingAccountId, accountType, routingNumber }, sealed);
  return { accountType, routingNumber, accountNumber };
}

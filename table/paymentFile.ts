import { GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { documentClient, tableName } from './documentClient.ts';
import { PAYMENT_FILE_PREFIX, paymentFileKey, runPartition } from './keys.ts';
import type { PaymentPlace } from './payments.ts';
import { putTraceRange, type TraceRange } from './traceNumbers.ts';
import { transact, type TransactItem } from './transact.ts';

/** One file for the bank. What it pays is in the object; what it sums up to is here. */
export interface PaymentFileRecord {
  companyId: string;
  runId: string;
  /** Derived from what the file pays: however often it is written, it is this one file. */
  paymentFileId: string;
  kind: 'WAGES' | 'RETRY' | 'REVERSAL';
  fundingAccountId: string;
  effectiveEntryDate: string;
  /** Prenotes and offsets included. */
  entryCount: number;
  totalCreditCents: number;
  totalDebitCents: number;
  /** SHA-256 of the file, hexadecimal. */
  hash: string;
  /** Where it lies in the bucket. */
  objectKey: string;
  status: 'WRITTEN' | 'SUBMITTED';
  writtenAt: string;
  submittedAt?: string;
  /** Who acknowledged that the bank has it, and when. */
  deliveredAt?: string;
  deliveredBy?: string;
  /** Who fetched it, and when: the last ones. Each is in the run's history, too. */
  downloads?: { actor: string; at: string }[];
  /** Until when banks may return its entries as a rule: two banking days after it settles. */
  returnableUntilDate?: string;
  /** The trace numbers of its entries. Absent in files of before they were given out once for all. */
  traces?: TraceRange;
  /** Of a retry: the payment that it pays again, and for which time. */
  retries?: PaymentPlace & { attempt: number };
}

export async function getPaymentFile(
  companyId: string,
  runId: string,
  paymentFileId: string,
): Promise<PaymentFileRecord | undefined> {
  const { Item } = await documentClient.send(
    new GetCommand({
      TableName: tableName(),
      Key: paymentFileKey(companyId, runId, paymentFileId),
      ConsistentRead: true,
    }),
  );
  return Item as PaymentFileRecord | undefined;
}

/** All files of a run. Strongly consistent: who marks the last one submitted sees that it is the last. */
export async function getPaymentFiles(companyId: string, runId: string): Promise<PaymentFileRecord[]> {
  const files: PaymentFileRecord[] = [];
  const pages = paginateQuery(
    { client: documentClient },
    {
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': runPartition(companyId, runId), ':prefix': PAYMENT_FILE_PREFIX },
      ConsistentRead: true,
    },
  );
  for await (const { Items } of pages) files.push(...((Items ?? []) as PaymentFileRecord[]));
  return files;
}

/** Records a file that was written, unless it is recorded already. Answers the record that counts: the first one. */
export async function recordPaymentFile(file: PaymentFileRecord): Promise<PaymentFileRecord> {
  const { refused } = await transact(paymentFileItems(file));
  if (!refused) return file;
  const recorded = await getPaymentFile(file.companyId, file.runId, file.paymentFileId);
  if (!recorded) throw new Error(`${file.paymentFileId} of ${file.runId} was neither recorded nor there`);
  return recorded;
}

/** The writes that record a file, once, and whose its trace numbers are. */
export const paymentFileItems = (file: PaymentFileRecord): TransactItem[] => {
  const { companyId, runId, paymentFileId, effectiveEntryDate, traces } = file;
  const record: TransactItem = {
    Put: {
      TableName: tableName(),
      Item: { ...paymentFileKey(companyId, runId, paymentFileId), ...file },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
  return traces
    ? [record, putTraceRange(companyId, { ...traces, runId, paymentFileId, effectiveEntryDate })]
    : [record];
};

/** The write that notes that the gateway took a file, once. */
export const submitPaymentFile = (
  { companyId, runId, paymentFileId }: PaymentFileRecord,
  submittedAt: string,
): TransactItem => ({
  Update: {
    TableName: tableName(),
    Key: paymentFileKey(companyId, runId, paymentFileId),
    UpdateExpression: 'SET #status = :submitted, submittedAt = :submittedAt',
    ConditionExpression: '#status = :written',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':submitted': 'SUBMITTED', ':submittedAt': submittedAt, ':written': 'WRITTEN' },
  },
});

/** The write that notes that the bank has a file, once. */
export const deliverPaymentFile = (
  { companyId, runId, paymentFileId }: PaymentFileRecord,
  deliveredBy: string,
  deliveredAt: string,
): TransactItem => ({
  Update: {
    TableName: tableName(),
    Key: paymentFileKey(companyId, runId, paymentFileId),
    UpdateExpression: 'SET deliveredAt = :at, deliveredBy = :by',
    ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(deliveredAt)',
    ExpressionAttributeValues: { ':at': deliveredAt, ':by': deliveredBy },
  },
});

/** How many downloads a file's record keeps. */
const KEPT_DOWNLOADS = 20;

/** The write that notes who fetched a file. */
export const notePaymentFileDownload = (
  { companyId, runId, paymentFileId, downloads = [] }: PaymentFileRecord,
  download: { actor: string; at: string },
): TransactItem => ({
  Update: {
    TableName: tableName(),
    Key: paymentFileKey(companyId, runId, paymentFileId),
    UpdateExpression: 'SET downloads = :downloads',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':downloads': [...downloads, download].slice(-KEPT_DOWNLOADS) },
  },
});

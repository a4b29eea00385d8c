import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, paginateQuery, PutCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient, tableName } from './documentClient.ts';
import { PAYMENT_FILE_PREFIX, paymentFileKey, runPartition } from './keys.ts';
import type { PaymentPlace } from './payments.ts';
import type { TransactItem } from './transact.ts';

/** One file for the bank. What it pays is in the object; what it sums up to is here. */
export interface PaymentFileRecord {
  companyId: string;
  runId: string;
  /** Derived from what the file pays: however often it is written, it is this one file. */
  paymentFileId: string;
  kind: 'WAGES' | 'RETRY' | 'REVERSAL';
  fundingAccountId: string;
  effectiveEntryDate: string;
  /** Prenotes included. */
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
  try {
    await documentClient.send(new PutCommand(newPaymentFile(file)));
    return file;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const recorded = await getPaymentFile(file.companyId, file.runId, file.paymentFileId);
    if (!recorded) throw error;
    return recorded;
  }
}

/** The write that records a file, once. */
export const putPaymentFile = (file: PaymentFileRecord): TransactItem => ({ Put: newPaymentFile(file) });

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

const newPaymentFile = (file: PaymentFileRecord) => ({
  TableName: tableName(),
  Item: { ...paymentFileKey(file.companyId, file.runId, file.paymentFileId), ...file },
  ConditionExpression: 'attribute_not_exists(pk)',
});

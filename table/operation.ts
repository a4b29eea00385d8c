import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient, tableName } from './documentClient.ts';
import { operationKey } from './keys.ts';
import type { TransactItem } from './transact.ts';

/** An export: what is written, how far it is, and where the file lies. */
export interface OperationRecord {
  companyId: string;
  operationId: string;
  runId: string;
  report: 'REGISTER' | 'JOURNAL' | 'PAYMENTS' | 'PAYSLIPS';
  format: 'CSV' | 'JSONL' | 'PDF' | 'HTML';
  /** The calculation of the run that is written: another one has other figures. */
  calculation: number;
  status: 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED';
  /** Segments of the run that are written, out of how many: where the export goes on. */
  doneCount: number;
  totalCount: number;
  reason?: string;
  requestedBy: string;
  requestedAt: string;
  finishedAt?: string;
  /** Of the file in the bucket, once it is there. */
  fileKey?: string;
  /** It goes with its file. */
  expiresAtSeconds: number;
}

export async function getOperation(companyId: string, operationId: string): Promise<OperationRecord | undefined> {
  const { Item } = await documentClient.send(
    new GetCommand({ TableName: tableName(), Key: operationKey(companyId, operationId), ConsistentRead: true }),
  );
  return Item as OperationRecord | undefined;
}

/** The write that brings an operation into being. */
export const newOperation = (operation: OperationRecord): TransactItem => ({
  Put: {
    TableName: tableName(),
    Item: { ...operationKey(operation.companyId, operation.operationId), ...operation },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/** Notes that a piece is written. If the same piece was written at the same time, it is noted already and nothing changes. */
export const advanceOperation = (operation: OperationRecord, doneCount: number): Promise<void> =>
  update(operation, { status: 'RUNNING', doneCount });

/** Ends an operation: with its file, or with the reason why there is none. One that ended before stays as it ended. */
export const endOperation = (
  operation: OperationRecord,
  end: { status: 'SUCCEEDED'; fileKey: string } | { status: 'FAILED'; reason: string },
  finishedAt: string,
): Promise<void> => update(operation, { ...end, finishedAt });

async function update(seen: OperationRecord, changes: Partial<OperationRecord>): Promise<void> {
  const names = Object.keys(changes) as (keyof OperationRecord)[];
  try {
    await documentClient.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: operationKey(seen.companyId, seen.operationId),
        UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
        ConditionExpression: '#status = :seenStatus AND #doneCount = :seenCount',
        ExpressionAttributeNames: {
          ...Object.fromEntries(names.map((name) => [`#${name}`, name])),
          '#status': 'status',
          '#doneCount': 'doneCount',
        },
        ExpressionAttributeValues: {
          ...Object.fromEntries(names.map((name) => [`:${name}`, changes[name]])),
          ':seenStatus': seen.status,
          ':seenCount': seen.doneCount,
        },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

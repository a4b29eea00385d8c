import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient, tableName } from './documentClient.ts';
import { importKey } from './keys.ts';
import type { TransactItem } from './transact.ts';

/** What became of the rows of an import. */
export interface ImportCounts {
  createdCount: number;
  updatedCount: number;
  unchangedCount: number;
  refusedCount: number;
}

/** An import: the file that was announced, and how far it is. */
export interface ImportRecord extends ImportCounts {
  companyId: string;
  importId: string;
  kind: 'EMPLOYEES';
  sizeBytes: number;
  /** Hexadecimal. */
  sha256: string;
  status: 'WAITING_FOR_FILE' | 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED';
  /** Steps that are done: where the import continues. The first one reads the whole file, each other one a part of it. */
  doneSteps: number;
  doneCount: number;
  /** Rows of the file, once it was read. */
  totalCount?: number;
  reason?: string;
  requestedBy: string;
  requestedAt: string;
  finishedAt?: string;
  /** Of the file with what became of each row, once it is there. */
  resultsKey?: string;
  /** It goes with its files. */
  expiresAtSeconds: number;
}

export async function getImport(companyId: string, importId: string): Promise<ImportRecord | undefined> {
  const { Item } = await documentClient.send(
    new GetCommand({ TableName: tableName(), Key: importKey(companyId, importId), ConsistentRead: true }),
  );
  return Item as ImportRecord | undefined;
}

/** The write that brings an import into being. */
export const newImport = (record: ImportRecord): TransactItem => ({
  Put: {
    TableName: tableName(),
    Item: { ...record, ...importKey(record.companyId, record.importId) },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/** The write that lets an import begin. */
export const queueImport = ({ companyId, importId }: ImportRecord): TransactItem => ({
  Update: {
    TableName: tableName(),
    Key: importKey(companyId, importId),
    UpdateExpression: 'SET #status = :queued',
    ConditionExpression: '#status = :waiting',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':queued': 'QUEUED', ':waiting': 'WAITING_FOR_FILE' },
  },
});

/**
 * Notes what a step did, or how the import ended. A worker that did the same step at the same time noted the same: then nothing
 * changes.
 * @returns the import as it is then
 */
export async function noteImportStep(seen: ImportRecord, changes: Partial<ImportRecord>): Promise<ImportRecord> {
  const names = Object.keys(changes) as (keyof ImportRecord)[];
  try {
    await documentClient.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: importKey(seen.companyId, seen.importId),
        UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
        ConditionExpression: '#status = :seenStatus AND #doneSteps = :seenSteps',
        ExpressionAttributeNames: {
          ...Object.fromEntries(names.map((name) => [`#${name}`, name])),
          '#status': 'status',
          '#doneSteps': 'doneSteps',
        },
        ExpressionAttributeValues: {
          ...Object.fromEntries(names.map((name) => [`:${name}`, changes[name]])),
          ':seenStatus': seen.status,
          ':seenSteps': seen.doneSteps,
        },
      }),
    );
    return { ...seen, ...changes };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return (await getImport(seen.companyId, seen.importId)) ?? seen;
  }
}

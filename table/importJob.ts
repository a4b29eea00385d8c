import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient, tableName } from './documentClient.ts';
import { importKey } from './keys.ts';
import type { TransactItem } from './transact.ts';

/** What became of the rows of an import. */
export interface ImportCounts {
  createdCount: number;
  updatedCount: number;
  /** Rows that took out what was entered; absent in records of imports of before inputs were imported. */
  removedCount?: number;
  unchangedCount: number;
  refusedCount: number;
}

export type ImportKind = 'EMPLOYEES' | 'PAYROLL_INPUTS';

/** Of an import of inputs: what its rows are entered for, and by whom. */
export interface ImportPlace {
  payGroupId: string;
  periodStartDate: string;
  source: string;
}

/** An import: the file that was announced, and how far it is. */
export interface ImportRecord extends ImportCounts {
  companyId: string;
  importId: string;
  kind: ImportKind;
  sizeBytes: number;
  /** Hexadecimal. */
  sha256: string;
  status: 'WAITING_FOR_FILE' | 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED';
  place?: ImportPlace;
  /** How many parts the file has, once it was read, and which of them are done. They count from 1. */
  partCount?: number;
  doneParts?: ReadonlySet<number>;
  doneCount: number;
  /** Rows of the file, once it was read. */
  totalCount?: number;
  reason?: string;
  requestedBy: string;
  /** Of a file that an API key announced: who made the key. */
  requestedByOwner?: string;
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

/** Whether the rows of a part were taken. */
export const isPartDone = ({ doneParts }: ImportRecord, part: number): boolean => doneParts?.has(part) ?? false;

export const areAllPartsDone = ({ partCount, doneParts }: ImportRecord): boolean =>
  partCount !== undefined && (doneParts?.size ?? 0) === partCount;

/**
 * Notes that the rows of a part were taken, and what became of them, once: parts are taken beside each other, and one may be
 * taken twice.
 * @returns the import as it is then; absent when the part was noted before, or the import has ended
 */
export async function noteImportPart(
  { companyId, importId }: Pick<ImportRecord, 'companyId' | 'importId'>,
  part: number,
  counts: ImportCounts & { doneCount: number },
): Promise<ImportRecord | undefined> {
  const names = Object.keys(counts) as (keyof typeof counts)[];
  try {
    const { Attributes } = await documentClient.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: importKey(companyId, importId),
        UpdateExpression: `ADD doneParts :parts, ${names.map((name) => `${name} :${name}`).join(', ')}`,
        ConditionExpression: '#status = :running AND NOT contains(doneParts, :part)',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: {
          ...Object.fromEntries(names.map((name) => [`:${name}`, counts[name]])),
          ':parts': new Set([part]),
          ':part': part,
          ':running': 'RUNNING',
        },
        ReturnValues: 'ALL_NEW',
      }),
    );
    return Attributes as ImportRecord;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}

/**
 * Notes that an import moved on. A worker that did the same at the same time noted the same: then nothing changes.
 * @returns the import as it is then
 */
export async function moveImport(seen: ImportRecord, changes: Partial<ImportRecord>): Promise<ImportRecord> {
  const names = Object.keys(changes) as (keyof ImportRecord)[];
  try {
    await documentClient.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: importKey(seen.companyId, seen.importId),
        UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
        ConditionExpression: '#status = :seen',
        ExpressionAttributeNames: {
          ...Object.fromEntries(names.map((name) => [`#${name}`, name])),
          '#status': 'status',
        },
        ExpressionAttributeValues: {
          ...Object.fromEntries(names.map((name) => [`:${name}`, changes[name]])),
          ':seen': seen.status,
        },
      }),
    );
    return { ...seen, ...changes };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return (await getImport(seen.companyId, seen.importId)) ?? seen;
  }
}

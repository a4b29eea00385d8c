import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { paginateQuery, PutCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient, tableName } from './documentClient.ts';
import { ledgerEntryKey, runPartition } from './keys.ts';
import type { TransactItem } from './transact.ts';

/** One line of an entry: an account with the name that it had, and a positive amount on one of the two sides. */
export interface LedgerLine {
  account: string;
  name: string;
  debitCents?: number;
  creditCents?: number;
}

/** One entry of a run's journal, complete with the names of its accounts: what is posted is never written again. */
export interface LedgerEntryRecord {
  companyId: string;
  runId: string;
  /** From 1. The entries of the segments come first, each under its segment's number plus one. */
  sequence: number;
  description: string;
  postedAt: string;
  lines: LedgerLine[];
}

/** As many as six digits can number. */
const LAST_SEQUENCE = 999_999;

/** The write of an entry, once: the second one under the same number is refused. */
const ledgerEntryPut = (entry: LedgerEntryRecord) => ({
  TableName: tableName(),
  Item: { ...ledgerEntryKey(entry.companyId, entry.runId, entry.sequence), ...entry },
  ConditionExpression: 'attribute_not_exists(pk)',
});

/** The same as a part of a transaction. */
export const newLedgerEntry = (entry: LedgerEntryRecord): TransactItem => ({ Put: ledgerEntryPut(entry) });

/** Posts an entry; one that is there already stays as it is. */
export async function postLedgerEntry(entry: LedgerEntryRecord): Promise<void> {
  try {
    await documentClient.send(new PutCommand(ledgerEntryPut(entry)));
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

/** All entries of a run in the order of their numbers. Strongly consistent. */
export const getLedgerEntries = (companyId: string, runId: string): Promise<LedgerEntryRecord[]> =>
  getLedgerEntriesBetween(companyId, runId, 1, LAST_SEQUENCE);

/** The entries of a run from one number to another, both included, in their order. Strongly consistent. */
export async function getLedgerEntriesBetween(
  companyId: string,
  runId: string,
  firstSequence: number,
  lastSequence: number,
): Promise<LedgerEntryRecord[]> {
  const entries: LedgerEntryRecord[] = [];
  const pages = paginateQuery(
    { client: documentClient },
    {
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: {
        ':pk': runPartition(companyId, runId),
        ':first': ledgerEntryKey(companyId, runId, firstSequence).sk,
        ':last': ledgerEntryKey(companyId, runId, lastSequence).sk,
      },
      ConsistentRead: true,
    },
  );
  for await (const { Items } of pages) entries.push(...((Items ?? []) as LedgerEntryRecord[]));
  return entries;
}

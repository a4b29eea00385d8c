import { BatchExecuteStatementCommand, type BatchExecuteStatementCommandOutput } from '@aws-sdk/lib-dynamodb';
import { atOnce } from './atOnce.ts';
import { growingPause } from './batch.ts';
import { documentClient, tableName } from './documentClient.ts';
import type { ItemKey } from './keys.ts';

const INSERTS_PER_REQUEST = 25;

const REQUESTS_AT_ONCE = 8;

type NewItem = ItemKey & Readonly<Record<string, unknown>>;

/**
 * Writes items unless there is one with the same key already, each for itself: what 25 conditional puts do in one request. An
 * INSERT of PartiQL has that condition built in, while `BatchWriteItem` has none. A death in between leaves some of them.
 * @param items no two with the same key
 * @returns in their order, whether each was written
 */
export async function insertAll(items: readonly NewItem[]): Promise<boolean[]> {
  const batches: NewItem[][] = [];
  for (let start = 0; start < items.length; start += INSERTS_PER_REQUEST)
    batches.push(items.slice(start, start + INSERTS_PER_REQUEST));
  return (await atOnce(REQUESTS_AT_ONCE, batches, insertBatch)).flat();
}

async function insertBatch(items: NewItem[]): Promise<boolean[]> {
  const isWritten = new Array<boolean>(items.length).fill(false);
  let pending = items.map((item, place) => ({ item, place }));
  for (let attempt = 0; pending.length > 0; attempt++) {
    await growingPause(attempt);
    const Statements = pending.map(({ item }) => insertOf(item));
    const { Responses = [] }: BatchExecuteStatementCommandOutput = await documentClient.send(
      new BatchExecuteStatementCommand({ Statements }),
    );
    const again: typeof pending = [];
    for (const [index, open] of pending.entries()) {
      const error = Responses[index]?.Error;
      if (!error) isWritten[open.place] = true;
      else if (PASSING.has(error.Code ?? '')) again.push(open);
      else if (error.Code !== 'DuplicateItem') throw new Error(`an item was not inserted: ${error.Code}`);
    }
    pending = again;
  }
  return isWritten;
}

/** What a statement may be refused for that passes. */
const PASSING: ReadonlySet<string> = new Set([
  'InternalServerError',
  'ProvisionedThroughputExceeded',
  'RequestLimitExceeded',
  'ThrottlingError',
  'TransactionConflict',
]);

function insertOf(item: NewItem) {
  const members = Object.entries(item).filter(([, value]) => value !== undefined);
  return {
    Statement: `INSERT INTO "${tableName()}" VALUE {${members.map(([name]) => `'${name}': ?`).join(', ')}}`,
    Parameters: members.map(([, value]) => value),
  };
}

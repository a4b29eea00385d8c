import {
  BatchGetCommand,
  BatchWriteCommand,
  type BatchWriteCommandInput,
  type BatchWriteCommandOutput,
} from '@aws-sdk/lib-dynamodb';
import { documentClient, tableName } from './documentClient.ts';
import type { ItemKey } from './keys.ts';

const WRITES_PER_REQUEST = 25;
const GETS_PER_REQUEST = 100;

/**
 * Puts items without a condition, 25 a request. For items whose bytes follow from frozen inputs alone, so that writing
 * them again changes nothing. What the table did not take (it was throttled) is sent again after a growing, random pause.
 */
export const putAll = (items: Record<string, unknown>[]): Promise<void> =>
  writeAll(items.map((Item) => ({ PutRequest: { Item } })));

/** Deletes items, whether they are there or not. */
export const deleteAll = (keys: ItemKey[]): Promise<void> =>
  writeAll(keys.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })));

type WriteRequest = NonNullable<BatchWriteCommandInput['RequestItems']>[string][number];

async function writeAll(requests: WriteRequest[]): Promise<void> {
  await Promise.all(
    chunksOf(requests, WRITES_PER_REQUEST).map(async (chunk) => {
      let pending: WriteRequest[] | undefined = chunk;
      for (let attempt = 0; pending?.length; attempt++) {
        await growingPause(attempt);
        const RequestItems = { [tableName()]: pending };
        const answer: BatchWriteCommandOutput = await documentClient.send(new BatchWriteCommand({ RequestItems }));
        pending = answer.UnprocessedItems?.[tableName()];
      }
    }),
  );
}

/** Reads items by key, in no particular order; keys of no item are simply absent from the answer. */
export async function getAll<Item>(keys: ItemKey[]): Promise<Item[]> {
  const found = await Promise.all(
    chunksOf(keys, GETS_PER_REQUEST).map(async (chunk) => {
      const items: Item[] = [];
      let pending: ItemKey[] | undefined = chunk;
      for (let attempt = 0; pending?.length; attempt++) {
        await growingPause(attempt);
        const answer = await documentClient.send(
          new BatchGetCommand({ RequestItems: { [tableName()]: { Keys: pending, ConsistentRead: true } } }),
        );
        items.push(...((answer.Responses?.[tableName()] ?? []) as Item[]));
        pending = answer.UnprocessedKeys?.[tableName()]?.Keys as ItemKey[] | undefined;
      }
      return items;
    }),
  );
  return found.flat();
}

/** Nothing before the first attempt, then up to 50 ms, 100 ms, ... 5 s, at random so that workers do not march in step. */
export async function growingPause(attempt: number): Promise<void> {
  if (attempt === 0) return;
  if (attempt > 10) throw new Error('the table refused part of a batch ten times: it is throttled');
  const longestMs = Math.min(5000, 25 * 2 ** attempt);
  await new Promise((resolve) => setTimeout(resolve, Math.random() * longestMs));
}

function chunksOf<Element>(list: Element[], size: number): Element[][] {
  const chunks: Element[][] = [];
  for (let start = 0; start < list.length; start += size) chunks.push(list.slice(start, start + size));
  return chunks;
}

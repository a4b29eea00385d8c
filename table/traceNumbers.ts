/**
 * The trace numbers of a company's entries at one originating bank: given out once, in the order in which files are written,
 * and kept by file, so that a trace number leads to the file that it went out in.
 */
import { GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient, tableName } from './documentClient.ts';
import { companyPartition, TRACE_PREFIX, traceCounterKey, traceRangeKey } from './keys.ts';
import { queryAll } from './queryAll.ts';
import type { TransactItem } from './transact.ts';

/** A trace number ends with seven digits, from 1. After the last one they begin again. */
export const TRACE_SEQUENCES = 9_999_999;

/** The trace numbers of one file, counted from 0 through all rounds of the seven digits. */
export interface TraceRange {
  /** The originating bank's first eight digits, which the trace numbers begin with. */
  odfi: string;
  first: number;
  last: number;
}

/** What a trace number leads to. */
export interface TracedFile extends TraceRange {
  runId: string;
  paymentFileId: string;
  /** When the file is to settle, at the earliest of its entries. */
  effectiveEntryDate: string;
}

/** The seven digits of the trace number with this count. */
export const sequenceOfTrace = (count: number): number => (count % TRACE_SEQUENCES) + 1;

/**
 * Takes the next `count` trace numbers at a bank. They rise: those that would go over the end of the seven digits are left
 * out, as are those of an attempt that died.
 */
export async function takeTraceNumbers(companyId: string, odfi: string, count: number): Promise<TraceRange> {
  for (;;) {
    const { Attributes } = await documentClient.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: traceCounterKey(companyId, odfi),
        UpdateExpression: 'ADD taken :count',
        ExpressionAttributeValues: { ':count': count },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    const { taken } = Attributes as { taken: number };
    const range = { odfi, first: taken - count, last: taken - 1 };
    if (sequenceOfTrace(range.first) <= sequenceOfTrace(range.last)) return range;
  }
}

/** The write that remembers whose trace numbers these are. */
export const putTraceRange = (companyId: string, { odfi, first, last, ...file }: TracedFile): TransactItem => ({
  Put: {
    TableName: tableName(),
    Item: { ...traceRangeKey(companyId, odfi, last), odfi, first, last, ...file },
  },
});

/**
 * The files that used a trace number, the newest first: more than one only where its seven digits came round again. Looks so
 * many rounds back.
 */
export async function filesOfTrace(companyId: string, traceNumber: string, rounds = 3): Promise<TracedFile[]> {
  const odfi = traceNumber.slice(0, 8);
  const { Item } = await documentClient.send(
    new GetCommand({ TableName: tableName(), Key: traceCounterKey(companyId, odfi), ConsistentRead: true }),
  );
  const { taken = 0 } = (Item ?? {}) as { taken?: number };
  const place = Number(traceNumber.slice(8)) - 1;
  const round = Math.floor((taken - 1 - place) / TRACE_SEQUENCES);
  const files: TracedFile[] = [];
  for (let i = round; i >= 0 && i > round - rounds; i--) {
    const file = await fileWith(companyId, odfi, i * TRACE_SEQUENCES + place);
    if (file) files.push(file);
  }
  return files;
}

/** The file that used the trace number with this count; nothing where no recorded file did. */
async function fileWith(companyId: string, odfi: string, count: number): Promise<TracedFile | undefined> {
  const { pk, sk } = traceRangeKey(companyId, odfi, count);
  const { Items } = await documentClient.send(
    new QueryCommand({
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: { ':pk': pk, ':first': sk, ':last': `${sk.slice(0, -15)}~` },
      ConsistentRead: true,
      Limit: 1,
    }),
  );
  const [range] = (Items ?? []) as TracedFile[];
  return range && range.first <= count ? range : undefined;
}

/** All files of a company with trace numbers, those with the latest effective entry date first. */
export async function tracedFiles(companyId: string): Promise<TracedFile[]> {
  const files = await queryAll<TracedFile>({
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': companyPartition(companyId), ':prefix': TRACE_PREFIX },
  });
  return files.sort((a, b) => (a.effectiveEntryDate > b.effectiveEntryDate ? -1 : 1));
}

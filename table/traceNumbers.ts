/**
 * The trace numbers of a company's entries at one originating bank: given out once, in the order in which files are written,
 * and kept by file, so that a trace number leads to the file that it went out in.
 */
import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient, tableName } from './documentClient.ts';
import { traceCounterKey, traceRangeKey } from './keys.ts';
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

/** The file that used the trace number with this count; nothing where no recorded file did. */
export async function findTracedFile(companyId: string, odfi: string, count: number): Promise<TracedFile | undefined> {
  const { Items } = await documentClient.send(
    new QueryCommand({
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: {
        ':pk': traceCounterKey(companyId, odfi).pk,
        ':first': traceRangeKey(companyId, odfi, count).sk,
        ':last': `${traceRangeKey(companyId, odfi, 0).sk.slice(0, -15)}~`,
      },
      ConsistentRead: true,
      Limit: 1,
    }),
  );
  const [range] = (Items ?? []) as TracedFile[];
  return range && range.first <= count ? range : undefined;
}

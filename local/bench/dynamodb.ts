/**
 * Measures the three DynamoDB calls that a payroll run consists of, on the local engine, in process, on one thread:
 * a Query of 100 items of 1 KB (whole, and with a projection), a BatchWriteItem of 25 new items of 1 KB, and the
 * UpdateItem that closes a segment (two sums and a number set of up to 1,000 members, under NOT contains).
 * Not measured: HTTP, signatures, the AWS SDK, IAM policies, and other threads on the same file. Every call works on
 * other keys than the one before it; the file is new and small enough for the system's page cache. Each figure is the
 * median of 7 rounds after one that is not counted; expect 10% of noise on an idle machine, and far more on a busy one.
 *
 * node local/bench/dynamodb.ts
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Caller } from '../src/Caller.ts';
import { SystemClock } from '../src/Clock.ts';
import { DynamoDb } from '../src/dynamodb/DynamoDb.ts';

const SEGMENTS = 400;
const ITEMS_PER_SEGMENT = 100;
const BATCH = 25;
const ROUNDS = 7;

const caller: Caller = { arn: 'arn:aws:iam::000000000000:root', allows: () => true };
const dataDirectory = mkdtempSync(join(tmpdir(), 'payroll-bench-'));
const dynamoDb = new DynamoDb({
  accountId: '000000000000',
  region: 'us-east-1',
  clock: new SystemClock(),
  dataDirectory,
});
dynamoDb.defineTable({
  TableName: 'payroll',
  BillingMode: 'PAY_PER_REQUEST',
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
  ],
});

function payslip(segment: number, position: number): Record<string, unknown> {
  return {
    pk: { S: `run_01#${segment}` },
    sk: { S: `slip_${String(position).padStart(6, '0')}` },
    employeeId: { S: `emp_${segment}_${position}` },
    outcome: { S: 'CALCULATED' },
    grossPayCents: { N: String(500_000 + position) },
    netPayCents: { N: String(350_000 + position) },
    lines: { S: 'x'.repeat(830) },
  };
}

let batches = 0;
function putBatch(): void {
  const segment = Math.floor((batches * BATCH) / ITEMS_PER_SEGMENT);
  const first = (batches++ * BATCH) % ITEMS_PER_SEGMENT;
  const writes = Array.from({ length: BATCH }, (_, i) => ({ PutRequest: { Item: payslip(segment, first + i) } }));
  dynamoDb.callToJson('BatchWriteItem', { RequestItems: { payroll: writes } }, caller);
}

let queries = 0;
function querySegment(projection: Record<string, unknown>): void {
  const input = {
    TableName: 'payroll',
    KeyConditionExpression: 'pk = :segment AND begins_with(sk, :slip)',
    ExpressionAttributeValues: { ':segment': { S: `run_01#${(queries++ * 7) % SEGMENTS}` }, ':slip': { S: 'slip_' } },
    ...projection,
  };
  dynamoDb.callToJson('Query', input, caller);
}

let closed = 0;
function closeSegment(): void {
  const segment = String(closed % 1_000);
  const input = {
    TableName: 'payroll',
    Key: { pk: { S: `run_${Math.floor(closed++ / 1_000)}` }, sk: { S: 'progress' } },
    UpdateExpression: 'ADD calculated :employees, netPayCents :net, closedSegments :segments',
    ConditionExpression: 'NOT contains(closedSegments, :segment)',
    ExpressionAttributeValues: {
      ':employees': { N: '100' },
      ':net': { N: '35000000' },
      ':segments': { NS: [segment] },
      ':segment': { N: segment },
    },
  };
  dynamoDb.callToJson('UpdateItem', input, caller);
}

/** Median milliseconds per call over the rounds. */
function measure(callsPerRound: number, call: () => void): number {
  const rounds: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const start = performance.now();
    for (let n = 0; n < callsPerRound; n++) call();
    if (round > 0) rounds.push((performance.now() - start) / callsPerRound);
  }
  return rounds.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}

const figures = {
  'BatchWriteItem, 25 new items of 1 KB': measure((SEGMENTS * ITEMS_PER_SEGMENT) / BATCH / (ROUNDS + 1), putBatch),
  'Query, 100 items of 1 KB': measure(SEGMENTS, () => querySegment({})),
  'Query, 100 items of 1 KB, 3 attributes': measure(SEGMENTS, () =>
    querySegment({ ProjectionExpression: 'sk, employeeId, netPayCents' }),
  ),
  'UpdateItem, closing a segment': measure(1_000, closeSegment),
};
for (const [name, ms] of Object.entries(figures)) {
  console.log(
    `${name.padEnd(40)} ${ms.toFixed(3).padStart(7)} ms ${Math.round(1000 / ms)
      .toLocaleString('en-US')
      .padStart(8)} ops/s`,
  );
}
dynamoDb.close();
rmSync(dataDirectory, { recursive: true });

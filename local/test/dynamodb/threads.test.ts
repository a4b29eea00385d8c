import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { DynamoDb } from '../../src/dynamodb/DynamoDb.ts';
import { ROOT, testCloud } from '../testCloud.ts';
import { indexedTable, payrollTable } from './payrollTable.ts';

test('threads may open a file that is not there yet at the same moment', async () => {
  const { dataDirectory } = testCloud();
  const exitCodes = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const workerData = { dataDirectory, thread: 0, writes: 0 };
      const worker = new Worker(new URL('./writerThread.ts', import.meta.url), { workerData });
      return (await once(worker, 'exit'))[0] as number;
    }),
  );
  expect(exitCodes).toEqual([0, 0, 0, 0, 0, 0]);
});

test('threads that write at once lose nothing and count nothing twice', async () => {
  const cloud = testCloud();
  const dynamoDb = new DynamoDb(cloud);
  dynamoDb.defineTable(payrollTable);
  const threads = 4;
  const writes = 100;
  await Promise.all(
    Array.from({ length: threads }, async (_, thread) => {
      const workerData = { dataDirectory: cloud.dataDirectory, thread, writes };
      const worker = new Worker(new URL('./writerThread.ts', import.meta.url), { workerData });
      const [exitCode] = await once(worker, 'exit');
      expect(exitCode).toBe(0);
    }),
  );
  const counter = dynamoDb.call(
    'GetItem',
    { TableName: 'payroll', Key: { pk: { S: 'run' }, sk: { S: 'total' } } },
    ROOT,
  );
  expect(counter).toMatchObject({ Item: { employees: { N: String(threads * writes) } } });
  const items = dynamoDb.call('Scan', { TableName: 'payroll', Select: 'COUNT' }, ROOT);
  expect(items).toMatchObject({ Count: 1 + threads * writes });
});

test('a definition that one engine changes holds for the others at their next call', () => {
  const cloud = testCloud();
  const [one, other] = [new DynamoDb(cloud), new DynamoDb(cloud)];
  one.defineTable(payrollTable);
  other.call(
    'PutItem',
    { TableName: 'payroll', Item: { pk: { S: 'a' }, sk: { S: '1' }, status: { S: 'PAID' } } },
    ROOT,
  );
  one.defineTable(indexedTable);
  other.call(
    'PutItem',
    { TableName: 'payroll', Item: { pk: { S: 'a' }, sk: { S: '2' }, status: { S: 'PAID' } } },
    ROOT,
  );
  const paid = {
    TableName: 'payroll',
    IndexName: 'byStatus',
    KeyConditionExpression: '#status = :paid',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':paid': { S: 'PAID' } },
  };
  expect(one.call('Query', paid, ROOT)).toMatchObject({ Count: 2 });
  other.call('DeleteTable', { TableName: 'payroll' }, ROOT);
  expect(() => one.call('Query', paid, ROOT)).toThrow('Requested resource not found');
});

test('a write that cannot get at the file in time is throttled, and works once the file is free', () => {
  const cloud = testCloud();
  const dynamoDb = new DynamoDb(cloud, 20);
  dynamoDb.defineTable(payrollTable);
  const holder = new DatabaseSync(join(cloud.dataDirectory, 'dynamodb.sqlite'));
  holder.exec('BEGIN IMMEDIATE');
  const put = () => dynamoDb.call('PutItem', { TableName: 'payroll', Item: { pk: { S: 'a' }, sk: { S: '1' } } }, ROOT);
  expect(put).toThrow(expect.objectContaining({ code: 'ThrottlingException' }));
  expect(dynamoDb.call('Scan', { TableName: 'payroll' }, ROOT)).toMatchObject({ Count: 0 });
  holder.exec('COMMIT');
  put();
  holder.close();
});

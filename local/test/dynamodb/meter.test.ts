import { beforeEach, expect, test } from 'vitest';
import { DynamoDb } from '../../src/dynamodb/DynamoDb.ts';
import { ROOT, testCloud } from '../testCloud.ts';
import { indexedTable } from './payrollTable.ts';

let dynamoDb: DynamoDb;
beforeEach(() => {
  dynamoDb = new DynamoDb(testCloud());
  dynamoDb.defineTable(indexedTable);
});

const call = (operation: string, input: Record<string, unknown>) => dynamoDb.call(operation, input, ROOT);
const key = (sk: string) => ({ pk: { S: 'run' }, sk: { S: sk } });
const put = (sk: string, bytes: number, status?: string) =>
  call('PutItem', {
    TableName: 'payroll',
    Item: { ...key(sk), filler: { S: 'x'.repeat(bytes) }, ...(status ? { status: { S: status } } : {}) },
  });
const update = (UpdateExpression: string, value: string) =>
  call('UpdateItem', {
    TableName: 'payroll',
    Key: key('1'),
    UpdateExpression,
    ExpressionAttributeNames: { '#name': UpdateExpression.includes('status') ? 'status' : 'filler' },
    ExpressionAttributeValues: { ':value': { S: value } },
  });
/** The units that `task` takes: of reading, writing, and writing the index. */
const unitsOf = (task: () => unknown) => {
  const total = () => [
    dynamoDb.consumed.get('payroll')?.readUnits ?? 0,
    dynamoDb.consumed.get('payroll')?.writeUnits ?? 0,
    dynamoDb.consumed.get('payroll/index/byStatus')?.writeUnits ?? 0,
  ];
  const before = total();
  task();
  return total().map((units, i) => units - (before[i] ?? 0));
};

test('a write costs a unit a KB, of the larger of the old item and the new', () => {
  expect(unitsOf(() => put('1', 1_500))).toEqual([0, 2, 0]);
  expect(unitsOf(() => put('1', 10))).toEqual([0, 2, 0]);
  expect(unitsOf(() => put('1', 3_000))).toEqual([0, 3, 0]);
  expect(unitsOf(() => call('DeleteItem', { TableName: 'payroll', Key: key('1') }))).toEqual([0, 3, 0]);
  expect(unitsOf(() => call('DeleteItem', { TableName: 'payroll', Key: key('1') }))).toEqual([0, 1, 0]);
});

test('an index costs a write when an item comes or goes, two when its key changes, none when nothing of it does', () => {
  expect(unitsOf(() => put('1', 10, 'DRAFT'))).toEqual([0, 1, 1]);
  expect(unitsOf(() => update('SET #name = :value', 'other'))).toEqual([0, 1, 0]);
  expect(
    unitsOf(() =>
      call('UpdateItem', {
        TableName: 'payroll',
        Key: key('1'),
        UpdateExpression: 'SET #status = :paid',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':paid': { S: 'PAID' } },
      }),
    ),
  ).toEqual([0, 1, 2]);
  expect(unitsOf(() => call('DeleteItem', { TableName: 'payroll', Key: key('1') }))).toEqual([0, 1, 1]);
});

test('a read costs a unit per 4 KB, half when eventually consistent, and a page is summed before it is rounded', () => {
  for (const sk of ['1', '2', '3']) put(sk, 3_000);
  const get = (ConsistentRead: boolean) => call('GetItem', { TableName: 'payroll', Key: key('1'), ConsistentRead });
  expect(unitsOf(() => get(true))[0]).toBe(1);
  expect(unitsOf(() => get(false))[0]).toBe(0.5);
  const request = {
    TableName: 'payroll',
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: 'run' } },
  };
  expect(unitsOf(() => call('Query', { ...request, ConsistentRead: true }))[0]).toBe(3);
  expect(unitsOf(() => call('BatchGetItem', { RequestItems: { payroll: { Keys: [key('1'), key('2')] } } }))[0]).toBe(1);
});

test('a failed condition is paid for, and a transaction is paid for twice', () => {
  put('1', 10);
  const refused = {
    TableName: 'payroll',
    Item: key('1'),
    ConditionExpression: 'attribute_not_exists(pk)',
  };
  expect(unitsOf(() => expect(() => call('PutItem', refused)).toThrow())).toEqual([0, 1, 0]);
  const write = { TransactItems: [{ Put: { TableName: 'payroll', Item: key('2') } }] };
  expect(unitsOf(() => call('TransactWriteItems', write))).toEqual([0, 2, 0]);
  const read = { TransactItems: [{ Get: { TableName: 'payroll', Key: key('1') } }] };
  expect(unitsOf(() => call('TransactGetItems', read))).toEqual([2, 0, 0]);
});

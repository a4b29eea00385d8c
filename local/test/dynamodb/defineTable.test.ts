import { expect, test } from 'vitest';
import { DynamoDb } from '../../src/dynamodb/DynamoDb.ts';
import type { TableProperties } from '../../src/dynamodb/readTableProperties.ts';
import { ROOT, testCloud } from '../testCloud.ts';
import { indexedTable, payrollTable } from './payrollTable.ts';

const item = (sk: string, status: string) => ({ pk: { S: 'run' }, sk: { S: sk }, status: { S: status } });
const paid = {
  TableName: 'payroll',
  IndexName: 'byStatus',
  KeyConditionExpression: '#status = :paid',
  ExpressionAttributeNames: { '#status': 'status' },
  ExpressionAttributeValues: { ':paid': { S: 'PAID' } },
};

test('items and definitions survive when the file is opened again', () => {
  const cloud = testCloud();
  const before = new DynamoDb(cloud);
  before.defineTable(payrollTable);
  before.call('PutItem', { TableName: 'payroll', Item: item('1', 'PAID') }, ROOT);
  before.close();
  const after = new DynamoDb(cloud);
  after.defineTable(payrollTable);
  expect(after.call('Scan', { TableName: 'payroll' }, ROOT)).toMatchObject({ Items: [item('1', 'PAID')] });
});

test('an index that is added later is filled with the items that are there, and goes when it is taken away', () => {
  const dynamoDb = new DynamoDb(testCloud());
  dynamoDb.defineTable(payrollTable);
  dynamoDb.call('PutItem', { TableName: 'payroll', Item: item('1', 'PAID') }, ROOT);
  dynamoDb.defineTable(indexedTable);
  expect(dynamoDb.call('Query', paid, ROOT)).toMatchObject({ Items: [item('1', 'PAID')] });
  dynamoDb.defineTable(payrollTable);
  expect(() => dynamoDb.call('Query', paid, ROOT)).toThrow('The table does not have the specified index: byStatus');
});

test('a global table with one replica is a table; its replica says whether it is protected', () => {
  const dynamoDb = new DynamoDb(testCloud());
  dynamoDb.defineTable({
    ...payrollTable,
    SSESpecification: { SSEEnabled: true },
    Replicas: [
      {
        Region: 'us-east-1',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        Tags: [],
      },
    ],
  });
  expect(() => dynamoDb.call('DeleteTable', { TableName: 'payroll' }, ROOT)).toThrow('protected against deletion');
});

test.each<[string, Partial<TableProperties>]>([
  ['StreamSpecification', { StreamSpecification: { StreamViewType: 'NEW_IMAGE' } }],
  ['BillingMode PROVISIONED', { BillingMode: 'PROVISIONED' }],
  ['global tables in several regions', { Replicas: [{ Region: 'us-east-1' }, { Region: 'eu-west-1' }] }],
  ['KinesisStreamSpecification', { Replicas: [{ Region: 'us-east-1', KinesisStreamSpecification: {} }] }],
  ['ImportSourceSpecification', { ImportSourceSpecification: {} }],
])('%s is refused by name', (what, properties) => {
  expect(() => new DynamoDb(testCloud()).defineTable({ ...payrollTable, ...properties })).toThrow(what);
});

test('a table whose key changed is not replaced behind its owner’s back', () => {
  const dynamoDb = new DynamoDb(testCloud());
  dynamoDb.defineTable(payrollTable);
  const changed = { ...payrollTable, KeySchema: payrollTable.KeySchema.slice(0, 1) };
  changed.AttributeDefinitions = changed.AttributeDefinitions.slice(0, 1);
  expect(() => dynamoDb.defineTable(changed)).toThrow('because its KeySchema changed');
});

test('names of tables and indexes tell letter case apart', () => {
  const dynamoDb = new DynamoDb(testCloud());
  dynamoDb.defineTable(payrollTable);
  dynamoDb.defineTable({ ...payrollTable, TableName: 'PAYROLL' });
  dynamoDb.call('PutItem', { TableName: 'payroll', Item: item('1', 'PAID') }, ROOT);
  expect(dynamoDb.call('Scan', { TableName: 'PAYROLL' }, ROOT)).toMatchObject({ Count: 0 });
});

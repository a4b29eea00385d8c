import { beforeEach, expect, test } from 'vitest';
import { DynamoDb } from '../../src/dynamodb/DynamoDb.ts';
import { callerAllowed, testCloud } from '../testCloud.ts';
import { indexedTable } from './payrollTable.ts';

const TABLE_ARN = 'arn:aws:dynamodb:us-east-1:000000000000:table/payroll';
const INDEX_ARN = `${TABLE_ARN}/index/byStatus`;
const Key = { pk: { S: 'a' }, sk: { S: '1' } };
const query = {
  TableName: 'payroll',
  KeyConditionExpression: 'pk = :v',
  ExpressionAttributeValues: { ':v': { S: 'a' } },
};
const transaction = {
  TransactItems: [
    { Put: { TableName: 'payroll', Item: { pk: { S: 'a' }, sk: { S: '2' } } } },
    { Delete: { TableName: 'payroll', Key } },
    {
      ConditionCheck: {
        TableName: 'payroll',
        Key: { ...Key, sk: { S: '3' } },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
  ],
};

let dynamoDb: DynamoDb;
beforeEach(() => {
  dynamoDb = new DynamoDb(testCloud());
  dynamoDb.defineTable(indexedTable);
});

test.each([
  ['GetItem', { TableName: 'payroll', Key }, [`dynamodb:GetItem ${TABLE_ARN}`]],
  ['PutItem', { TableName: 'payroll', Item: Key }, [`dynamodb:PutItem ${TABLE_ARN}`]],
  ['DeleteItem', { TableName: 'payroll', Key }, [`dynamodb:DeleteItem ${TABLE_ARN}`]],
  ['UpdateItem', { TableName: TABLE_ARN, Key }, [`dynamodb:UpdateItem ${TABLE_ARN}`]],
  ['Query', query, [`dynamodb:Query ${TABLE_ARN}`]],
  [
    'Query',
    {
      ...query,
      IndexName: 'byStatus',
      KeyConditionExpression: '#s = :v',
      ExpressionAttributeNames: { '#s': 'status' },
    },
    [`dynamodb:Query ${INDEX_ARN}`],
  ],
  ['Scan', { TableName: 'payroll', IndexName: 'byStatus' }, [`dynamodb:Scan ${INDEX_ARN}`]],
  ['BatchGetItem', { RequestItems: { payroll: { Keys: [Key] } } }, [`dynamodb:BatchGetItem ${TABLE_ARN}`]],
  [
    'BatchWriteItem',
    { RequestItems: { payroll: [{ DeleteRequest: { Key } }] } },
    [`dynamodb:BatchWriteItem ${TABLE_ARN}`],
  ],
  [
    'BatchExecuteStatement',
    {
      Statements: [{ Statement: `INSERT INTO "payroll" VALUE {'pk': ?, 'sk': ?}`, Parameters: [Key.pk, Key.sk] }],
    },
    [`dynamodb:PartiQLInsert ${TABLE_ARN}`],
  ],
  ['TransactGetItems', { TransactItems: [{ Get: { TableName: 'payroll', Key } }] }, [`dynamodb:GetItem ${TABLE_ARN}`]],
  [
    'TransactWriteItems',
    transaction,
    ['PutItem', 'DeleteItem', 'ConditionCheckItem'].map((action) => `dynamodb:${action} ${TABLE_ARN}`),
  ],
  ['DescribeTable', { TableName: 'payroll' }, [`dynamodb:DescribeTable ${TABLE_ARN}`]],
  ['ListTables', {}, ['dynamodb:ListTables *']],
] as [string, Record<string, unknown>, `${string} ${string}`[]][])('%s needs %3$s', (operation, input, grants) => {
  dynamoDb.call(operation, input, callerAllowed(...grants));
  for (const missing of grants) {
    const others = grants.filter((grant) => grant !== missing);
    expect(() => dynamoDb.call(operation, input, callerAllowed(...others))).toThrow(
      expect.objectContaining({ code: 'AccessDeniedException' }),
    );
  }
});

test('nothing of a transaction is written when one of its actions is denied', () => {
  const caller = callerAllowed(`dynamodb:PutItem ${TABLE_ARN}`, `dynamodb:Scan ${TABLE_ARN}`);
  expect(() => dynamoDb.call('TransactWriteItems', transaction, caller)).toThrow(
    'not authorized to perform: dynamodb:DeleteItem',
  );
  expect(dynamoDb.call('Scan', { TableName: 'payroll' }, caller)).toMatchObject({ Count: 0 });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { DynamoDb } from '../../src/dynamodb/DynamoDb.ts';
import { ROOT, testCloud } from '../testCloud.ts';
import { payrollTable } from './payrollTable.ts';

let dynamoDb: DynamoDb;
beforeEach(() => {
  dynamoDb = new DynamoDb(testCloud());
  dynamoDb.defineTable({
    ...payrollTable,
    AttributeDefinitions: [...payrollTable.AttributeDefinitions, { AttributeName: 'payDate', AttributeType: 'S' }],
    LocalSecondaryIndexes: [
      {
        IndexName: 'byPayDate',
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'payDate', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ],
  });
});

const call = (operation: string, input: Record<string, unknown>) => dynamoDb.call(operation, input, ROOT);
const put = (sk: string, attributes: Record<string, unknown>) =>
  call('PutItem', { TableName: 'payroll', Item: { pk: { S: 'run' }, sk: { S: sk }, ...attributes } });

test('the text of an answer says what the answer says', () => {
  put('1', { name: { S: 'Zoë "Z" \u2028' }, lines: { L: [{ N: '1' }, { NULL: true }] } });
  put('2', { bytes: { B: 'AAEC' } });
  for (const [operation, input] of [
    ['Scan', { TableName: 'payroll' }],
    ['Scan', { TableName: 'payroll', ProjectionExpression: 'sk, bytes' }],
    ['GetItem', { TableName: 'payroll', Key: { pk: { S: 'run' }, sk: { S: '1' } } }],
    ['BatchGetItem', { RequestItems: { payroll: { Keys: [{ pk: { S: 'run' }, sk: { S: '1' } }] } } }],
    ['DescribeTable', { TableName: 'payroll' }],
  ] as const) {
    expect(JSON.parse(dynamoDb.callToJson(operation, input, ROOT))).toEqual(call(operation, input));
  }
});

test('an update that touches a part of a map answers that part, and lists whole', () => {
  put('1', { map: { M: { a: { N: '1' }, b: { N: '2' } } }, list: { L: [{ N: '1' }, { N: '2' }] } });
  const update = (ReturnValues: string) =>
    call('UpdateItem', {
      TableName: 'payroll',
      Key: { pk: { S: 'run' }, sk: { S: '1' } },
      UpdateExpression: 'SET #map.a = #map.a + :one, #list[0] = :one',
      ExpressionAttributeNames: { '#map': 'map', '#list': 'list' },
      ExpressionAttributeValues: { ':one': { N: '1' } },
      ReturnValues,
    });
  expect(update('UPDATED_NEW')).toEqual({
    Attributes: { map: { M: { a: { N: '2' } } }, list: { L: [{ N: '1' }, { N: '2' }] } },
  });
  expect(update('UPDATED_OLD')).toMatchObject({ Attributes: { map: { M: { a: { N: '2' } } } } });
});

test('a local index is in its own order, and fetches what it does not hold', () => {
  put('1', { payDate: { S: '2026-02' }, netPay: { N: '1' } });
  put('2', { payDate: { S: '2026-01' }, netPay: { N: '2' } });
  put('3', { netPay: { N: '3' } });
  const query = (more: Record<string, unknown>) =>
    call('Query', {
      TableName: 'payroll',
      IndexName: 'byPayDate',
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :run',
      ExpressionAttributeValues: { ':run': { S: 'run' } },
      ...more,
    });
  expect(query({})).toMatchObject({ Items: [{ sk: { S: '2' } }, { sk: { S: '1' } }] });
  expect(query({})).not.toMatchObject({ Items: [{ netPay: { N: '2' } }, {}] });
  expect(query({ ProjectionExpression: 'netPay' })).toMatchObject({
    Items: [{ netPay: { N: '2' } }, { netPay: { N: '1' } }],
  });
  expect(query({ Select: 'ALL_ATTRIBUTES', ReturnConsumedCapacity: 'INDEXES' })).toMatchObject({
    Items: [{ netPay: { N: '2' } }, { netPay: { N: '1' } }],
    ConsumedCapacity: {
      CapacityUnits: 3,
      Table: { CapacityUnits: 2 },
      LocalSecondaryIndexes: { byPayDate: { CapacityUnits: 1 } },
    },
  });
});

test('every failed condition of a transaction is among its reasons', () => {
  put('1', {});
  const fails = (sk: string, ConditionExpression: string) => ({
    ConditionCheck: { TableName: 'payroll', Key: { pk: { S: 'run' }, sk: { S: sk } }, ConditionExpression },
  });
  expect(() =>
    call('TransactWriteItems', {
      TransactItems: [
        fails('1', 'attribute_not_exists(pk)'),
        fails('2', 'attribute_not_exists(pk)'),
        fails('3', 'attribute_exists(pk)'),
        {
          Update: {
            TableName: 'payroll',
            Key: { pk: { S: 'run' }, sk: { S: '4' } },
            UpdateExpression: 'SET absent.part = :one',
            ExpressionAttributeValues: { ':one': { N: '1' } },
          },
        },
      ],
    }),
  ).toThrow('specific reasons [ConditionalCheckFailed, None, ConditionalCheckFailed, ValidationError]');
});

test('attributes may have the names of what every object inherits', () => {
  put('1', { constructor: { S: 'ours' } });
  const check = (name: string) => () =>
    call('DeleteItem', {
      TableName: 'payroll',
      Key: { pk: { S: 'run' }, sk: { S: '2' } },
      ConditionExpression: 'attribute_exists(#name)',
      ExpressionAttributeNames: { '#name': name },
    });
  expect(check('constructor')).toThrow('The conditional request failed');
  expect(check('__proto__')).toThrow('does not emulate an attribute named __proto__');
});

describe('what is not emulated is refused by name', () => {
  test.each([
    ['operations', 'ExecuteStatement', {}, 'DynamoDB ExecuteStatement'],
    ['legacy parameters', 'PutItem', { Expected: {} }, 'PutItem with the legacy parameter Expected'],
    [
      'legacy parameters',
      'UpdateItem',
      { AttributeUpdates: {} },
      'UpdateItem with the legacy parameter AttributeUpdates',
    ],
    ['legacy parameters', 'Query', { KeyConditions: {} }, 'Query with the legacy parameter KeyConditions'],
    ['legacy parameters', 'GetItem', { AttributesToGet: [] }, 'GetItem with the legacy parameter AttributesToGet'],
    ['parallel scans', 'Scan', { Segment: 0, TotalSegments: 2 }, 'Scan with Segment'],
  ])('%s: %s %j', (_what, operation, input, message) => {
    expect(() => call(operation, { TableName: 'payroll', ...input })).toThrow(`The local engine does not emulate`);
    expect(() => call(operation, { TableName: 'payroll', ...input })).toThrow(message);
  });
});

test.each([
  ['DELETE FROM "payroll"', 'PartiQL other than INSERT'],
  [`INSERT INTO "payroll" VALUE {'pk': 'text'}`, 'values are parameters'],
])('of PartiQL only INSERT is emulated: %s', (Statement, message) => {
  expect(() => call('BatchExecuteStatement', { Statements: [{ Statement }] })).toThrow(message);
});

import { beforeEach, expect, test } from 'vitest';
import type { VirtualClock } from '../../src/Clock.ts';
import { DynamoDb } from '../../src/dynamodb/DynamoDb.ts';
import { ROOT, testCloud } from '../testCloud.ts';
import { payrollTable } from './payrollTable.ts';

const NOW_SECONDS = Date.parse('2026-01-05T09:00:00Z') / 1000;
const YEAR_SECONDS = 365 * 24 * 3600;

let clock: VirtualClock;
let dynamoDb: DynamoDb;
beforeEach(() => {
  const cloud = testCloud();
  clock = cloud.clock;
  dynamoDb = new DynamoDb(cloud);
  dynamoDb.defineTable({ ...payrollTable, TimeToLiveSpecification: { AttributeName: 'expiration', Enabled: true } });
});

const put = (sk: string, expiration: Record<string, string>) =>
  dynamoDb.call('PutItem', { TableName: 'payroll', Item: { pk: { S: 'a' }, sk: { S: sk }, expiration } }, ROOT);
const sortKeys = () => {
  const { Items } = dynamoDb.call('Scan', { TableName: 'payroll' }, ROOT) as { Items: { sk: { S: string } }[] };
  return Items.map(({ sk }) => sk.S);
};

test('an item is there until it is swept, and is swept once its time has passed', async () => {
  put('expires', { N: String(NOW_SECONDS + 60) });
  expect(dynamoDb.sweepExpired()).toBe(0);
  await clock.advance(61_000);
  expect(sortKeys()).toEqual(['expires']);
  expect(dynamoDb.sweepExpired()).toBe(1);
  expect(sortKeys()).toEqual([]);
});

test('an item whose time was put off stays', async () => {
  put('kept', { N: String(NOW_SECONDS + 60) });
  put('kept', { N: String(NOW_SECONDS + 600) });
  await clock.advance(61_000);
  expect(dynamoDb.sweepExpired()).toBe(0);
});

test('text is no time, and a time more than five years back is taken for a mistake', () => {
  put('text', { S: String(NOW_SECONDS - 60) });
  put('ancient', { N: String(NOW_SECONDS - 6 * YEAR_SECONDS) });
  put('past', { N: String(NOW_SECONDS - 60) });
  expect(dynamoDb.sweepExpired()).toBe(1);
  expect(sortKeys()).toEqual(['ancient', 'text']);
});

test('time to live that is enabled later holds for items that are there', () => {
  put('old', { N: String(NOW_SECONDS - 60) });
  const specification = { AttributeName: 'expiration', Enabled: false };
  const update = (Enabled: boolean) =>
    dynamoDb.call(
      'UpdateTimeToLive',
      { TableName: 'payroll', TimeToLiveSpecification: { ...specification, Enabled } },
      ROOT,
    );
  update(false);
  expect(dynamoDb.sweepExpired()).toBe(0);
  update(true);
  expect(dynamoDb.sweepExpired()).toBe(1);
});

test('a transaction token is forgotten after ten minutes', async () => {
  const count = () =>
    dynamoDb.call(
      'TransactWriteItems',
      {
        ClientRequestToken: 'token',
        TransactItems: [
          {
            Update: {
              TableName: 'payroll',
              Key: { pk: { S: 'a' }, sk: { S: 'n' } },
              UpdateExpression: 'ADD n :one',
              ExpressionAttributeValues: { ':one': { N: '1' } },
            },
          },
        ],
      },
      ROOT,
    );
  const n = () => dynamoDb.call('GetItem', { TableName: 'payroll', Key: { pk: { S: 'a' }, sk: { S: 'n' } } }, ROOT);
  count();
  await clock.advance(599_000);
  count();
  expect(n()).toMatchObject({ Item: { n: { N: '1' } } });
  await clock.advance(1_000);
  dynamoDb.sweepExpired();
  count();
  expect(n()).toMatchObject({ Item: { n: { N: '2' } } });
});

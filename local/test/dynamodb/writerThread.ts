import { workerData } from 'node:worker_threads';
import { DynamoDb } from '../../src/dynamodb/DynamoDb.ts';
import { ROOT, testCloud } from '../testCloud.ts';

/** Opens an engine of its own, and counts on one item while it puts others. */
const { dataDirectory, thread, writes } = workerData as { dataDirectory: string; thread: number; writes: number };
const dynamoDb = new DynamoDb({ ...testCloud(), dataDirectory });
for (let n = 0; n < writes; n++) {
  const count = {
    TableName: 'payroll',
    Key: { pk: { S: 'run' }, sk: { S: 'total' } },
    UpdateExpression: 'ADD employees :one',
    ExpressionAttributeValues: { ':one': { N: '1' } },
  };
  dynamoDb.call('UpdateItem', count, ROOT);
  const Item = { pk: { S: `thread-${thread}` }, sk: { S: String(n) } };
  dynamoDb.call('BatchWriteItem', { RequestItems: { payroll: [{ PutRequest: { Item } }] } }, ROOT);
}
dynamoDb.close();

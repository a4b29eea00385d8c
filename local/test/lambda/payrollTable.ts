import type { Cloud } from '../../src/Cloud.ts';
import { DynamoDb } from '../../src/dynamodb/DynamoDb.ts';

/** The account's DynamoDB as the main thread opens it, with an empty table `payroll`. */
export function payrollTable(cloud: Pick<Cloud, 'accountId' | 'region' | 'clock' | 'dataDirectory'>): DynamoDb {
  const dynamodb = new DynamoDb(cloud);
  dynamodb.defineTable({
    TableName: 'payroll',
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  });
  return dynamodb;
}

import { type CreateTableCommandInput, DynamoDB } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocument } from '@aws-sdk/lib-dynamodb';
import type { DynamoDbBackend } from './DynamoDbBackend.ts';

/** Text keys, and two indexes on (indexPk, indexSk). */
export const TABLE = 'payroll';
/** Its sort key is a number. */
export const NUMBERED = 'numbered';
/** Its sort key is binary. */
export const BINARY = 'binary';
export const SCANNED = 'scanned';

/** What the rules are held against: SDK clients of one backend, and shorthands on the main table. */
export class Contract {
  #client: DynamoDB | undefined;
  #db: DynamoDBDocument | undefined;
  #partitions = 0;

  /** Makes the clients and the tables. */
  async open(backend: DynamoDbBackend): Promise<void> {
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const client = new DynamoDB({ endpoint: backend.endpoint, region: 'us-east-1', credentials, maxAttempts: 1 });
    await client.createTable({
      ...tableOf(TABLE, 'S'),
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
        { AttributeName: 'indexPk', AttributeType: 'S' },
        { AttributeName: 'indexSk', AttributeType: 'N' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'byAll',
          KeySchema: [
            { AttributeName: 'indexPk', KeyType: 'HASH' },
            { AttributeName: 'indexSk', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
        {
          IndexName: 'byIncluded',
          KeySchema: [{ AttributeName: 'indexPk', KeyType: 'HASH' }],
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['included'] },
        },
      ],
    });
    await client.createTable(tableOf(NUMBERED, 'N'));
    await client.createTable(tableOf(BINARY, 'B'));
    await client.createTable(tableOf(SCANNED, 'S'));
    this.#client = client;
    this.#db = DynamoDBDocument.from(client);
  }

  close(): void {
    this.client.destroy();
  }

  get client(): DynamoDB {
    return this.#client ?? unopened();
  }

  get db(): DynamoDBDocument {
    return this.#db ?? unopened();
  }

  /** A partition key that no other test uses. */
  partition(): string {
    return `partition-${++this.#partitions}`;
  }

  async put(Item: Record<string, unknown>): Promise<void> {
    await this.db.put({ TableName: TABLE, Item });
  }

  async get(pk: string, sk: string): Promise<Record<string, unknown> | undefined> {
    const { Item } = await this.db.get({ TableName: TABLE, Key: { pk, sk }, ConsistentRead: true });
    return Item;
  }
}

/** A table with the key (pk, sk) and no index. */
export function tableOf(TableName: string, sortKeyType: 'S' | 'N' | 'B'): CreateTableCommandInput {
  return {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'sk', AttributeType: sortKeyType },
    ],
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
  };
}

function unopened(): never {
  throw new Error('the contract is not open yet');
}

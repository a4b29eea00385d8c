import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { TABLE } from '../../table/definition.ts';
import { documentClient } from '../../table/documentClient.ts';
import { startEngine } from '../contracts/dynamodb/startEngine.ts';

export interface Tables {
  /** From here on `table/` reads and writes an empty table. */
  fresh: () => Promise<void>;
  close: () => Promise<void>;
}

/** Payroll tables of the test's own in the local engine, which `table/` finds by its environment, as it finds AWS's. */
export async function openTables(): Promise<Tables> {
  const engine = await startEngine();
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: engine.endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  });
  const { partitionKey, sortKey } = TABLE;
  let count = 0;
  const fresh = async () => {
    const TableName = `Payroll${++count}`;
    await documentClient.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [partitionKey, sortKey].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
        KeySchema: [
          { AttributeName: partitionKey, KeyType: 'HASH' },
          { AttributeName: sortKey, KeyType: 'RANGE' },
        ],
      }),
    );
    process.env['TABLE_NAME'] = TableName;
  };
  return { fresh, close: () => engine.stop() };
}

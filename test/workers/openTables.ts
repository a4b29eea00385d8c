import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { LocalAws, OPERATOR_KEYS } from 'cdk-local-engine';
import { freePort } from '../../demo/freePort.ts';
import { TABLE } from '../../table/definition.ts';
import { documentClient } from '../../table/documentClient.ts';

export interface Tables {
  /** From here on `table/` reads and writes an empty table. */
  fresh: () => Promise<void>;
  close: () => Promise<void>;
}

/** Payroll tables of the test's own in the local engine, which `table/` finds by its environment, as it finds AWS's. */
export async function openTables(): Promise<Tables> {
  const assembly = mkdtempSync(join(tmpdir(), 'payroll-tables-'));
  writeFileSync(join(assembly, 'Empty.template.json'), JSON.stringify({ Resources: {} }));
  writeFileSync(join(assembly, 'Empty.assets.json'), JSON.stringify({ files: {} }));
  const engine = new LocalAws({ assembly, dataDirectory: join(assembly, 'data'), port: await freePort() });
  await engine.start();
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: engine.endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: OPERATOR_KEYS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: OPERATOR_KEYS.secretAccessKey,
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
  const close = async () => {
    await engine.stop();
    rmSync(assembly, { recursive: true, force: true });
  };
  return { fresh, close };
}

import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { App, CfnOutput, Stack } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildPackage } from '../build/buildPackage.ts';
import { emulationTables, withTables } from '../build/emulationTables.ts';
import { bundled } from './lambda/bundled.ts';

/* The package as it would be published, built into a folder of its own. */

const run = promisify(execFile);
const workspace = join(import.meta.dirname, '..');
const ATTW = join(workspace, '..', 'node_modules', '@arethetypeswrong', 'cli', 'dist', 'index.js');
const scratch = mkdtempSync(join(tmpdir(), 'engine-package-'));
const directory = join(scratch, 'package');
mkdirSync(join(scratch, 'cdk.out'));

beforeAll(() => buildPackage(directory));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test('publint has nothing to say', async () => {
  const { messages, pkg } = await publint({ pkgDir: directory, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test('the types are not wrong', async () => {
  const check = run(process.execPath, [ATTW, '--pack', directory, '--profile', 'esm-only']);
  await expect(check, 'ends with an exit code when something is wrong').resolves.toBeDefined();
});

test('sources import their own folder, Node.js and the dependencies of the manifest, and nothing else', async () => {
  const { dependencies } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const { stdout } = await run('grep', ['-rhoE', `^[^*]*from '[^.][^']*';$`, join(workspace, 'src')]);
  const imported = new Set([...stdout.matchAll(/from '([^']+)'/g)].map(([, name = '']) => name));
  const foreign = [...imported].filter((name) => !name.startsWith('node:') && !Object.hasOwn(dependencies, name));
  expect(foreign).toEqual([]);
});

test('the tables of the README are those of the code; `npm run readme -w cdk-local-engine` writes them', async () => {
  const readme = readFileSync(join(workspace, 'README.md'), 'utf8');
  expect(withTables(readme, await emulationTables())).toBe(readme);
});

/** A queue that feeds a function that writes into a table: nothing of payroll, and nothing made for this engine. */
async function synthesizeShop(outdir: string): Promise<void> {
  const app = new App({ outdir });
  const stack = new Stack(app, 'Shop');
  const orders = new Queue(stack, 'Orders');
  const table = new Table(stack, 'Table', {
    partitionKey: { name: 'id', type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
  });
  const handler = new Function(stack, 'TakeOrder', {
    runtime: Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: Code.fromAsset(
      await bundled(`
        import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
        const dynamodb = new DynamoDBClient({});
        export const handler = async ({ Records }) => {
          for (const { body } of Records)
            await dynamodb.send(
              new PutItemCommand({ TableName: process.env.TABLE, Item: { id: { S: body }, region: { S: process.env.AWS_REGION } } }),
            );
        };`),
    ),
    environment: { TABLE: table.tableName },
  });
  handler.addEventSource(new SqsEventSource(orders));
  table.grantWriteData(handler);
  new CfnOutput(stack, 'QueueUrl', { value: orders.queueUrl });
  new CfnOutput(stack, 'TableName', { value: table.tableName });
  app.synth();
}

/** What `npm install` makes of the packed package, with its dependencies linked instead of downloaded. */
async function installIn(project: string): Promise<string> {
  const modules = join(project, 'node_modules');
  const installed = join(modules, 'cdk-local-engine');
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', scratch], { cwd: directory });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  mkdirSync(installed, { recursive: true });
  await run('tar', ['xzf', join(scratch, filename), '-C', installed, '--strip-components', '1']);
  const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  for (const name of Object.keys(dependencies)) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(workspace, '..', 'node_modules', name), join(modules, name));
  }
  return installed;
}

/** Starts the command and answers the lines of its environment once it is ready. */
async function readyLines(command: ChildProcess): Promise<Map<string, string>> {
  const lines = new Map<string, string>();
  for await (const line of createInterface({ input: command.stdout ?? process.stdin })) {
    const [, name, value] = /^(\w+) ?= ?(.+)$/.exec(line) ?? [];
    if (name && value) lines.set(name, value);
    if (line.startsWith('Ready at')) break;
  }
  return lines;
}

test('installed into an empty project it runs a CDK app, in the account and region of its options', async () => {
  const project = join(scratch, 'project');
  const installed = await installIn(project);
  await synthesizeShop(join(project, 'cdk.out'));
  const { bin } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { bin: Record<string, string> };
  const options = ['--port', '0', '--account', '123456789012', '--region', 'eu-west-1'];
  const command = spawn(process.execPath, [join(installed, bin['cdk-local-engine'] ?? ''), 'cdk.out', ...options], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const told = await readyLines(command);
    const client = {
      endpoint: told.get('AWS_ENDPOINT_URL') ?? '',
      region: told.get('AWS_REGION') ?? '',
      credentials: {
        accessKeyId: told.get('AWS_ACCESS_KEY_ID') ?? '',
        secretAccessKey: told.get('AWS_SECRET_ACCESS_KEY') ?? '',
      },
    };
    expect(client.region).toBe('eu-west-1');
    const QueueUrl = told.get('QueueUrl');
    expect(QueueUrl).toContain('/123456789012/');
    await new SQSClient(client).send(new SendMessageCommand({ QueueUrl, MessageBody: 'order-1' }));
    const dynamodb = new DynamoDBClient(client);
    const written = new GetItemCommand({ TableName: told.get('TableName'), Key: { id: { S: 'order-1' } } });
    const item = await vi.waitUntil(async () => (await dynamodb.send(written)).Item, {
      timeout: 60_000,
      interval: 100,
    });
    expect(item['region']).toEqual({ S: 'eu-west-1' });
  } finally {
    command.kill('SIGTERM');
    if (command.exitCode === null) await once(command, 'exit');
  }
});

test.each([
  [['--port', 'x'], '--port is "x"; it must be from 0 (any free port) to 65535.'],
  [['--account', '12'], 'The account is "12"; it must be twelve digits.'],
  [['--region', 'moon'], 'The region is "moon"; it must look like us-east-1.'],
  [['--nonsense'], "Unknown option '--nonsense'"],
  [['a', 'b'], 'There is one assembly, but "b" was given as well.'],
  [['nowhere'], 'There is no cloud assembly in'],
])('the command explains %j', async (options, message) => {
  const command = join(workspace, 'src', 'command.ts');
  const refused = run(process.execPath, ['--disable-warning=ExperimentalWarning', command, ...options], {
    cwd: scratch,
  });
  await expect(refused).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining(message) as string });
  await expect(refused).rejects.toMatchObject({ stderr: expect.not.stringContaining('    at ') as string });
});

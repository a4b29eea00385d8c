import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { VirtualClock } from '../src/Clock.ts';
import { LocalAws, type LocalAwsOptions } from '../src/LocalAws.ts';
import { OPERATOR_KEYS } from '../src/RoleKeys.ts';
import { connect } from './appsync/realtimeServer.ts';
import { smallAssembly, WORKER } from './smallAssembly.ts';
import { emptyDataDirectory } from './testCloud.ts';

const engines: LocalAws[] = [];

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop();
});

/** A port that somebody listens on until `release`. */
async function takenPort(): Promise<{ port: number; release: () => Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { port, release: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function freePort(): Promise<number> {
  const { port, release } = await takenPort();
  await release();
  return port;
}

function open(options: Partial<LocalAwsOptions> = {}): LocalAws {
  const engine = new LocalAws({
    assembly: options.assembly ?? smallAssembly(),
    dataDirectory: options.dataDirectory ?? emptyDataDirectory(),
    port: 4000,
    ...options,
  });
  engines.push(engine);
  return engine;
}

const FIREWALL = {
  Type: 'AWS::WAFv2::WebACL',
  Properties: {
    Scope: 'REGIONAL',
    DefaultAction: { Allow: {} },
    VisibilityConfig: {},
    Rules: [
      {
        Name: 'Short',
        Priority: 0,
        Action: { Block: {} },
        VisibilityConfig: {},
        Statement: {
          SizeConstraintStatement: {
            ComparisonOperator: 'GT',
            Size: 100,
            FieldToMatch: { Body: { OversizeHandling: 'MATCH' } },
            TextTransformations: [{ Priority: 0, Type: 'NONE' }],
          },
        },
      },
      {
        Name: 'Known',
        Priority: 1,
        OverrideAction: { None: {} },
        VisibilityConfig: {},
        Statement: {
          ManagedRuleGroupStatement: { VendorName: 'AWS', Name: 'AWSManagedRulesAmazonIpReputationList' },
        },
      },
    ],
  },
};

test('two engines never run on one data directory, and the second does no harm to the first', async () => {
  const dataDirectory = emptyDataDirectory();
  const first = open({ dataDirectory, port: await freePort() });
  await first.start();
  expect(() => open({ dataDirectory, port: 4001 })).toThrow(`${dataDirectory} is in use by process ${process.pid}`);
  expect((await fetch(`${first.endpoint}/healthz`)).status).toBe(200);
  await first.stop();
  open({ dataDirectory });
});

test('an engine that refuses its template has closed what it opened', () => {
  const dataDirectory = emptyDataDirectory();
  const assembly = smallAssembly({ Topic: { Type: 'AWS::Kinesis::Stream', Properties: {} } });
  expect(() => open({ dataDirectory, assembly })).toThrow('AWS::Kinesis::Stream');
  open({ dataDirectory });
});

test('an engine whose port is taken has closed what it opened', async () => {
  const dataDirectory = emptyDataDirectory();
  const { port, release } = await takenPort();
  const refused = open({ dataDirectory, port });
  await expect(refused.start()).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await release();
  const engine = open({ dataDirectory, port });
  await engine.start();
  expect((await fetch(`${engine.endpoint}/healthz`)).status).toBe(200);
});

test('what has expired is removed every hour while the engine is up', async () => {
  const clock = new VirtualClock(Date.parse('2026-01-05T09:00:00Z'));
  const assembly = smallAssembly({
    Table: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        TableName: 'carts',
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      },
    },
    Bucket: {
      Type: 'AWS::S3::Bucket',
      Properties: {
        BucketName: 'receipts',
        LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ExpirationInDays: 1 }] },
      },
    },
  });
  const engine = open({ assembly, clock, port: await freePort() });
  const { cloud, operator } = engine;
  await engine.start();
  const expiresAt = { N: String(clock.now() / 1000 + 60) };
  const Item = { pk: { S: 'cart_1' }, expiresAt };
  await cloud.call('DynamoDB_20120810', 'PutItem', { TableName: 'carts', Item }, operator);
  await cloud.putObject('receipts', 'r1', Buffer.from('x'), operator);
  const items = async () => {
    const { Count } = (await cloud.call('DynamoDB_20120810', 'Scan', { TableName: 'carts' }, operator)) as {
      Count: number;
    };
    return Count;
  };
  await clock.advance(3_599_999);
  expect(await items()).toBe(1);
  await clock.advance(1);
  expect(await items()).toBe(0);
  expect(await cloud.getObject('receipts', 'r1', operator)).toEqual(Buffer.from('x'));
  await clock.advance(48 * 3_600_000);
  await engine.stop();
  const restarted = open({ assembly, clock, dataDirectory: cloud.dataDirectory });
  await expect(restarted.cloud.getObject('receipts', 'r1', operator)).rejects.toMatchObject({ code: 'NoSuchKey' });
});

test('the firewall stands before the start of a subscription too', async () => {
  const engine = open({ assembly: smallAssembly({ FIREWALL }), port: await freePort() });
  await engine.start();
  const { port } = new URL(engine.endpoint);
  const host = `127.0.0.1:${port}`;
  const signer = new SignatureV4({
    service: 'appsync',
    region: 'us-east-1',
    credentials: OPERATOR_KEYS,
    sha256: Sha256,
  });
  const signed = async (path: string, body: string) => {
    const url = { protocol: 'http:', hostname: '127.0.0.1', port: Number(port), path };
    return (await signer.sign({ method: 'POST', ...url, headers: { host }, body })).headers;
  };
  const client = await connect(Number(port), await signed('/graphql/connect', '{}'));
  const start = async (id: string, query: string) =>
    client.start(id, query, {}, await signed('/graphql', JSON.stringify({ query, variables: {} })));
  expect(await start('short', 'subscription { onSold }')).toEqual({ id: 'short', type: 'start_ack' });
  expect(await start('long', `subscription { onSold } # ${'x'.repeat(100)}`)).toMatchObject({
    id: 'long',
    type: 'error',
    payload: { errors: [{ errorType: 'WAFForbiddenException' }] },
  });
  client.socket.close();
});

test('the report names what has no effect here, and the grants that nobody has used', async () => {
  const bucket = {
    Type: 'AWS::S3::Bucket',
    Properties: { BucketName: 'receipts', PublicAccessBlockConfiguration: {} },
  };
  const engine = open({ assembly: smallAssembly({ ...WORKER, FIREWALL, bucket }) });
  expect(engine.report().notEmulated).toEqual([
    'AWS::Lambda::Function TracingConfig: nothing is traced here',
    expect.stringContaining('S3 bucket receipts, PublicAccessBlockConfiguration: '),
    ...['AWSManagedIPReputationList', 'AWSManagedReconnaissanceList', 'AWSManagedIPDDoSList'].map((rule) =>
      expect.stringContaining(`WAF rule AWSManagedRulesAmazonIpReputationList/${rule}: `),
    ),
  ]);
  const unused = { role: 'worker', action: 'sqs:SendMessage', resource: 'arn:aws:sqs:us-east-1:000000000000:work' };
  expect(engine.report().unusedGrants).toContainEqual(unused);
  const role = engine.cloud.callerOfRole('arn:aws:iam::000000000000:role/worker');
  const QueueUrl = `${engine.endpoint}/000000000000/work`;
  await engine.cloud.call('AmazonSQS', 'SendMessage', { QueueUrl, MessageBody: 'x' }, role);
  expect(engine.report().unusedGrants).not.toContainEqual(unused);
});

test("the mapping's concurrency reaches Lambda, whose limits hold; other scaling is refused by name", () => {
  const mapping = (ScalingConfig: object) => {
    const Properties = {
      EventSourceArn: 'arn:aws:sqs:us-east-1:000000000000:work',
      FunctionName: 'worker',
      ScalingConfig,
    };
    return smallAssembly({ ...WORKER, Mapping: { Type: 'AWS::Lambda::EventSourceMapping', Properties } });
  };
  expect(() => open({ assembly: mapping({ MaximumConcurrency: 1001 }) })).toThrow(
    'Value 1001 for parameter MaximumConcurrency is invalid',
  );
  expect(() => open({ assembly: mapping({ ProvisionedPollers: 1 }) })).toThrow('ProvisionedPollers');
  open({ assembly: mapping({ MaximumConcurrency: 2 }) });
});

test('functions see the time zone of Lambda, wherever the machine is', async () => {
  process.env['TZ'] = 'America/New_York';
  await open({ port: await freePort() }).start();
  expect(new Date('2026-01-05T09:00:00Z').getHours()).toBe(9);
});

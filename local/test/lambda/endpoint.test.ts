import { describe, expect, onTestFinished, test } from 'vitest';
import type { AwsService } from '../../src/AwsService.ts';
import { SystemClock, type VirtualClock } from '../../src/Clock.ts';
import { Gateway } from '../../src/gateway/Gateway.ts';
import { awsJsonAnswer } from '../../src/gateway/awsJsonAnswer.ts';
import { SigV4 } from '../../src/gateway/SigV4.ts';
import { PolicyCaller } from '../../src/iam/PolicyCaller.ts';
import { compileStatements } from '../../src/iam/statements.ts';
import type { DispatchedRequest } from '../../src/lambda/LambdaOptions.ts';
import { unsupported } from '../../src/unsupported.ts';
import { testCloud } from '../testCloud.ts';
import { functionHost } from './functionHost.ts';
import { payrollTable } from './payrollTable.ts';

const POLICY = {
  Statement: [
    {
      Effect: 'Allow',
      Action: ['dynamodb:PutItem', 'dynamodb:GetItem'],
      Resource: 'arn:aws:dynamodb:us-east-1:000000000000:table/payroll',
    },
  ],
};
const IN_THREAD = {
  module: new URL('./openThreadServices.ts', import.meta.url).href,
  policiesOf: () => POLICY,
};

/** Puts an item twice, reads it back, and reads a table that the role does not know: all that a client can see of it. */
const CLIENT = `
  import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
  const client = new DynamoDBClient({});
  const refusalOf = (command) => client.send(command).then(() => 'none', (error) => ({
    name: error.name, message: error.message, status: error.$metadata.httpStatusCode, attempts: error.$metadata.attempts, item: error.Item,
  }));
  export const handler = async () => {
    const put = new PutItemCommand({
      TableName: 'payroll',
      Item: { pk: { S: 'run' }, note: { S: 'zażółć' } },
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
    const written = await client.send(put);
    return {
      status: written.$metadata.httpStatusCode,
      again: await refusalOf(put),
      read: (await client.send(new GetItemCommand({ TableName: 'payroll', Key: { pk: { S: 'run' } } }))).Item,
      absent: (await client.send(new GetItemCommand({ TableName: 'payroll', Key: { pk: { S: 'no' } } }))).Item ?? 'absent',
      denied: await refusalOf(new GetItemCommand({ TableName: 'other', Key: { pk: { S: 'run' } } })),
    };
  };`;

const SEEN = {
  status: 200,
  again: {
    name: 'ConditionalCheckFailedException',
    message: 'The conditional request failed',
    status: 400,
    attempts: 1,
    item: { pk: { S: 'run' }, note: { S: 'zażółć' } },
  },
  read: { pk: { S: 'run' }, note: { S: 'zażółć' } },
  absent: 'absent',
  denied: {
    name: 'AccessDeniedException',
    message: expect.stringContaining('not authorized to perform: dynamodb:GetItem') as string,
    status: 400,
    attempts: 1,
  },
};

/** A listening gateway in front of `service`, which knows the credentials that `functionHost` hands out. */
async function gatewayTo(service: AwsService, clock: VirtualClock): Promise<string> {
  const absent = () => unsupported('what this test provides no service for');
  const caller = new PolicyCaller('arn:aws:iam::000000000000:role/worker-role', compileStatements(POLICY), {});
  const gateway = new Gateway({
    clock,
    signatures: new SigV4({
      clock,
      region: 'us-east-1',
      credentials: () => ({ secretAccessKey: 'arn:aws:iam::000000000000:role/worker-role', caller }),
    }),
    graphql: { handleHttp: absent, upgrade: absent },
    userPools: {
      targetPrefix: 'UserPools',
      contentType: 'application/x-amz-json-1.1',
      call: absent,
      wellKnown: absent,
    },
    jsonServices: [service],
    restServices: [],
    pages: absent,
    onDefect: (error) => {
      throw error;
    },
  });
  const port = await gateway.listen(0);
  onTestFinished(() => gateway.close());
  return `http://127.0.0.1:${port}`;
}

describe('a function’s DynamoDB client', () => {
  test('is answered inside the thread, with the permissions of the role', async () => {
    const reports: unknown[] = [];
    const { deploy, cloud } = functionHost({
      threadServices: { ...IN_THREAD, onReport: (report, name) => reports.push({ name, report }) },
    });
    payrollTable(cloud);
    const invoke = await deploy(CLIENT);
    expect(await invoke()).toEqual({ payload: SEEN });
    expect(reports).toEqual([{ name: 'worker', report: { payroll: { readUnits: 1, writeUnits: 2 } } }]);
    expect((await invoke()).functionError?.errorType).toBe('ConditionalCheckFailedException');
    expect(reports[1]).toEqual({ name: 'worker', report: { payroll: { readUnits: 0, writeUnits: 1 } } });
  });

  test('sees the same through a real socket and a signature that the gateway checks', async () => {
    const cloud = testCloud();
    const endpointUrl = await gatewayTo(payrollTable(cloud), cloud.clock);
    const { deploy } = functionHost({ endpointUrl, interceptRequests: false }, cloud);
    const invoke = await deploy(CLIENT);
    expect(await invoke()).toEqual({ payload: SEEN });
  });

  test('writes what every other environment of the account can read', async () => {
    const { deploy, lambda, cloud } = functionHost({ threadServices: IN_THREAD });
    payrollTable(cloud);
    const write = await deploy(CLIENT, { name: 'writer' });
    const read = await deploy(
      `import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
       const client = new DynamoDBClient({});
       export const handler = async () =>
         (await client.send(new GetItemCommand({ TableName: 'payroll', Key: { pk: { S: 'run' } } }))).Item;`,
      { name: 'reader' },
    );
    await write();
    expect(await read()).toEqual({ payload: SEEN.read });
    expect([...lambda.counts.values()].map(({ coldStarts }) => coldStarts)).toEqual([1, 1]);
  });
});

test('thread services that cannot start are a defect of the engine, not an error of the function', async () => {
  const { deploy } = functionHost({ threadServices: { ...IN_THREAD, module: 'file:///no-such-module.ts' } });
  const invoke = await deploy(CLIENT);
  await expect(invoke()).rejects.toThrow('no-such-module');
});

describe('a function’s other clients', () => {
  test('are forwarded to the gateway as the role, and get its answer', async () => {
    const requests: DispatchedRequest[] = [];
    const { deploy, cloud } = functionHost({
      threadServices: IN_THREAD,
      dispatch: (request) => {
        requests.push(request);
        const input = JSON.parse(request.body.toString()) as { MessageBody?: string };
        const output =
          input.MessageBody === undefined ? { FailedEntryCount: 0, Entries: [{ EventId: 'e' }] } : { MessageId: 'm' };
        return Promise.resolve(awsJsonAnswer('application/x-amz-json-1.0', output));
      },
    });
    const invoke = await deploy(`
      import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
      import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
      const sqs = new SQSClient({ md5: false });
      const bus = new EventBridgeClient({});
      export const handler = async () => {
        const sent = await sqs.send(new SendMessageCommand({ QueueUrl: process.env.AWS_ENDPOINT_URL + '/000000000000/starts', MessageBody: 'start' }));
        const put = await bus.send(new PutEventsCommand({ Entries: [{ Source: 'payroll', DetailType: 'progress', Detail: '{}' }] }));
        return [sent.MessageId, put.Entries[0].EventId];
      };`);
    expect(await invoke()).toEqual({ payload: ['m', 'e'] });
    expect(requests.map(({ method, headers }) => `${method} ${headers['x-amz-target']}`)).toEqual([
      'POST AmazonSQS.SendMessage',
      'POST AWSEvents.PutEvents',
    ]);
    expect(requests[0]?.caller).toBe(cloud.callerOfRole(''));
    expect(requests[0]?.headers['authorization']).toContain('AKIDLOCAL');
  });

  test('send and receive bytes unchanged', async () => {
    const { deploy } = functionHost({
      dispatch: ({ method, path, body }) =>
        Promise.resolve(
          method === 'PUT'
            ? { status: 200, headers: { etag: `"${body.length}"` } }
            : { status: 200, headers: { 'x-path': path }, body: new Uint8Array([0, 255, 128]) },
        ),
    });
    const invoke = await deploy(`
      import { S3Client, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
      const client = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
      export const handler = async () => {
        const target = { Bucket: 'files', Key: 'a/b c' };
        const { ETag } = await client.send(new PutObjectCommand({ ...target, Body: Buffer.alloc(3_000_000, 200) }));
        const { Body } = await client.send(new GetObjectCommand(target));
        return [ETag, [...(await Body.transformToByteArray())]];
      };`);
    expect(await invoke()).toEqual({ payload: ['"3000000"', [0, 255, 128]] });
  });

  test('a lost connection to the gateway is an error of the client', async () => {
    const { deploy } = functionHost({ dispatch: () => Promise.reject(new Error('reset')) });
    const invoke = await deploy(`
      import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
      const bus = new EventBridgeClient({ maxAttempts: 1 });
      export const handler = () => bus.send(new PutEventsCommand({ Entries: [] }));`);
    expect((await invoke()).functionError?.errorMessage).toContain('reset');
  });

  test('an aborted call is given up at once', async () => {
    const { deploy } = functionHost({ dispatch: () => new Promise(() => {}) });
    const invoke = await deploy(`
      import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
      const bus = new EventBridgeClient({});
      export const handler = async () => {
        const abort = new AbortController();
        setTimeout(() => abort.abort(), 5);
        return bus.send(new PutEventsCommand({ Entries: [] }), { abortSignal: abort.signal }).catch((error) => error.name);
      };`);
    expect(await invoke()).toEqual({ payload: 'AbortError' });
  });

  test('a function that waits for another one does not keep it from running', async () => {
    const waiting: Promise<unknown>[] = [];
    const { deploy } = functionHost({
      maxEnvironmentsPerFunction: 8,
      dispatch: async () => {
        const inner = callee();
        waiting.push(inner);
        await inner;
        return awsJsonAnswer('application/x-amz-json-1.1', { Entries: [] });
      },
    });
    const callee = await deploy('export const handler = async () => 1;', { name: 'callee' });
    const caller = await deploy(
      `import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
       const bus = new EventBridgeClient({});
       export const handler = async () => { await bus.send(new PutEventsCommand({ Entries: [] })); return 'done'; };`,
      { name: 'caller' },
    );
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => caller()));
    expect(outcomes).toEqual([1, 2, 3, 4].map(() => ({ payload: 'done' })));
    expect(await Promise.all(waiting)).toHaveLength(4);
  });
});

test.each([
  ['fetch', `await fetch('https://example.com/x').catch((error) => { throw error.cause })`, 'example.com:443'],
  [
    'http',
    `const { get } = await import('node:http'); await new Promise((_, no) => get('http://example.com:81').on('error', no))`,
    'example.com:81',
  ],
])('%s to any other host is refused by name', async (_case, body, where) => {
  const { deploy } = functionHost();
  const invoke = await deploy(`export const handler = async () => { ${body} };`);
  expect((await invoke()).functionError).toMatchObject({
    errorType: 'UnsupportedLocally',
    errorMessage: expect.stringContaining(`connections from a Lambda function to ${where}`) as string,
  });
});

test.each([0, -90 * 86_400_000])('time goes on as the system’s does, %i ms away from it', async (offsetMs) => {
  const clock = new SystemClock(offsetMs);
  const { deploy } = functionHost({}, { clock });
  const invoke = await deploy('export const handler = async () => [Date.now(), new Date().getTime()];');
  const before = clock.now();
  const [now, made] = (await invoke()).payload as [number, number];
  expect(now).toBeGreaterThanOrEqual(before);
  expect(made).toBeGreaterThanOrEqual(now);
  expect(clock.now()).toBeGreaterThanOrEqual(made);
});

import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { CreateScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mkdtempSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AwsError } from '../../src/AwsError.ts';
import type { AwsService } from '../../src/AwsService.ts';
import type { Caller } from '../../src/Caller.ts';
import { SystemClock, VirtualClock } from '../../src/Clock.ts';
import type { RestService } from '../../src/gateway/GatewayPorts.ts';
import { staticPages } from '../../src/gateway/staticPages.ts';
import { sqsError } from '../../src/sqs/sqsError.ts';
import { UnsupportedLocally } from '../../src/unsupported.ts';
import { ROOT } from '../testCloud.ts';
import { startGateway } from './startGateway.ts';

type Server = Awaited<ReturnType<typeof startGateway>>;

/** Remembers the last call, and answers or throws what the test has put into `outcome`. */
class StubService implements AwsService {
  readonly targetPrefix: string;
  readonly contentType: string;
  outcome: unknown = {};
  calls: { operation: string; input: Record<string, unknown>; caller: Caller }[] = [];

  constructor(targetPrefix: string, contentType = 'application/x-amz-json-1.0') {
    this.targetPrefix = targetPrefix;
    this.contentType = contentType;
  }

  call(operation: string, input: Record<string, unknown>, caller: Caller): unknown {
    this.calls.push({ operation, input, caller });
    if (this.outcome instanceof Error) throw this.outcome;
    return this.outcome;
  }
}

const dynamodb = new StubService('DynamoDB_20120810');
const sqs = new StubService('AmazonSQS');
const sfn = new StubService('AWSStepFunctions');
const events = new StubService('AWSEvents', 'application/x-amz-json-1.1');
const cognito = new StubService('AWSCognitoIdentityProviderService', 'application/x-amz-json-1.1');

const scheduler: RestService = {
  maxBodyBytes: 100_000,
  owns: (_head, signingName) => signingName === 'scheduler',
  handle: async ({ method, path, body }, authenticate) => {
    const { arn } = await authenticate();
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ScheduleArn: `${method} ${path} ${body.length > 0} ${arn}` }),
    };
  },
};

let server: Server;

beforeEach(async () => {
  server = await startGateway(new SystemClock(), {
    jsonServices: [dynamodb, sqs, sfn, events],
    userPools: Object.assign(cognito, { wellKnown: () => Promise.resolve(undefined) }),
    restServices: [scheduler],
  });
});

afterEach(async () => {
  await server.gateway.close();
  for (const service of [dynamodb, sqs, sfn, events, cognito]) Object.assign(service, { outcome: {}, calls: [] });
});

const getItem = new GetItemCommand({ TableName: 'payroll', Key: { pk: { S: 'a' } } });

function send(path: string, options: { method?: string; headers?: Record<string, string>; body?: string } = {}) {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>((resolve, reject) => {
    const { method = 'GET', headers = {}, body } = options;
    httpRequest({ host: '127.0.0.1', port: server.port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    })
      .on('error', reject)
      .end(body);
  });
}

describe('the SDK clients of AWS', () => {
  test('reach their service with a signature that verifies, and get its answer', async () => {
    dynamodb.outcome = { Item: { pk: { S: 'a' } } };
    expect((await new DynamoDBClient(server.sdk).send(getItem)).Item).toEqual({ pk: { S: 'a' } });
    expect(dynamodb.calls).toEqual([
      { operation: 'GetItem', input: { TableName: 'payroll', Key: { pk: { S: 'a' } } }, caller: ROOT },
    ]);

    const QueueUrl = `${server.endpoint}/000000000000/starts.fifo`;
    sqs.outcome = { MessageId: 'm1', MD5OfMessageBody: '5d41402abc4b2a76b9719d911017c592' };
    expect(
      await new SQSClient(server.sdk).send(new SendMessageCommand({ QueueUrl, MessageBody: 'hello' })),
    ).toMatchObject({ MessageId: 'm1' });

    sfn.outcome = { executionArn: 'arn:x', startDate: 1_767_600_000.5 };
    const { startDate } = await new SFNClient(server.sdk).send(
      new StartExecutionCommand({ stateMachineArn: 'arn:y', input: '{}' }),
    );
    expect(startDate).toEqual(new Date(1_767_600_000_500));

    events.outcome = { FailedEntryCount: 0, Entries: [{ EventId: 'e1' }] };
    const published = await new EventBridgeClient(server.sdk).send(
      new PutEventsCommand({ Entries: [{ Source: 'payroll', DetailType: 'x', Detail: '{"n":"é"}' }] }),
    );
    expect(published.Entries).toEqual([{ EventId: 'e1' }]);

    const schedule = new CreateScheduleCommand({
      Name: 'pay day',
      GroupName: 'com_1',
      ScheduleExpression: 'rate(1 day)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: { Arn: 'arn:t', RoleArn: 'arn:r' },
    });
    const created = await new SchedulerClient(server.sdk).send(schedule);
    expect(created.ScheduleArn).toBe(`POST /schedules/pay%20day true ${ROOT.arn}`);
    expect(server.defects).toEqual([]);
  });

  test('see a refusal under its AWS name, with its members', async () => {
    dynamodb.outcome = new AwsError('TransactionCanceledException', 'cancelled', {
      extra: { CancellationReasons: [{ Code: 'None' }] },
    });
    await expect(new DynamoDBClient(server.sdk).send(getItem)).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      message: 'cancelled',
      CancellationReasons: [{ Code: 'None' }],
      $metadata: { httpStatusCode: 400, attempts: 1, requestId: expect.any(String) as string },
    });
    sfn.outcome = new AwsError('ExecutionAlreadyExists', "Execution Already Exists: 'arn'");
    await expect(
      new SFNClient(server.sdk).send(new StartExecutionCommand({ stateMachineArn: 'arn:y' })),
    ).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
    sqs.outcome = sqsError('QueueDoesNotExist', 'The specified queue does not exist.');
    const missing = new SQSClient(server.sdk).send(
      new SendMessageCommand({ QueueUrl: `${server.endpoint}/000000000000/q`, MessageBody: 'x' }),
    );
    await expect(missing).rejects.toMatchObject({
      name: 'QueueDoesNotExist',
      Code: 'AWS.SimpleQueueService.NonExistentQueue',
    });
  });

  test('are told by name, once, what is not emulated', async () => {
    dynamodb.outcome = new UnsupportedLocally('GetItem with AttributesToGet');
    const refused = new DynamoDBClient(server.sdk).send(getItem);
    await expect(refused).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: expect.stringContaining('does not emulate GetItem with AttributesToGet') as string,
      $metadata: { attempts: 1 },
    });
    expect(server.defects).toEqual([]);
  });

  test('a defect of the engine is InternalFailure, and is reported', async () => {
    dynamodb.outcome = new TypeError('a defect');
    await expect(new DynamoDBClient({ ...server.sdk, maxAttempts: 1 }).send(getItem)).rejects.toMatchObject({
      name: 'InternalFailure',
      $metadata: { httpStatusCode: 500 },
    });
    expect(server.defects).toEqual([dynamodb.outcome]);
  });

  test('a wrong secret, an unknown key and a missing signature are told apart', async () => {
    const as = (credentials: object) =>
      new DynamoDBClient({ ...server.sdk, credentials: { ...server.sdk.credentials, ...credentials } }).send(getItem);
    await expect(as({ secretAccessKey: 'another' })).rejects.toMatchObject({ name: 'InvalidSignatureException' });
    await expect(as({ accessKeyId: 'AKIAUNKNOWN' })).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
    await expect(as({ sessionToken: 'ended' })).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
    const unsigned = await send('/', {
      method: 'POST',
      headers: { 'x-amz-target': 'DynamoDB_20120810.GetItem' },
      body: '{}',
    });
    expect(JSON.parse(unsigned.body)).toMatchObject({
      __type: 'com.amazonaws.dynamodb.v20120810#MissingAuthenticationTokenException',
    });
    expect(dynamodb.calls).toEqual([]);
  });

  test('a client signs again by the time of a virtual clock', async () => {
    const ahead = await startGateway(new VirtualClock(Date.parse('2031-05-01T00:00:00Z')), {
      jsonServices: [dynamodb],
    });
    dynamodb.outcome = {};
    const { $metadata } = await new DynamoDBClient(ahead.sdk).send(getItem);
    expect($metadata.attempts).toBe(2);
    await ahead.gateway.close();
  });
});

test('a function reaches the services without a socket or a signature, as its role', async () => {
  const worker: Caller = { arn: 'arn:aws:sts::000000000000:assumed-role/worker/x', allows: () => false };
  sqs.outcome = { MessageId: 'm1' };
  const request = { method: 'POST', path: '/?x=1', body: Buffer.from('{"QueueUrl":"q"}'), caller: worker };
  const answer = await server.gateway.dispatch({ ...request, headers: { 'x-amz-target': 'AmazonSQS.SendMessage' } });
  expect(answer).toMatchObject({ status: 200, body: '{"MessageId":"m1"}' });
  expect(sqs.calls).toEqual([{ operation: 'SendMessage', input: { QueueUrl: 'q' }, caller: worker }]);
  sqs.outcome = sqsError('QueueDoesNotExist', 'no');
  const missing = await server.gateway.dispatch({ ...request, headers: { 'x-amz-target': 'AmazonSQS.SendMessage' } });
  expect(missing, 'the code of the old query protocol is a header and no member of the body').toMatchObject({
    headers: { 'x-amzn-query-error': 'AWS.SimpleQueueService.NonExistentQueue;Sender' },
    body: '{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"no"}',
  });
  const refused = await server.gateway.dispatch({ ...request, headers: { 'x-amz-target': 'Kinesis.PutRecord' } });
  expect(refused).toMatchObject({ status: 400, headers: { 'x-amzn-errortype': 'UnknownOperationException' } });
});

describe('the door', () => {
  test.each([
    ['a name that was rebound to 127.0.0.1', { host: 'evil.example:4000' }],
    ['a loopback name inside another', { host: 'localhost.evil.example' }],
    ['a page of another site', { host: 'localhost:4000', origin: 'https://evil.example' }],
    ['a sandboxed page', { host: 'localhost:4000', origin: 'null' }],
  ])('is closed to %s', async (_case, headers) => {
    expect(await send('/healthz', { headers })).toMatchObject({ status: 403 });
  });

  test.each(['localhost', '127.0.0.1:4000', '[::1]:4000'])('is open to %s', async (host) => {
    expect(await send('/healthz', { headers: { host, origin: `http://${host}` } })).toMatchObject({
      status: 200,
      body: '{"status":"ok"}',
    });
  });

  test('a page of this machine passes its preflight and may read the answer', async () => {
    const origin = 'http://localhost:5173';
    const preflight = await send('/graphql', {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,x-amz-user-agent',
      },
    });
    expect(preflight).toMatchObject({
      status: 204,
      headers: {
        'access-control-allow-origin': origin,
        'access-control-allow-headers': 'authorization,x-amz-user-agent',
      },
    });
    const answer = await send('/graphql', { method: 'POST', headers: { origin }, body: '{}' });
    expect(answer.headers['access-control-allow-origin']).toBe(origin);
  });

  test('a WebSocket from another site, or to another path, is refused before AppSync sees it', async () => {
    const upgrade = (head: string) =>
      new Promise<string>((resolve) => {
        const socket = connect(server.port, '127.0.0.1');
        let text = '';
        socket.on('data', (chunk) => (text += chunk.toString())).on('close', () => resolve(text));
        socket.write(`${head}\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n`);
      });
    expect(await upgrade('GET /graphql/realtime HTTP/1.1\r\nhost: localhost\r\norigin: http://evil.example')).toContain(
      '403 Forbidden',
    );
    expect(await upgrade('GET /other HTTP/1.1\r\nhost: localhost')).toContain('404 Not Found');
    expect(await upgrade('GET /graphql/realtime HTTP/1.1\r\nhost: localhost'), 'the stub of AppSync hangs up').toBe('');
  });

  test('a client that hangs up in the middle of its body is no defect of the engine', async () => {
    const socket = connect(server.port, '127.0.0.1');
    const head =
      'POST / HTTP/1.1\r\nhost: localhost\r\nx-amz-target: AWSEvents.PutEvents\r\ncontent-length: 10\r\n\r\nabc';
    await new Promise<void>((resolve) => socket.write(head, () => resolve()));
    socket.destroy();
    expect(await send('/healthz')).toMatchObject({ status: 200 });
    expect(server.defects).toEqual([]);
  });

  test('a body beyond the limit is refused with 413', async () => {
    const headers = { 'x-amz-target': 'DynamoDB_20120810.GetItem', 'content-length': String(17 * 1024 * 1024) };
    expect(await send('/', { method: 'POST', headers })).toMatchObject({ status: 413 });
  });
});

describe('the rooms', () => {
  test('GraphQL passes the firewall first; a blocked request is 403 without GraphQL data', async () => {
    const asked: string[] = [];
    const guarded = await startGateway(new SystemClock(), {
      firewall: {
        evaluate: ({ method, body }) => (asked.push(method), { action: body.length > 3 ? 'BLOCK' : 'ALLOW' }),
      },
    });
    const post = (body: string) => fetch(`${guarded.endpoint}/graphql`, { method: 'POST', body });
    expect(await (await post('{}')).json()).toEqual({ data: {} });
    const blocked = await post('{"query":""}');
    expect(blocked.status).toBe(403);
    expect(await blocked.json()).toEqual({
      errors: [{ errorType: 'WAFForbiddenException', message: '403 Forbidden' }],
    });
    expect(asked).toEqual(['POST', 'POST']);
    await guarded.gateway.close();
  });

  test.each(['/', '/cognito-idp'])(
    'Cognito answers unsigned calls at %s; asking for a permission then shows that a signature is missing',
    async (path) => {
      const call = (Operation: string) =>
        send(path, {
          method: 'POST',
          headers: {
            'x-amz-target': `AWSCognitoIdentityProviderService.${Operation}`,
            'content-type': 'application/x-amz-json-1.1',
          },
          body: '{"ClientId":"c"}',
        });
      expect(await call('InitiateAuth')).toMatchObject({
        status: 200,
        body: '{}',
        headers: { 'content-type': 'application/x-amz-json-1.1' },
      });
      const { caller } = cognito.calls[0] ?? {};
      expect(() => caller?.allows('cognito-idp:AdminCreateUser', 'arn')).toThrow('Missing Authentication Token');
      cognito.outcome = new AwsError('NotAuthorizedException', 'Incorrect username or password.');
      const refused = await call('InitiateAuth');
      expect(refused).toMatchObject({ status: 400, headers: { 'x-amzn-errortype': 'NotAuthorizedException' } });
      expect(JSON.parse(refused.body)).toEqual({
        __type: 'NotAuthorizedException',
        message: 'Incorrect username or password.',
      });
    },
  );

  test.each([
    [
      'an API that is not there',
      { 'x-amz-target': 'Kinesis_20131202.PutRecord' },
      'the API Kinesis_20131202.PutRecord',
    ],
    ['the old query protocol', { 'content-type': 'application/x-www-form-urlencoded' }, 'the AWS query protocol'],
  ])('%s is refused by name', async (_case, headers, name) => {
    const refused = await send('/', { method: 'POST', headers: headers, body: 'Action=X' });
    expect(refused).toMatchObject({ status: 400, headers: { 'x-amzn-errortype': 'UnknownOperationException' } });
    expect(refused.body).toContain(name);
  });

  test.each(['not json', '[]', '"text"'])('the body %s is a SerializationException', async (body) => {
    const headers = { 'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth' };
    expect((await send('/', { method: 'POST', headers, body })).body).toContain('SerializationException');
  });
});

describe('the dashboard', () => {
  const directory = mkdtempSync(join(tmpdir(), 'payroll-pages-'));
  mkdirSync(join(directory, 'dist', 'assets'), { recursive: true });
  writeFileSync(join(directory, 'secret.json'), '{}');
  writeFileSync(join(directory, 'dist', 'index.html'), '<!doctype html>');
  writeFileSync(join(directory, 'dist', 'assets', 'app-1a2b.js'), 'export {}');
  writeFileSync(join(directory, 'dist', 'assets', 'odd.exe'), '');
  symlinkSync(join(directory, 'secret.json'), join(directory, 'dist', 'link.json'));

  beforeEach(async () => {
    await server.gateway.close();
    server = await startGateway(new SystemClock(), { pages: staticPages(join(directory, 'dist')) });
  });

  test.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/runs/run_1', 'text/html; charset=utf-8', 'no-cache'],
    ['/assets/app-1a2b.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ])('serves %s as %s', async (path, contentType, cacheControl) => {
    const { status, headers } = await send(path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': contentType,
      'cache-control': cacheControl,
      'x-content-type-options': 'nosniff',
    });
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
  });

  test.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/link.json',
    '/assets/odd.exe',
    '/assets/none.js',
    '/%',
    '/a%00.js',
  ])('does not serve %s', async (path) => {
    expect(await send(path)).toMatchObject({ status: 404 });
  });
});

test('close lets a request in progress finish, and takes no further ones', async () => {
  const started = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  const closing = await startGateway(new SystemClock(), {
    graphql: {
      handleHttp: async () => {
        started.resolve();
        await finish.promise;
        return { status: 200, headers: {}, body: 'done' };
      },
      upgrade: () => undefined,
    },
  });
  const inProgress = fetch(`${closing.endpoint}/graphql`, { method: 'POST', body: '{}' }).then((response) =>
    response.text(),
  );
  await started.promise;
  const closed = closing.gateway.close();
  await expect(fetch(`${closing.endpoint}/healthz`)).rejects.toThrow();
  finish.resolve();
  expect(await inProgress).toBe('done');
  await closed;
});

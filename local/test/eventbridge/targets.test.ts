import { expect, test } from 'vitest';
import { AwsError } from '../../src/AwsError.ts';
import { authorize } from '../../src/Caller.ts';
import { RoleCallers } from '../../src/iam/RoleCallers.ts';
import { ServicePrincipals } from '../../src/ServicePrincipals.ts';
import { Sqs } from '../../src/sqs/Sqs.ts';
import { templateOf } from '../template/templateOf.ts';
import { ROOT, testCloud } from '../testCloud.ts';
import { bridgeHarness, DEAD_ARN, FUNCTION_ARN, openBridge, QUEUE_ARN, RULE_ARN } from './bridgeHarness.ts';

const ROLE_ARN = 'arn:aws:iam::000000000000:role/events';

test('an AppSync target runs its mutation as its role, with the transformed input for variables', async () => {
  const requests: unknown[] = [];
  const { bridge, rule, put } = bridgeHarness({
    executeGraphql: async (apiId, request, caller) => requests.push([apiId, request, caller.arn]),
  });
  const query = 'mutation Publish($runId: ID!) { publishRunProgress(runId: $runId) { runId } }';
  rule({
    Id: 'api',
    Arn: 'arn:aws:appsync:us-east-1:000000000000:endpoints/graphql-api/abc123',
    RoleArn: ROLE_ARN,
    AppSyncParameters: { GraphQLOperation: query },
    InputTransformer: { InputPathsMap: { run: '$.detail.runId' }, InputTemplate: '{"runId":<run>}' },
  });
  bridge.start();
  put({ runId: 'run_1' });
  await bridge.idle();
  expect(requests).toEqual([['abc123', { query, variables: { runId: 'run_1' } }, ROLE_ARN]]);
});

test('a state machine is started with the event, as the role of the target', async () => {
  const { bridge, rule, put, calls } = bridgeHarness();
  const Arn = 'arn:aws:states:us-east-1:000000000000:stateMachine:run';
  rule({ Id: 'machine', Arn, RoleArn: ROLE_ARN, InputPath: '$.detail' });
  bridge.start();
  put({ runId: 'run_1' });
  await bridge.idle();
  expect(calls).toEqual([
    {
      service: 'AWSStepFunctions',
      operation: 'StartExecution',
      input: { stateMachineArn: Arn, input: '{"runId":"run_1"}' },
      callerArn: ROLE_ARN,
    },
  ]);
});

test('a FIFO queue gets the group of the target', async () => {
  const { bridge, rule, put, calls } = bridgeHarness();
  rule({ Id: 'queue', Arn: `${QUEUE_ARN}.fifo`, SqsParameters: { MessageGroupId: 'g' }, Input: '{"fixed":true}' });
  bridge.start();
  put({});
  await bridge.idle();
  expect(calls[0]?.input).toMatchObject({ MessageGroupId: 'g', MessageBody: '{"fixed":true}' });
  expect(calls[0]?.callerArn).toBe('events.amazonaws.com');
});

test('another bus gets the same event, id and all', async () => {
  const { bridge, rule, put, calls } = bridgeHarness();
  bridge.defineBus({ Name: 'audit' });
  const audit = 'arn:aws:events:us-east-1:000000000000:event-bus/audit';
  rule({ Id: 'bus', Arn: audit, RoleArn: ROLE_ARN });
  bridge.defineRule({
    Name: 'audited',
    EventBusName: 'audit',
    EventPattern: { source: ['payroll'] },
    Targets: [{ Id: 'queue', Arn: QUEUE_ARN }],
  });
  bridge.start();
  const { Entries } = put({});
  await bridge.idle();
  expect(JSON.parse(String(calls[0]?.input['MessageBody']))).toMatchObject({ id: Entries[0]?.EventId });
});

test('a log group keeps the latest events in memory', async () => {
  const { bridge, rule, put } = bridgeHarness();
  const Arn = 'arn:aws:logs:us-east-1:000000000000:log-group:/payroll/events';
  rule({ Id: 'log', Arn, InputPath: '$.detail' });
  bridge.start();
  put({ runId: 'run_1' });
  await bridge.idle();
  expect(bridge.logEventsOf(Arn)).toEqual(['{"runId":"run_1"}']);
});

test('a function is invoked only for the rule that its permission names; another is not retried', async () => {
  const template = templateOf({
    Permission: {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        Action: 'lambda:InvokeFunction',
        FunctionName: FUNCTION_ARN,
        Principal: 'events.amazonaws.com',
        SourceArn: RULE_ARN,
      },
    },
  });
  const principals = new ServicePrincipals(new RoleCallers(template, '000000000000'), template);
  const asked: string[] = [];
  const invoked: unknown[] = [];
  const { bridge, cloud, rule, put } = bridgeHarness({
    callerOfRole: (principal) => principals.callerOf(principal),
    invokeLambda: async (arn, payload, caller) => {
      asked.push(arn);
      authorize(caller, 'lambda:InvokeFunction', arn);
      invoked.push([arn, (payload as { detail: unknown }).detail, caller.arn]);
      return { payload: null };
    },
  });
  rule({ Id: 'function', Arn: FUNCTION_ARN });
  bridge.defineRule({
    Name: 'stranger',
    EventBusName: 'payroll',
    EventPattern: { source: ['payroll'] },
    Targets: [{ Id: 'function', Arn: FUNCTION_ARN }],
  });
  bridge.start();
  put({ n: 1 });
  await bridge.idle();
  await cloud.clock.advance(3_600_000);
  expect(invoked).toEqual([[FUNCTION_ARN, { n: 1 }, 'events.amazonaws.com']]);
  expect(asked).toHaveLength(2);
  expect(bridge.dropped).toMatchObject([
    {
      key: `${RULE_ARN.replace('all', 'stranger')} function`,
      reason: expect.stringMatching(/^NO_PERMISSIONS: User: events.amazonaws.com is not authorized/) as string,
    },
  ]);
});

test('a function that throws is invoked twice more, after one and two minutes, as Lambda does; then the event is gone', async () => {
  const at: number[] = [];
  const { bridge, cloud, rule, put, calls } = bridgeHarness({
    invokeLambda: async () => {
      at.push(cloud.clock.now());
      return { functionError: { errorType: 'Error', errorMessage: 'no' } };
    },
  });
  rule({ Id: 'function', Arn: FUNCTION_ARN, DeadLetterConfig: { Arn: DEAD_ARN } });
  bridge.start();
  const start = cloud.clock.now();
  put({});
  await bridge.idle();
  await cloud.clock.advance(600_000);
  expect(at.map((ms) => ms - start)).toEqual([0, 60_000, 180_000]);
  expect(calls).toEqual([]);
  expect(bridge.dropped).toHaveLength(1);
});

test('a rule without permission on its queue sends the event to its dead-letter queue, whose policy names the rule', async () => {
  const sqsHolder: { sqs?: Sqs } = {};
  const cloud = testCloud({
    callerOfRole: (arn) => ({ arn, allows: () => false }),
    call: async (_service, operation, input, caller) => sqsHolder.sqs?.call(operation, input, caller),
  });
  const sqs = (sqsHolder.sqs = new Sqs(cloud));
  for (const QueueName of ['sink', 'dead']) {
    sqs.defineQueue({ QueueName, QueueUrl: `http://localhost/000000000000/${QueueName}` });
  }
  sqs.definePolicy({
    Queues: ['http://localhost/000000000000/dead'],
    PolicyDocument: {
      Statement: {
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: DEAD_ARN,
        Condition: { ArnEquals: { 'aws:SourceArn': RULE_ARN } },
      },
    },
  });
  const { bridge, rule, put } = openBridge(cloud);
  rule({ Id: 'queue', Arn: QUEUE_ARN, DeadLetterConfig: { Arn: DEAD_ARN } });
  bridge.start();
  put({ runId: 'run_1' });
  await bridge.idle();
  const { Messages } = (await sqs.call(
    'ReceiveMessage',
    { QueueUrl: 'http://localhost/000000000000/dead', MessageAttributeNames: ['All'] },
    ROOT,
  )) as { Messages: { Body: string; MessageAttributes: Record<string, { StringValue: string }> }[] };
  const [letter] = Messages;
  expect(JSON.parse(letter?.Body ?? '')).toMatchObject({ detail: { runId: 'run_1' } });
  expect(
    Object.fromEntries(
      Object.entries(letter?.MessageAttributes ?? {}).map(([name, { StringValue }]) => [name, StringValue]),
    ),
  ).toEqual({
    RULE_ARN,
    TARGET_ARN: QUEUE_ARN,
    ERROR_CODE: 'NO_PERMISSIONS',
    ERROR_MESSAGE: expect.stringContaining(
      'events.amazonaws.com is not authorized to perform: sqs:SendMessage',
    ) as string,
    RETRY_ATTEMPTS: '0',
  });
  sqs.close();
});

test('a target without a dead-letter queue drops what it may not deliver, and the reason is kept', async () => {
  const { bridge, rule, put } = bridgeHarness({
    call: () => Promise.reject(new AwsError('AccessDeniedException', 'not you')),
  });
  rule({ Id: 'queue', Arn: QUEUE_ARN });
  bridge.start();
  put({});
  await bridge.idle();
  expect(bridge.dropped).toEqual([
    { key: `${RULE_ARN} queue`, reason: 'NO_PERMISSIONS: not you; the target has no dead-letter queue' },
  ]);
});

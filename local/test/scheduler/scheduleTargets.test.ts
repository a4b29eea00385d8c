import { expect, test } from 'vitest';
import { AwsError } from '../../src/AwsError.ts';
import { QUEUE_ARN, ROLE_ARN, schedulerHarness, type Call } from './schedulerHarness.ts';

const LAMBDA_ARN = 'arn:aws:lambda:us-east-1:000000000000:function:start';
const SCHEDULE_ARN = 'arn:aws:scheduler:us-east-1:000000000000:schedule/default/s';

/** What one invocation at 10:00 calls. */
async function invoked(target: Record<string, unknown>): Promise<Call | undefined> {
  const { scheduler, cloud, define, calls } = schedulerHarness();
  define('s', 'at(2026-01-05T10:00:00)', { Target: { RoleArn: ROLE_ARN, ...target } });
  scheduler.start();
  await cloud.clock.advance(3_600_000);
  await scheduler.idle();
  return calls[0];
}

test.each<[string, Record<string, unknown>, Partial<Call>]>([
  [
    'a queue, with the group of a FIFO queue',
    { Arn: `${QUEUE_ARN}.fifo`, SqsParameters: { MessageGroupId: 'g' }, Input: '{}' },
    {
      service: 'AmazonSQS',
      operation: 'SendMessage',
      input: { QueueUrl: 'http://sqs/000000000000/starts.fifo', MessageBody: '{}', MessageGroupId: 'g' },
    },
  ],
  [
    'a state machine',
    { Arn: 'arn:aws:states:us-east-1:000000000000:stateMachine:run', Input: '{"a":1}' },
    {
      service: 'AWSStepFunctions',
      operation: 'StartExecution',
      input: { stateMachineArn: 'arn:aws:states:us-east-1:000000000000:stateMachine:run', input: '{"a":1}' },
    },
  ],
  [
    'a bus',
    {
      Arn: 'arn:aws:events:us-east-1:000000000000:event-bus/payroll',
      EventBridgeParameters: { DetailType: 'Due', Source: 'payroll' },
      Input: '{"a":1}',
    },
    {
      service: 'AWSEvents',
      operation: 'PutEvents',
      input: {
        Entries: [
          {
            DetailType: 'Due',
            Source: 'payroll',
            Detail: '{"a":1}',
            EventBusName: 'arn:aws:events:us-east-1:000000000000:event-bus/payroll',
          },
        ],
      },
    },
  ],
  [
    'Step Functions by the universal target, from PascalCase',
    {
      Arn: 'arn:aws:scheduler:::aws-sdk:sfn:startExecution',
      Input: '{"StateMachineArn":"arn:m","Input":"{}","Name":"run"}',
    },
    {
      service: 'AWSStepFunctions',
      operation: 'StartExecution',
      input: { stateMachineArn: 'arn:m', input: '{}', name: 'run' },
    },
  ],
  [
    'DynamoDB by the universal target',
    { Arn: 'arn:aws:scheduler:::aws-sdk:dynamodb:updateItem', Input: '{"TableName":"t"}' },
    { service: 'DynamoDB_20120810', operation: 'UpdateItem', input: { TableName: 't' } },
  ],
])('a schedule calls %s, as the role of its target', async (_target, target, expected) => {
  expect(await invoked(target)).toEqual({ at: '2026-01-05T10:00', callerArn: ROLE_ARN, ...expected });
});

test('placeholders name the schedule, the time, the execution and the attempt', async () => {
  const bodies: string[] = [];
  const { scheduler, cloud, define } = schedulerHarness({
    call: async (_service, _operation, input) => {
      bodies.push(String(input['MessageBody']));
      if (bodies.length < 3) throw new AwsError('ThrottlingException', 'slow down');
    },
  });
  const Input =
    '<aws.scheduler.schedule-arn> <aws.scheduler.scheduled-time> <aws.scheduler.execution-id> <aws.scheduler.attempt-number>';
  define('s', 'at(2026-01-05T10:00:00)', { Target: { Arn: QUEUE_ARN, RoleArn: ROLE_ARN, Input } });
  scheduler.start();
  await cloud.clock.advance(2 * 3_600_000);
  await scheduler.idle();
  const [first, second, third] = bodies.map((body) => body.split(' '));
  expect(first?.slice(0, 2)).toEqual([SCHEDULE_ARN, '2026-01-05T10:00:00Z']);
  expect(new Set([first?.[2], second?.[2], third?.[2]]).size).toBe(1);
  expect([first?.[3], second?.[3], third?.[3]]).toEqual(['1', '2', '3']);
});

test('without an Input the target gets an event of the Scheduler, whose detail is text', async () => {
  const call = await invoked({ Arn: QUEUE_ARN });
  expect(JSON.parse(String(call?.input['MessageBody']))).toMatchObject({
    source: 'aws.scheduler',
    'detail-type': 'Scheduled Event',
    time: '2026-01-05T10:00:00Z',
    resources: [SCHEDULE_ARN],
    detail: '{}',
  });
});

test.each([
  ['the templated target', { Arn: LAMBDA_ARN, Input: '{"a":1}' }, 3],
  [
    'lambda:invoke with Event',
    {
      Arn: 'arn:aws:scheduler:::aws-sdk:lambda:invoke',
      Input: JSON.stringify({ FunctionName: 'start', InvocationType: 'Event', Payload: '{"a":1}' }),
    },
    3,
  ],
  [
    'lambda:invoke, which waits for the answer',
    {
      Arn: 'arn:aws:scheduler:::aws-sdk:lambda:invoke',
      Input: JSON.stringify({ FunctionName: LAMBDA_ARN, Payload: { a: 1 } }),
    },
    1,
  ],
])('a function that throws is invoked by %s %#', async (_kind, target, times) => {
  const payloads: unknown[] = [];
  const { scheduler, cloud, define } = schedulerHarness({
    invokeLambda: async (arn, payload) => {
      expect(arn).toBe(LAMBDA_ARN);
      payloads.push(payload);
      return { functionError: { errorType: 'Error', errorMessage: 'no' } };
    },
  });
  define('s', 'at(2026-01-05T10:00:00)', { Target: { RoleArn: ROLE_ARN, ...target } });
  scheduler.start();
  await cloud.clock.advance(86_400_000);
  expect(payloads).toEqual(Array.from({ length: times }, () => ({ a: 1 })));
});

test('what the role may not do becomes a dead letter at once, sent as the same role', async () => {
  const letters: Record<string, unknown>[] = [];
  const { scheduler, cloud, define } = schedulerHarness({
    call: async (service, _operation, input, caller) => {
      if (service !== 'AmazonSQS') throw new AwsError('AccessDeniedException', 'not you');
      letters.push({ ...input, callerArn: caller.arn });
    },
  });
  const Target = {
    Arn: 'arn:aws:states:us-east-1:000000000000:stateMachine:run',
    RoleArn: ROLE_ARN,
    Input: '{"a":1}',
    DeadLetterConfig: { Arn: 'arn:aws:sqs:us-east-1:000000000000:dead' },
  };
  define('s', 'at(2026-01-05T10:00:00)', { Target });
  scheduler.start();
  await cloud.clock.advance(86_400_000);
  const text = (StringValue: unknown) => ({ DataType: 'String', StringValue });
  expect(letters).toEqual([
    {
      callerArn: ROLE_ARN,
      QueueUrl: 'http://sqs/000000000000/dead',
      MessageBody: '{"a":1}',
      MessageAttributes: {
        ERROR_CODE: text('NO_PERMISSIONS'),
        ERROR_MESSAGE: text('not you'),
        EXECUTION_ID: text(expect.any(String)),
        IS_PAYLOAD_TRUNCATED: text('false'),
        RETRY_ATTEMPTS: text('0'),
        SCHEDULE_ARN: text(SCHEDULE_ARN),
        SCHEDULED_TIME: text('2026-01-05T10:00:00Z'),
        TARGET_ARN: text(Target.Arn),
      },
    },
  ]);
});

test.each([
  [
    'an operation that only reads',
    { Arn: 'arn:aws:scheduler:::aws-sdk:dynamodb:getItem' },
    'operations that only read cannot be targets',
  ],
  [
    'a service that is not emulated',
    { Arn: 'arn:aws:scheduler:::aws-sdk:sns:publish' },
    'the universal target arn:aws:scheduler:::aws-sdk:sns:publish',
  ],
  [
    'an AppSync API, which is no templated target',
    { Arn: 'arn:aws:appsync:us-east-1:000000000000:apis/a' },
    'the schedule target arn:aws:appsync',
  ],
  [
    'a bus without parameters',
    { Arn: 'arn:aws:events:us-east-1:000000000000:event-bus/b' },
    'EventBridgeParameters must be specified',
  ],
  ['no role', { Arn: QUEUE_ARN, RoleArn: '' }, 'needs an Arn and a RoleArn'],
  ['an input over 256 KB', { Arn: QUEUE_ARN, Input: 'x'.repeat(262_145) }, 'at most 262144 bytes'],
])('a target with %s is refused when the schedule is made', (_case, target, message) => {
  const { define } = schedulerHarness();
  expect(() => define('s', 'rate(1 day)', { Target: { RoleArn: ROLE_ARN, ...target } })).toThrow(message);
});

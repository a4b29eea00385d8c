import { beforeEach, describe, expect, test } from 'vitest';
import { AwsError } from '../../src/AwsError.ts';
import { callerAllowed } from '../testCloud.ts';
import { failure, invokes, MACHINE_ARN, settle, StateMachineRig } from './StateMachineRig.ts';

describe('a Task with a token', () => {
  let rig: StateMachineRig;
  let tokens: string[];

  beforeEach(() => {
    tokens = [];
    rig = new StateMachineRig({ functions: { ask: (token: string) => void tokens.push(token) } });
    rig.define({
      StartAt: 'Ask',
      States: {
        Ask: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
          Arguments: { FunctionName: 'ask', Payload: '{% "\\"" & $states.context.Task.Token & "\\"" %}' },
          HeartbeatSeconds: 10,
          TimeoutSeconds: 60,
          Retry: [{ ErrorEquals: ['Again'], IntervalSeconds: 1, MaxAttempts: 1 }],
          End: true,
        },
      },
    });
  });

  test('waits for SendTaskSuccess, whose output is the result', async () => {
    const arn = await rig.start();
    await settle();
    expect((await rig.describe(arn)).status).toBe('RUNNING');
    await rig.call('SendTaskSuccess', { taskToken: tokens[0], output: '{"ok":1}' });
    expect(await rig.ended(arn)).toMatchObject({ status: 'SUCCEEDED', output: '{"ok":1}' });
  });

  test('fails with what SendTaskFailure says', async () => {
    const arn = await rig.start();
    await settle();
    await rig.call('SendTaskFailure', { taskToken: tokens[0], error: 'Rejected', cause: 'too much' });
    expect(await rig.ended(arn)).toMatchObject({ status: 'FAILED', error: 'Rejected', cause: 'too much' });
  });

  test('a token works once, and never after its task is over', async () => {
    const arn = await rig.start();
    await settle();
    await rig.call('SendTaskSuccess', { taskToken: tokens[0], output: '1' });
    const late = rig.call('SendTaskSuccess', { taskToken: tokens[0], output: '2' });
    await expect(late).rejects.toMatchObject({
      name: 'TaskTimedOut',
      message: "Task Timed Out: 'Provided task does not exist anymore'",
    });
    expect((await rig.ended(arn)).output).toBe('1');
  });

  test('what is not a token is refused', async () => {
    await expect(rig.call('SendTaskHeartbeat', { taskToken: 'AAAA' })).rejects.toMatchObject({
      name: 'InvalidToken',
      message: "Invalid Token: 'Invalid token'",
    });
    const elsewhere = new StateMachineRig({ functions: { ask: (token: string) => void tokens.push(token) } });
    await rig.start();
    await settle();
    await expect(elsewhere.call('SendTaskHeartbeat', { taskToken: tokens[0] })).rejects.toMatchObject({
      name: 'TaskDoesNotExist',
    });
  });

  test('an output that is not JSON is refused, and the task goes on waiting', async () => {
    const arn = await rig.start();
    await settle();
    await expect(rig.call('SendTaskSuccess', { taskToken: tokens[0], output: 'yes' })).rejects.toMatchObject({
      name: 'InvalidOutput',
    });
    expect((await rig.describe(arn)).status).toBe('RUNNING');
  });

  test('a retry has a token of its own', async () => {
    await rig.start();
    await settle();
    await rig.call('SendTaskFailure', { taskToken: tokens[0], error: 'Again' });
    await settle();
    await rig.cloud.clock.advance(1_000);
    await settle();
    expect(new Set(tokens).size).toBe(2);
  });

  test('heartbeats keep it alive, until one is missed', async () => {
    const arn = await rig.start();
    await settle();
    await rig.cloud.clock.advance(9_000);
    await rig.call('SendTaskHeartbeat', { taskToken: tokens[0] });
    await rig.cloud.clock.advance(9_999);
    expect((await rig.describe(arn)).status).toBe('RUNNING');
    await rig.cloud.clock.advance(1);
    expect(await rig.ended(arn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  });

  test('heartbeats do not extend TimeoutSeconds', async () => {
    const arn = await rig.start();
    await settle();
    for (let beat = 0; beat < 7; beat++) {
      await rig.cloud.clock.advance(8_500);
      await rig.call('SendTaskHeartbeat', { taskToken: tokens[0] });
    }
    await rig.cloud.clock.advance(500);
    expect(await rig.ended(arn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  });

  test('completing a task needs the right to on its state machine', async () => {
    await rig.start();
    await settle();
    const denied = rig.call('SendTaskSuccess', { taskToken: tokens[0], output: '1' }, callerAllowed());
    await expect(denied).rejects.toMatchObject({ name: 'AccessDeniedException' });
    await rig.call(
      'SendTaskSuccess',
      { taskToken: tokens[0], output: '1' },
      callerAllowed(`states:SendTaskSuccess ${MACHINE_ARN}`),
    );
  });
});

/** A Task on any resource; its failure is the execution's. */
const task = (resource: string, args: unknown, fields: object = {}) => ({
  StartAt: 'T',
  States: { T: { Type: 'Task', Resource: resource, Arguments: args, End: true, ...fields } },
});
const service = (name: string) => `arn:aws:states:::${name}`;

describe('what an integration asks of its service, and answers', () => {
  test.each([
    // resource                       arguments                                                       asked of the service                                     its reply                          result
    [
      'sqs:sendMessage',
      { QueueUrl: 'q', MessageBody: { a: 1 } },
      ['AmazonSQS', 'SendMessage', { QueueUrl: 'q', MessageBody: '{"a":1}' }],
      { MessageId: 'm' },
      { MessageId: 'm', SdkHttpMetadata: { HttpStatusCode: 200 } },
    ],
    [
      'dynamodb:putItem',
      { TableName: 't', Item: {} },
      ['DynamoDB_20120810', 'PutItem', { TableName: 't', Item: {} }],
      {},
      { SdkHttpMetadata: { HttpStatusCode: 200 } },
    ],
    [
      'aws-sdk:dynamodb:query',
      { TableName: 't' },
      ['DynamoDB_20120810', 'Query', { TableName: 't' }],
      { Items: [] },
      { Items: [] },
    ],
    [
      'aws-sdk:sqs:sendMessage',
      { QueueUrl: 'q' },
      ['AmazonSQS', 'SendMessage', { QueueUrl: 'q' }],
      { MessageId: 'm' },
      { MessageId: 'm' },
    ],
    [
      'aws-sdk:sfn:sendTaskSuccess',
      { TaskToken: 't', Output: '1' },
      ['AWSStepFunctions', 'SendTaskSuccess', { taskToken: 't', output: '1' }],
      {},
      {},
    ],
    [
      'aws-sdk:sfn:listExecutions',
      { StateMachineArn: 'm' },
      ['AWSStepFunctions', 'ListExecutions', { stateMachineArn: 'm' }],
      { executions: [{ executionArn: 'e' }] },
      { Executions: [{ ExecutionArn: 'e' }] },
    ],
    [
      'states:startExecution',
      { StateMachineArn: 'm', Name: 'n', Input: { a: 1 } },
      ['AWSStepFunctions', 'StartExecution', { stateMachineArn: 'm', name: 'n', input: '{"a":1}' }],
      { executionArn: 'e', startDate: 1.5 },
      { ExecutionArn: 'e', StartDate: 1500 },
    ],
  ])('%s', async (resource, args, asked, reply, result) => {
    const calls: unknown[] = [];
    const rig = new StateMachineRig({
      call: async (prefix, operation, input) => (calls.push([prefix, operation, input]), reply),
    });
    const ended = await rig.define(task(service(resource), args)).run();
    expect(calls).toEqual([asked]);
    expect(JSON.parse(ended.output ?? `"${ended.cause}"`)).toMatchObject(result);
  });

  test('events:putEvents sends objects as text and names its execution; one failed entry fails the task', async () => {
    let sent: unknown;
    const reply = { FailedEntryCount: 1, Entries: [{ ErrorCode: 'MalformedDetail' }] };
    const rig = new StateMachineRig({ call: async (_prefix, _operation, input) => ((sent = input), reply) });
    rig.define(task(service('events:putEvents'), { Entries: [{ Detail: { a: 1 }, DetailType: 'T', Source: 's' }] }));
    const ended = await rig.run();
    expect(sent).toEqual({
      Entries: [{ Detail: '{"a":1}', DetailType: 'T', Source: 's', Resources: [ended.executionArn, MACHINE_ARN] }],
    });
    expect(ended.error).toBe('EventBridge.FailedEntry');
    expect(JSON.parse(ended.cause ?? '')).toMatchObject(reply);
  });

  test("a Lambda function's ARN as the resource has no envelope", async () => {
    const rig = new StateMachineRig({ functions: { work: (input: { n: number }) => input.n + 1 } });
    const resource = 'arn:aws:lambda:us-east-1:000000000000:function:work';
    const ended = await rig
      .define({ StartAt: 'T', States: { T: { Type: 'Task', Resource: resource, End: true } } })
      .run({ n: 1 });
    expect(ended.output).toBe('2');
    expect((await rig.history(ended.executionArn)).map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'LambdaFunctionScheduled',
      'LambdaFunctionStarted',
      'LambdaFunctionSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
  });

  test('startExecution.sync:2 waits for the execution and parses its output', async () => {
    const childArn = 'arn:aws:states:us-east-1:000000000000:stateMachine:child';
    const rig = new StateMachineRig();
    rig.define(
      { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 5, Output: { done: true }, End: true } } },
      'STANDARD',
      childArn,
    );
    rig.define(
      task(
        service('states:startExecution.sync:2'),
        { StateMachineArn: childArn },
        { Output: '{% $states.result.Output.done %}' },
      ),
    );
    expect(await rig.run({}, { waitsMs: 10_000 })).toMatchObject({ status: 'SUCCEEDED', output: 'true' });
  });

  test.each([
    ['an object', { a: 1 }, { a: 1 }],
    ['a list', [1, { a: 2 }], [1, { a: 2 }]],
    ['a text, as the JSON document that it is', '{"a":1}', { a: 1 }],
    ['a text that is a JSON number', ' 7 ', 7],
    ['a text that is a JSON text', '"run_1"', 'run_1'],
  ])('lambda:invoke sends %s', async (_what, payload, event) => {
    const events: unknown[] = [];
    const rig = new StateMachineRig({ functions: { f: (received: unknown) => void events.push(received) } }).define(
      task(service('lambda:invoke'), { FunctionName: 'f', Payload: payload }),
    );
    expect((await rig.run()).status).toBe('SUCCEEDED');
    expect(events).toEqual([event]);
  });

  test.each(['run_1', '{"a":1', "{'a':1}"])(
    'lambda:invoke of a text that is not JSON is refused: %s',
    async (Payload) => {
      const rig = new StateMachineRig({ functions: { f: () => 1 } }).define(
        task(service('lambda:invoke'), { FunctionName: 'f', Payload }),
      );
      const ended = await rig.run();
      expect(ended.error).toBe('Lambda.InvalidRequestContentException');
      expect(ended.cause).toMatch(/^Could not parse request body into json: .*Status Code: 400/);
    },
  );

  test.each([1, true])('lambda:invoke of the scalar %s is refused', async (Payload) => {
    const rig = new StateMachineRig({ functions: { f: () => 1 } }).define(
      task(service('lambda:invoke'), { FunctionName: 'f', Payload }),
    );
    const ended = await rig.run();
    expect(ended.error).toBe('States.Runtime');
    expect(ended.cause).toContain("[The value for the field 'Payload' must be a STRING]");
  });

  test('an argument that an integration does not know is refused, not dropped', async () => {
    const rig = new StateMachineRig().define(task(service('lambda:invoke'), { FunctionName: 'f', Nonsense: 'Event' }));
    const ended = await rig.run();
    expect(ended.error).toBe('States.Runtime');
    expect(ended.cause).toContain("The field 'Nonsense' is not supported");
  });
});

describe('errors under the names of each integration', () => {
  test.each([
    // resource                       thrown by the service                           name
    ['dynamodb:putItem', 'ConditionalCheckFailedException', 'DynamoDB.ConditionalCheckFailedException'],
    ['dynamodb:putItem', 'ValidationException', 'DynamoDB.AmazonDynamoDBException'],
    ['aws-sdk:dynamodb:putItem', 'ConditionalCheckFailedException', 'DynamoDb.ConditionalCheckFailedException'],
    ['aws-sdk:dynamodb:putItem', 'ValidationException', 'DynamoDb.DynamoDbException'],
    ['sqs:sendMessage', 'QueueDoesNotExist', 'SQS.AmazonSQSException'],
    ['states:startExecution', 'ExecutionAlreadyExists', 'StepFunctions.ExecutionAlreadyExistsException'],
    ['aws-sdk:sfn:sendTaskSuccess', 'InvalidToken', 'Sfn.InvalidTokenException'],
  ])('%s: %s is %s', async (resource, code, error) => {
    const args = { QueueUrl: 'q', MessageBody: '', StateMachineArn: 'm' };
    const wanted: Record<string, unknown> =
      resource === 'states:startExecution'
        ? { StateMachineArn: 'm' }
        : resource === 'sqs:sendMessage'
          ? { QueueUrl: 'q', MessageBody: '' }
          : args;
    const rig = new StateMachineRig({ call: () => Promise.reject(new AwsError(code, 'no')) }).define(
      task(service(resource), wanted),
    );
    expect(await rig.run()).toMatchObject({ status: 'FAILED', error });
  });

  test.each([
    ['ResourceNotFoundException', 404, 'Lambda.ResourceNotFoundException'],
    ['TooManyRequestsException', 429, 'Lambda.TooManyRequestsException'],
    ['AccessDeniedException', 403, 'Lambda.AWSLambdaException'],
  ])('lambda:invoke: %s', async (code, statusCode, error) => {
    const rig = new StateMachineRig({ invokeLambda: () => Promise.reject(new AwsError(code, 'no', { statusCode })) });
    const ended = await rig.define({ StartAt: 'T', States: { T: invokes('f') } }).run();
    expect(ended.error).toBe(error);
    expect(ended.cause).toMatch(
      new RegExp(`^no \\(Service: AWSLambda; Status Code: ${statusCode}; Error Code: ${code}; Request ID: `),
    );
  });

  test("a function's error is its type, and its document the cause", async () => {
    const rig = new StateMachineRig({ functions: { f: () => Promise.reject(failure('NoFunds', 'account 1')) } });
    const ended = await rig.define({ StartAt: 'T', States: { T: invokes('f') } }).run();
    expect(ended.error).toBe('NoFunds');
    expect(JSON.parse(ended.cause ?? '')).toEqual({ errorType: 'NoFunds', errorMessage: 'account 1' });
  });

  test('every call is made as the role of the state machine', async () => {
    const role = callerAllowed();
    const callers: unknown[] = [];
    const rig = new StateMachineRig({
      callerOfRole: () => role,
      invokeLambda: async (_arn, _payload, caller) => (callers.push(caller), { payload: 1 }),
    });
    await rig.define({ StartAt: 'T', States: { T: invokes('f') } }).run();
    expect(callers).toEqual([role]);
  });
});

import { expect, test } from 'vitest';
import { FunctionDeadLetters } from '../src/FunctionDeadLetters.ts';
import { RoleCallers } from '../src/iam/RoleCallers.ts';
import { Sqs } from '../src/sqs/Sqs.ts';
import { FUNCTION_ARN, openBridge } from './eventbridge/bridgeHarness.ts';
import { openScheduler } from './scheduler/schedulerHarness.ts';
import { templateOf } from './template/templateOf.ts';
import { ROOT, testCloud } from './testCloud.ts';

const WORKER_ROLE = 'arn:aws:iam::000000000000:role/worker';
const QUEUE_URL = 'http://127.0.0.1:4000/000000000000/failed';

function templateWith(actions: string[], targetArn = 'arn:aws:sqs:us-east-1:000000000000:failed') {
  const Statement = { Effect: 'Allow', Action: actions, Resource: targetArn };
  return templateOf({
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: 'worker',
        AssumeRolePolicyDocument: {
          Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } },
        },
        Policies: [{ PolicyName: 'p', PolicyDocument: { Statement } }],
      },
    },
    Worker: {
      Type: 'AWS::Lambda::Function',
      Properties: { FunctionName: 'worker', Role: WORKER_ROLE, DeadLetterConfig: { TargetArn: targetArn } },
    },
  });
}

/** An account whose function `worker` always throws, and whose role may do `actions` on its dead-letter queue. */
function failingWorker(actions: string[]) {
  const template = templateWith(actions);
  const roles = new RoleCallers(template, '000000000000');
  let invocations = 0;
  const cloud = testCloud({
    callerOfRole: (arn) => (arn === WORKER_ROLE ? roles.callerOfRole(arn) : ROOT),
    call: (_service, operation, input, caller) => sqs.call(operation, input, caller),
    invokeLambda: async () => {
      invocations++;
      return { functionError: { errorType: 'Error', errorMessage: 'no such run' } };
    },
  });
  const sqs = new Sqs(cloud);
  sqs.defineQueue({ QueueName: 'failed', QueueUrl: QUEUE_URL });
  const letters = async () => {
    const request = { QueueUrl: QUEUE_URL, MessageAttributeNames: ['All'] };
    const { Messages = [] } = (await sqs.call('ReceiveMessage', request, ROOT)) as {
      Messages?: { Body: string; MessageAttributes: object }[];
    };
    return Messages;
  };
  return {
    cloud,
    keep: new FunctionDeadLetters(cloud, template).keep,
    letters,
    invocations: () => invocations,
    close: () => sqs.close(),
  };
}

test("an event of a rule that the function failed on three times goes to the function's dead-letter queue", async () => {
  const { cloud, keep, letters, invocations, close } = failingWorker(['sqs:SendMessage']);
  const { bridge, rule, put } = openBridge(cloud, keep);
  rule({ Id: 'function', Arn: FUNCTION_ARN, InputPath: '$.detail' });
  bridge.start();
  put({ runId: 'run_1' });
  await bridge.idle();
  await cloud.clock.advance(60_000);
  expect([invocations(), await letters()], 'not while a retry is left').toEqual([2, []]);
  await cloud.clock.advance(120_000);
  await bridge.idle();
  expect(invocations()).toBe(3);
  expect(await letters()).toMatchObject([
    {
      Body: '{"runId":"run_1"}',
      MessageAttributes: {
        RequestID: { DataType: 'String' },
        ErrorCode: { DataType: 'Number', StringValue: '200' },
        ErrorMessage: { DataType: 'String', StringValue: 'Error: no such run' },
      },
    },
  ]);
  expect(bridge.dropped).toEqual([]);
  close();
});

test('so does the input of a schedule, whose own dead-letter queue stays empty', async () => {
  const { cloud, keep, letters, invocations, close } = failingWorker(['sqs:SendMessage']);
  const { scheduler, define } = openScheduler(cloud, keep);
  const DeadLetterConfig = { Arn: 'arn:aws:sqs:us-east-1:000000000000:unreached' };
  define('s', 'at(2026-01-05T10:00:00)', {
    Target: { Arn: FUNCTION_ARN, RoleArn: 'arn:aws:iam::000000000000:role/s', Input: '{"due":1}', DeadLetterConfig },
  });
  scheduler.start();
  await cloud.clock.advance(3_600_000 + 180_000);
  await scheduler.idle();
  expect(invocations()).toBe(3);
  expect(await letters()).toMatchObject([{ Body: '{"due":1}' }]);
  expect(scheduler.dropped).toEqual([]);
  close();
});

test('without sqs:SendMessage of its role the event is gone, and the reason is kept', async () => {
  const { cloud, keep, letters, close } = failingWorker(['sqs:ReceiveMessage']);
  const { bridge, rule, put } = openBridge(cloud, keep);
  rule({ Id: 'function', Arn: FUNCTION_ARN });
  bridge.start();
  put({});
  await bridge.idle();
  await cloud.clock.advance(180_000);
  await bridge.idle();
  expect(await letters()).toEqual([]);
  expect(bridge.dropped[0]?.reason).toContain('is not authorized to perform: sqs:SendMessage');
  close();
});

test('a topic as the dead-letter target is refused by name', () => {
  const template = templateWith([], 'arn:aws:sns:us-east-1:000000000000:failed');
  expect(() => new FunctionDeadLetters(testCloud(), template)).toThrow('the dead-letter target arn:aws:sns');
});

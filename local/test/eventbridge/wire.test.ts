import {
  DescribeRuleCommand,
  EventBridgeClient,
  ListRulesCommand,
  ListTargetsByRuleCommand,
  PutEventsCommand,
  TestEventPatternCommand,
} from '@aws-sdk/client-eventbridge';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SystemClock } from '../../src/Clock.ts';
import { startGateway } from '../gateway/startGateway.ts';
import { bridgeHarness, QUEUE_ARN } from './bridgeHarness.ts';

let harness: ReturnType<typeof bridgeHarness>;
let server: Awaited<ReturnType<typeof startGateway>>;
let client: EventBridgeClient;

beforeEach(async () => {
  harness = bridgeHarness();
  harness.rule({ Id: 'queue', Arn: QUEUE_ARN });
  harness.bridge.start();
  server = await startGateway(new SystemClock(), { jsonServices: [harness.bridge] });
  client = new EventBridgeClient({ ...server.sdk, maxAttempts: 1 });
});

afterEach(async () => {
  client.destroy();
  await server.gateway.close();
});

test('the SDK sends times in seconds and reads failures entry by entry', async () => {
  const good = { EventBusName: 'payroll', Source: 'payroll', DetailType: 'Progress', Detail: '{}', Time: new Date(0) };
  const answer = await client.send(new PutEventsCommand({ Entries: [good, { ...good, Detail: '[]' }] }));
  await harness.bridge.idle();
  expect(answer.FailedEntryCount).toBe(1);
  expect(answer.Entries?.[1]?.ErrorCode).toBe('MalformedDetail');
  expect(JSON.parse(String(harness.calls[0]?.input['MessageBody']))).toMatchObject({ time: '1970-01-01T00:00:00Z' });
});

test('rules, targets and patterns can be looked at', async () => {
  const { Rules } = await client.send(new ListRulesCommand({ EventBusName: 'payroll' }));
  expect(Rules).toMatchObject([{ Name: 'all', State: 'ENABLED', EventPattern: '{"source":["payroll"]}' }]);
  const { Targets } = await client.send(new ListTargetsByRuleCommand({ EventBusName: 'payroll', Rule: 'all' }));
  expect(Targets).toEqual([{ Id: 'queue', Arn: QUEUE_ARN }]);
  const pattern = { EventPattern: '{"source":["payroll"]}', Event: '{"source":"payroll"}' };
  expect((await client.send(new TestEventPatternCommand(pattern))).Result).toBe(true);
  await expect(client.send(new DescribeRuleCommand({ Name: 'none' }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'Rule none does not exist on EventBus default.',
  });
});

import { expect, test } from 'vitest';
import { callerAllowed, ROOT } from '../testCloud.ts';
import { bridgeHarness, QUEUE_ARN } from './bridgeHarness.ts';

test('an event reaches the targets of every matching rule in its envelope', async () => {
  const { bridge, rule, put, calls } = bridgeHarness();
  rule({ Id: 'queue', Arn: QUEUE_ARN });
  bridge.start();
  const answer = put({ runId: 'run_1' }, { Resources: ['arn:x'], Time: 1767603600.9 });
  await bridge.idle();
  expect(answer).toEqual({ FailedEntryCount: 0, Entries: [{ EventId: expect.any(String) as string }] });
  expect(calls).toHaveLength(1);
  expect(JSON.parse(String(calls[0]?.input['MessageBody']))).toEqual({
    version: '0',
    id: answer.Entries[0]?.EventId,
    'detail-type': 'Progress',
    source: 'payroll',
    account: '000000000000',
    time: '2026-01-05T09:00:00Z',
    region: 'us-east-1',
    resources: ['arn:x'],
    detail: { runId: 'run_1' },
  });
});

test.each<[string, object, string, string]>([
  [
    'without a source',
    { Source: '' },
    'InvalidArgument',
    'Parameter Source is not valid. Reason: Source is a required argument.',
  ],
  [
    'without a detail type',
    { DetailType: undefined },
    'InvalidArgument',
    'Parameter DetailType is not valid. Reason: DetailType is a required argument.',
  ],
  [
    'without a detail',
    { Detail: undefined },
    'InvalidArgument',
    'Parameter Detail is not valid. Reason: Detail is a required argument.',
  ],
  ['whose detail is a list', { Detail: '[]' }, 'MalformedDetail', 'Detail is malformed.'],
  ['whose detail is text', { Detail: '"text"' }, 'MalformedDetail', 'Detail is malformed.'],
  ['whose detail is no JSON', { Detail: '{' }, 'MalformedDetail', 'Detail is malformed.'],
  ["of AWS's own sources", { Source: 'aws.ec2' }, 'NotAuthorizedForSourceException', 'Not authorized for the source.'],
])('an entry %s fails alone, in an answer that succeeds', (_case, wrong, ErrorCode, ErrorMessage) => {
  const { bridge, put } = bridgeHarness();
  bridge.start();
  expect(put({}, wrong)).toEqual({ FailedEntryCount: 1, Entries: [{ ErrorCode, ErrorMessage }] });
});

test('an event for a bus that does not exist is swallowed without an error', () => {
  const { bridge, put } = bridgeHarness();
  bridge.start();
  expect(put({}, { EventBusName: 'nowhere' }).FailedEntryCount).toBe(0);
});

test.each<[string, unknown[], string]>([
  ['no entries', [], 'Member must have length greater than or equal to 1'],
  ['eleven entries', Array.from({ length: 11 }, () => ({})), 'Member must have length less than or equal to 10'],
  [
    'a megabyte in all',
    [{ Source: 'a', DetailType: 'b', Detail: JSON.stringify({ text: 'x'.repeat(1_048_576) }) }],
    'Total size of the entries in the request is over the limit.',
  ],
])('a request with %s is refused as a whole', (_case, Entries, message) => {
  const { bridge } = bridgeHarness();
  expect(() => bridge.call('PutEvents', { Entries }, ROOT)).toThrow(message);
});

test('the caller needs events:PutEvents on the very bus', () => {
  const { bridge } = bridgeHarness();
  const Entries = [{ EventBusName: 'payroll', Source: 'a', DetailType: 'b', Detail: '{}' }];
  const caller = callerAllowed('events:PutEvents arn:aws:events:us-east-1:000000000000:event-bus/default');
  expect(() => bridge.call('PutEvents', { Entries }, caller)).toThrow(
    'events:PutEvents on resource: arn:aws:events:us-east-1:000000000000:event-bus/payroll',
  );
});

test('a bus can be named by its ARN', async () => {
  const { bridge, rule, put, calls } = bridgeHarness();
  rule({ Id: 'queue', Arn: QUEUE_ARN });
  bridge.start();
  put({}, { EventBusName: 'arn:aws:events:us-east-1:000000000000:event-bus/payroll' });
  await bridge.idle();
  expect(calls).toHaveLength(1);
});

test('a disabled rule matches nothing', async () => {
  const { bridge, put, calls } = bridgeHarness();
  bridge.defineRule({
    Name: 'off',
    EventBusName: 'payroll',
    State: 'DISABLED',
    EventPattern: { source: ['payroll'] },
    Targets: [{ Id: 'queue', Arn: QUEUE_ARN }],
  });
  bridge.start();
  put({});
  await bridge.idle();
  expect(calls).toEqual([]);
});

test('what is not emulated is refused by name', () => {
  const { bridge, put } = bridgeHarness();
  bridge.defineArchive({ ArchiveName: 'history' });
  expect(() => bridge.call('StartReplay', {}, ROOT)).toThrow('a replay of the archives history');
  expect(() => bridge.call('PutRule', {}, ROOT)).toThrow('the EventBridge operation PutRule');
  expect(() => put({}, { TraceHeader: 'Root=1' })).toThrow('TraceHeader in an entry of PutEvents');
  expect(() =>
    bridge.defineRule({
      Name: 'sns',
      EventPattern: { source: ['a'] },
      Targets: [{ Id: 't', Arn: 'arn:aws:sns:us-east-1:1:t' }],
    }),
  ).toThrow('the rule target arn:aws:sns');
});

import { expect, test } from 'vitest';
import type { BridgeEvent } from '../../src/eventbridge/BridgeEvent.ts';
import { compileTargetInput } from '../../src/eventbridge/compileTargetInput.ts';

const RULE = 'arn:aws:events:us-east-1:000000000000:rule/payroll/all';
const EVENT: BridgeEvent = {
  version: '0',
  id: 'e-1',
  'detail-type': 'Progress',
  source: 'payroll',
  account: '000000000000',
  time: '2026-01-05T09:00:00Z',
  region: 'us-east-1',
  resources: [],
  detail: {
    id: 'run_1',
    quote: 'say "hi"',
    count: 3,
    ok: true,
    none: null,
    list: ['A', 'B'],
    object: { a: 'x', b: 1 },
  },
};
const InputPathsMap = {
  id: '$.detail.id',
  quote: '$.detail.quote',
  count: '$.detail.count',
  ok: '$.detail.ok',
  none: '$.detail.none',
  list: '$.detail.list',
  second: '$.detail.list[1]',
  object: '$.detail.object',
  missing: '$.detail.missing.deep',
};

test.each([
  [
    'outside quotes a value is JSON',
    '{"id":<id>,"n":<count>,"ok":<ok>,"none":<none>}',
    '{"id":"run_1","n":3,"ok":true,"none":null}',
  ],
  ['objects and lists stay what they are', '{"o":<object>,"l":<list>}', '{"o":{"a":"x","b":1},"l":["A","B"]}'],
  ['inside quotes a value is text', '{"text":"run <id>: <count>"}', '{"text":"run run_1: 3"}'],
  ['quotes of a text are escaped', '{"text":"<quote>"}', '{"text":"say \\"hi\\""}'],
  ['inside a text template, objects and lists lose their quotes', '"<object> <list>"', '"{a:x,b:1} [A,B]"'],
  ['a list element has an index', '[<second>]', '["B"]'],
  ['a variable without a value is empty', '{"m":<missing>,"text":"<missing>"}', '{"m":"","text":""}'],
  ['an escaped quote does not end a text', '{"text":"\\"<id>\\""}', '{"text":"\\"run_1\\""}'],
  [
    'the rule is known',
    '{"arn":<aws.events.rule-arn>,"name":"<aws.events.rule-name>"}',
    `{"arn":"${RULE}","name":"all"}`,
  ],
  ['the time is known', '{"at":<aws.events.event.ingestion-time>}', '{"at":"2026-01-05T09:00:00Z"}'],
  ['the whole event is known', '{"event":<aws.events.event.json>}', `{"event":${JSON.stringify(EVENT)}}`],
])('%s', (_rule, InputTemplate, expected) => {
  const inputOf = compileTargetInput({ Id: 't', InputTransformer: { InputPathsMap, InputTemplate } }, RULE);
  expect(inputOf(EVENT)).toBe(expected);
});

test.each([
  ['an object', '{"payload":"<object>"}'],
  ['a list', '{"payload":"<list>"}'],
  ['a list within a text', '["of <list>"]'],
  ['an object deep inside', '  {"a":{"b":["x <object>"]}}'],
  ['the event', '{"event":"<aws.events.event.json>"}'],
])('%s inside the quotes of a JSON template is not delivered, as AWS drops it', (_what, InputTemplate) => {
  const inputOf = compileTargetInput({ Id: 't', InputTransformer: { InputPathsMap, InputTemplate } }, RULE);
  expect(() => inputOf(EVENT)).toThrow(expect.objectContaining({ name: 'DeliveryFailure', isRetryable: false }));
});

test('a JSON template whose values do not make JSON is not delivered', () => {
  const InputTransformer = { InputPathsMap, InputTemplate: '{"n":1<count>,"id":x<id>}' };
  expect(() => compileTargetInput({ Id: 't', InputTransformer }, RULE)(EVENT)).toThrow(/not JSON/);
});

test('aws.events.event is the event without its detail, with its type in camel case', () => {
  const inputOf = compileTargetInput({ Id: 't', InputTransformer: { InputTemplate: '<aws.events.event>' } }, RULE);
  expect(JSON.parse(inputOf(EVENT))).toEqual({
    version: '0',
    id: 'e-1',
    detailType: 'Progress',
    source: 'payroll',
    account: '000000000000',
    time: '2026-01-05T09:00:00Z',
    region: 'us-east-1',
    resources: [],
  });
});

test('InputPath selects a part, Input is constant, neither is the event', () => {
  expect(compileTargetInput({ Id: 't', InputPath: '$.detail.object.a' }, RULE)(EVENT)).toBe('"x"');
  expect(compileTargetInput({ Id: 't', Input: '{"a": 1}' }, RULE)(EVENT)).toBe('{"a": 1}');
  expect(JSON.parse(compileTargetInput({ Id: 't' }, RULE)(EVENT))).toEqual(EVENT);
});

test.each([
  [
    'an unknown placeholder',
    { InputTransformer: { InputTemplate: '{"a":<nobody>}' } },
    'InputTemplate for target t contains invalid placeholder nobody.',
  ],
  [
    'two kinds of input',
    { Input: '{}', InputPath: '$.detail' },
    'Only one of Input, InputPath, or InputTransformer must be provided for target t.',
  ],
  ['a path that only full JSONPath knows', { InputPath: '$..id' }, 'the event path $..id'],
])('%s is refused when the rule is defined', (_rule, target, message) => {
  expect(() => compileTargetInput({ Id: 't', ...target }, RULE)).toThrow(message);
});

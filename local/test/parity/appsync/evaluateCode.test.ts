import { expect, test } from 'vitest';
import { Evaluation } from '../../../src/appsync/resolverRuntime/Evaluation.ts';
import { Sandbox } from '../../../src/appsync/resolverRuntime/Sandbox.ts';
import { testCloud } from '../../testCloud.ts';

/**
 * What AppSync's EvaluateCode answered when the project localstack/appsync-utils recorded it (2023 to 2026), one
 * expression at a time. Whole texts are compared where AWS answers text.
 */
const RECORDED: readonly (readonly [expression: string, answer: unknown])[] = [
  ["ddb.get({ key: { id: 'a' } })", { operation: 'GetItem', key: { id: { S: 'a' } } }],
  [
    "ddb.put({ key: { id: 'a' }, item: { n: 1, s: 'x' } })",
    { operation: 'PutItem', key: { id: { S: 'a' } }, attributeValues: { n: { N: 1 }, s: { S: 'x' } } },
  ],
  ["ddb.remove({ key: { id: 'a' } })", { operation: 'DeleteItem', key: { id: { S: 'a' } } }],
  ["ddb.scan({ limit: 10, nextToken: 't' })", { operation: 'Scan', limit: 10, nextToken: 't' }],
  [
    "ddb.update({ key: { id: 'a' }, update: { a: 1, b: null } })",
    {
      operation: 'UpdateItem',
      key: { id: { S: 'a' } },
      update: {
        expression: 'SET #expName_1 = :expValue_1, #expName_2 = :expValue_2',
        expressionNames: { '#expName_1': 'a', '#expName_2': 'b' },
        expressionValues: { ':expValue_1': { N: 1 }, ':expValue_2': { NULL: null } },
      },
    },
  ],
  ['ddb.operations.increment(10)', { type: 'OPERATION_INCREMENT', by: 10 }],
  ['ddb.operations.decrement()', { type: 'OPERATION_DECREMENT', by: 1 }],
  ["ddb.operations.add('x')", { type: 'OPERATION_ADD', value: 'x' }],
  ["ddb.operations.replace('x')", { type: 'OPERATION_REPLACE', value: 'x' }],
  ["ddb.operations.append(['x'])", { type: 'OPERATION_APPEND', items: ['x'] }],
  ["ddb.operations.prepend(['x'])", { type: 'OPERATION_PREPEND', items: ['x'] }],
  [
    "ddb.update({ key: { id: 'a' }, update: { n: ddb.operations.increment(2) } }).update.expression",
    'SET #expName_1 = #expName_1 + :expValue_1',
  ],
  [
    "ddb.update({ key: { id: 'a' }, update: { l: ddb.operations.append([1]) } }).update.expression",
    'SET #expName_1 = list_append(#expName_1, :expValue_1)',
  ],
  [
    "ddb.update({ key: { id: 'a' }, update: { l: ddb.operations.prepend([1]) } }).update.expression",
    'SET #expName_1 = list_append(:expValue_1, #expName_1)',
  ],
  [
    'util.transform.toDynamoDBConditionExpression({ id: { attributeExists: true }, version: { eq: 10 } })',
    '{"expression":"(attribute_exists(#id)) AND (#version = :version_eq)","expressionNames":{"#id":"id","#version":"version"},"expressionValues":{":version_eq":{"N":10}}}',
  ],
  [
    "util.transform.toDynamoDBFilterExpression({ content: { contains: 'foo' } })",
    '{"expression":"(contains(#content,:content_contains))","expressionNames":{"#content":"content"},"expressionValues":{":content_contains":{"S":"foo"}}}',
  ],
  [
    'util.transform.toDynamoDBFilterExpression({ v: { ge: 1, le: 5 } })',
    '{"expression":"((#v >= :v_ge) AND (#v <= :v_le))","expressionNames":{"#v":"v"},"expressionValues":{":v_ge":{"N":1},":v_le":{"N":5}}}',
  ],
  ['util.transform.toDynamoDBFilterExpression({ v: { bogus: 1 } })', null],
  ['util.transform.toDynamoDBFilterExpression({ v: 1 })', null],
  ['util.transform.toDynamoDBFilterExpression({ v: { between: [1] } })', null],
  [
    'util.transform.toSubscriptionFilter({ a: { eq: 1, ne: 2 } })',
    {
      filterGroup: [
        { filters: [{ fieldName: 'a', operator: 'eq', value: 1 }] },
        { filters: [{ fieldName: 'a', operator: 'ne', value: 2 }] },
      ],
    },
  ],
  [
    'util.transform.toSubscriptionFilter({ not: { a: { eq: 1 } } })',
    { filterGroup: [{ filters: [{ fieldName: 'not', operator: 'a', value: { eq: 1 } }] }] },
  ],
  ['util.transform.toSubscriptionFilter({})', { filterGroup: [] }],
  ['util.transform.toSubscriptionFilter(null)', null],
  ["util.transform.toSubscriptionFilter('x')", null],
  ["util.dynamodb.toDynamoDB('test')", { S: 'test' }],
  ['util.dynamodb.toNumber(12345)', { N: 12345 }],
  ['util.dynamodb.toNumberSet([1, 23, 4.56])', { NS: [1, 23, 4.56] }],
  ['util.dynamodb.toNull()', { NULL: null }],
  [
    "util.dynamodb.toMapValues({ foo: 'bar', baz: 1234, beep: ['boop'] })",
    { foo: { S: 'bar' }, baz: { N: 1234 }, beep: { L: [{ S: 'boop' }] } },
  ],
  [
    "util.dynamodb.toS3Object('foo', 'bar', 'baz', 'beep')",
    { S: '{"s3":{"key":"foo","bucket":"bar","region":"baz","version":"beep"}}' },
  ],
];

/** Joined by OR, nested, negated: the placeholders carry every level. */
const RECORDED_EXPRESSIONS: readonly (readonly [filter: string, expression: string])[] = [
  ['{ a: { eq: 1 }, and: [{ b: { eq: 2 } }] }', '(#a = :a_eq) AND (#b = :and_0_b_eq)'],
  [
    '{ or: [{ and: [{ a: { eq: 1 } }, { b: { eq: 2 } }] }, { c: { eq: 3 } }] }',
    '(((#a = :or_0_and_0_a_eq) AND (#b = :or_0_and_1_b_eq)) OR (#c = :or_1_c_eq))',
  ],
  ['{ not: { not: { a: { eq: 1 } } } }', '(NOT (NOT (#a = :not_not_a_eq)))'],
  ['{ v: { in: ["a", "b"] } }', '(#v IN (:v_in_0, :v_in_1))'],
  ['{ v: { between: [1, 9] } }', '(#v BETWEEN :v_between_start AND :v_between_end)'],
  ['{ v: { notContains: "x" } }', '(NOT contains(#v,:v_notContains))'],
  ['{ v: { size: { gt: 2, lt: 5 } } }', '((size(#v) > :v_size_gt) AND (size(#v) < :v_size_lt))'],
  ['{ a: { eq: 1 }, b: {} }', '(#a = :a_eq) AND '],
];

function evaluate(expression: string): unknown {
  const sandbox = new Sandbox(testCloud(), () => undefined);
  const { request } = sandbox.compile(`import { util } from '@aws-appsync/utils';
import * as ddb from '@aws-appsync/utils/dynamodb';
export function request(ctx) { return ${expression}; }
export function response(ctx) { return null; }`);
  const nothing = { args: {}, source: null, identity: null, stash: {}, request: {}, env: {}, info: {}, prev: null };
  const requester = { mode: 'API_KEY', identity: null, groups: [], deniedFields: [] } as const;
  const { value } = sandbox.run(request, nothing, new Evaluation(requester, 'Query', 'evaluate'));
  return JSON.parse(JSON.stringify(value)) as unknown;
}

test.each(RECORDED)('%s', (expression, answer) => {
  expect(evaluate(expression)).toEqual(answer);
});

test.each(RECORDED_EXPRESSIONS)('the filter %s renders as on AWS', (filter, expression) => {
  const text = evaluate(`util.transform.toDynamoDBFilterExpression(${filter})`);
  expect(JSON.parse(String(text))).toMatchObject({ expression });
});

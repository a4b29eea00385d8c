import { expect, test } from 'vitest';
import type { DataSourceDescription } from '../../src/appsync/ApiDescription.ts';
import { AwsError } from '../../src/AwsError.ts';
import type { Cloud } from '../../src/Cloud.ts';
import { ROOT } from '../testCloud.ts';
import { testApi, unit } from './testApi.ts';

const SOURCES: Record<string, DataSourceDescription> = {
  table: { type: 'AMAZON_DYNAMODB', roleArn: 'arn:role', config: { TableName: 'payroll' } },
  sameTable: { type: 'AMAZON_DYNAMODB', roleArn: 'arn:role', config: { TableName: 'payroll' } },
  lambda: { type: 'AWS_LAMBDA', roleArn: 'arn:role', config: { LambdaFunctionArn: 'arn:worker' } },
  bus: { type: 'AMAZON_EVENTBRIDGE', roleArn: 'arn:role', config: { EventBusArn: 'arn:bus' } },
  states: {
    type: 'HTTP',
    roleArn: 'arn:role',
    config: {
      Endpoint: 'https://states.us-east-1.amazonaws.com',
      AuthorizationConfig: {
        AuthorizationType: 'AWS_IAM',
        AwsIamConfig: { SigningRegion: 'us-east-1', SigningServiceName: 'states' },
      },
    },
  },
};

type Call = [service: string, operation: string, input: unknown];

/** Sends `request` (an expression) to a source; answers `[ctx.result, ctx.error]` and what the source called. */
async function send(source: string, request: string, answers: unknown[] = [], lambda?: Cloud['invokeLambda']) {
  const calls: Call[] = [];
  const call: Cloud['call'] = (service, operation, input, caller) => {
    expect(caller).toBe(ROOT);
    calls.push([service, operation, input]);
    const answer = answers.shift() ?? {};
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const code = `import { util } from '@aws-appsync/utils';
import * as ddb from '@aws-appsync/utils/dynamodb';
export function request(ctx) { return ${request}; }
export function response(ctx) { return [ctx.result, ctx.error ?? null]; }`;
  const { run } = testApi(
    {
      schema: 'type Query { value(token: String): AWSJSON }',
      dataSources: SOURCES,
      resolvers: [unit('Query.value', code, source)],
    },
    { call, ...(lambda ? { invokeLambda: lambda } : {}) },
  );
  const { data, errors } = await run('{ value }');
  const value = data?.['value']
    ? (JSON.parse(data['value'] as string) as [unknown, { type: string; message: string } | null])
    : undefined;
  return { result: value?.[0], error: value?.[1], errors, calls };
}

const ITEM = {
  pk: { S: 'a' },
  n: { N: '1.5' },
  ns: { NS: ['1', '2'] },
  l: { L: [{ NULL: true }] },
  m: { M: { b: { BOOL: true } } },
  bin: { B: 'AQ==' },
};
const PLAIN = { pk: 'a', n: 1.5, ns: [1, 2], l: [null], m: { b: true }, bin: 'AQ==' };

test('GetItem answers the item in plain values', async () => {
  const { result, calls } = await send(
    'table',
    "ddb.get({ key: { pk: 'a' }, consistentRead: true, projection: ['m.b'] })",
    [{ Item: ITEM }],
  );
  expect(result).toEqual(PLAIN);
  expect(calls).toEqual([
    [
      'DynamoDB_20120810',
      'GetItem',
      {
        TableName: 'payroll',
        Key: { pk: { S: 'a' } },
        ConsistentRead: true,
        ProjectionExpression: '#expName_1.#expName_2',
        ExpressionAttributeNames: { '#expName_1': 'm', '#expName_2': 'b' },
      },
    ],
  ]);
});

test('GetItem of nothing is null', async () => {
  expect((await send('table', "ddb.get({ key: { pk: 'a' } })")).result).toBeNull();
});

test('PutItem sends numbers as text and null as true, and answers the item written', async () => {
  const { result, calls } = await send(
    'table',
    "ddb.put({ key: { pk: 'a' }, item: { n: 10, nothing: null, tags: ddb.toStringSet(['x']) }, condition: { pk: { attributeExists: false } } })",
  );
  expect(result).toEqual({ pk: 'a', n: 10, nothing: null, tags: ['x'] });
  expect(calls[0]?.[2]).toEqual({
    TableName: 'payroll',
    Item: { pk: { S: 'a' }, n: { N: '10' }, nothing: { NULL: true }, tags: { SS: ['x'] } },
    ConditionExpression: '(attribute_not_exists(#pk))',
    ExpressionAttributeNames: { '#pk': 'pk' },
  });
});

const failedCondition = () => new AwsError('ConditionalCheckFailedException', 'The conditional request failed');
const PUT = "ddb.put({ key: { pk: 'a' }, item: { n: 1 }, condition: { pk: { attributeExists: false } } })";
const DELETE = "ddb.remove({ key: { pk: 'a' }, condition: { n: { eq: 1 } } })";
test.each([
  [
    'PutItem of what the table already holds succeeds',
    PUT,
    { Item: { pk: { S: 'a' }, n: { N: '1' } } },
    { pk: 'a', n: 1 },
    undefined,
  ],
  [
    'PutItem of anything else fails',
    PUT,
    { Item: { pk: { S: 'a' }, n: { N: '2' } } },
    null,
    'DynamoDB:ConditionalCheckFailedException',
  ],
  ['PutItem where the item is gone fails', PUT, {}, null, 'DynamoDB:ConditionalCheckFailedException'],
  ['DeleteItem of what is absent succeeds', DELETE, {}, null, undefined],
  [
    'DeleteItem of what is there fails',
    DELETE,
    { Item: { pk: { S: 'a' } } },
    null,
    'DynamoDB:ConditionalCheckFailedException',
  ],
  [
    'equalsIgnore leaves attributes out of the comparison',
    "({ operation: 'PutItem', key: { pk: { S: 'a' } }, attributeValues: { n: { N: 1 } }, condition: { expression: 'attribute_not_exists(pk)', equalsIgnore: ['n'] } })",
    { Item: { pk: { S: 'a' }, n: { N: '2' } } },
    { pk: 'a', n: 2 },
    undefined,
  ],
])('after a failed condition, %s', async (_case, request, stored, result, type) => {
  const outcome = await send('table', request, [failedCondition(), stored]);
  expect([outcome.result, outcome.error?.type]).toEqual([result, type]);
  expect(outcome.calls[1]).toEqual([
    'DynamoDB_20120810',
    'GetItem',
    { TableName: 'payroll', Key: { pk: { S: 'a' } }, ConsistentRead: true },
  ]);
  if (type)
    expect(outcome.error?.message).toMatch(
      /^The conditional request failed \(Service: DynamoDb, Status Code: 400, Request ID: /,
    );
});

test('UpdateItem answers the whole new item, and a failed condition always fails', async () => {
  const update =
    "ddb.update({ key: { pk: 'a' }, update: { n: ddb.operations.increment(2), old: ddb.operations.remove() }, condition: { n: { eq: 1 } } })";
  const { result, calls } = await send('table', update, [{ Attributes: ITEM }]);
  expect(result).toEqual(PLAIN);
  expect(calls[0]?.[2]).toEqual({
    TableName: 'payroll',
    Key: { pk: { S: 'a' } },
    UpdateExpression: 'SET #expName_1 = #expName_1 + :expValue_1 REMOVE #expName_2',
    ConditionExpression: '(#n = :n_eq)',
    ExpressionAttributeNames: { '#expName_1': 'n', '#expName_2': 'old', '#n': 'n' },
    ExpressionAttributeValues: { ':expValue_1': { N: '2' }, ':n_eq': { N: '1' } },
    ReturnValues: 'ALL_NEW',
  });
  const failed = await send('table', update, [failedCondition()]);
  expect([failed.error?.type, failed.calls.length]).toEqual(['DynamoDB:ConditionalCheckFailedException', 1]);
});

test('Query pages with a token that only its own source opens', async () => {
  const last = { pk: { S: 'a' }, sk: { S: '2' } };
  const code = (token: string) =>
    `ddb.query({ query: { pk: { eq: 'a' }, sk: { beginsWith: '2' } }, filter: { n: { gt: 1 } }, index: 'byRun', limit: 2, scanIndexForward: false, nextToken: ${token} })`;
  const first = await send('table', code('null'), [{ Items: [ITEM], ScannedCount: 3, LastEvaluatedKey: last }]);
  expect(first.result).toEqual({ items: [PLAIN], nextToken: expect.any(String) as unknown, scannedCount: 3 });
  expect(first.calls[0]?.[2]).toEqual({
    TableName: 'payroll',
    KeyConditionExpression: '(#pk = :pk_eq) AND (begins_with(#sk,:sk_beginsWith))',
    FilterExpression: '(#n > :n_gt)',
    IndexName: 'byRun',
    Limit: 2,
    ScanIndexForward: false,
    ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk', '#n': 'n' },
    ExpressionAttributeValues: { ':pk_eq': { S: 'a' }, ':sk_beginsWith': { S: '2' }, ':n_gt': { N: '1' } },
  });
  const { nextToken } = first.result as { nextToken: string };
  const second = await send('table', code(`'${nextToken}'`), [{ Items: [], ScannedCount: 0 }]);
  expect(second.calls[0]?.[2]).toMatchObject({ ExclusiveStartKey: last });
  expect(second.result).toEqual({ items: [], nextToken: null, scannedCount: 0 });
  const elsewhere = await send('sameTable', code(`'${nextToken}'`));
  expect(elsewhere.errors?.[0]).toMatchObject({ errorType: 'BadRequestException' });
  const forged = await send('table', code(`'${Buffer.from(JSON.stringify(last)).toString('base64')}'`));
  expect(forged.errors?.[0]).toMatchObject({
    errorType: 'BadRequestException',
    message: 'Invalid pagination token given.',
  });
});

test('BatchGetItem answers in the order of the request, null for what is not there', async () => {
  const { result, calls } = await send(
    'table',
    "ddb.batchGet({ tables: { T: { keys: [{ pk: 'b' }, { pk: 'x' }, { pk: 'a' }] } } })",
    [{ Responses: { T: [{ pk: { S: 'a' } }, { pk: { S: 'b' } }] }, UnprocessedKeys: {} }],
  );
  expect(calls[0]?.[2]).toEqual({
    RequestItems: { T: { Keys: [{ pk: { S: 'b' } }, { pk: { S: 'x' } }, { pk: { S: 'a' } }], ConsistentRead: false } },
  });
  expect(result).toEqual({ data: { T: [{ pk: 'b' }, null, { pk: 'a' }] }, unprocessedKeys: { T: [] } });
});

test('BatchPutItem tells what was left over', async () => {
  const left = { UnprocessedItems: { T: [{ PutRequest: { Item: { pk: { S: 'b' } } } }] } };
  const { result } = await send('table', "ddb.batchPut({ tables: { T: [{ pk: 'a' }, { pk: 'b' }] } })", [left]);
  expect(result).toEqual({ data: { T: [{ pk: 'a' }, null] }, unprocessedItems: { T: [{ pk: 'b' }] } });
});

test('BatchDeleteItem sends keys', async () => {
  const { calls } = await send('table', "ddb.batchDelete({ tables: { T: [{ pk: 'a' }] } })");
  expect(calls[0]).toEqual([
    'DynamoDB_20120810',
    'BatchWriteItem',
    { RequestItems: { T: [{ DeleteRequest: { Key: { pk: { S: 'a' } } } }] } },
  ]);
});

const TRANSACTION = `ddb.transactWrite({ items: [
  { putItem: { table: 'T', key: { pk: 'a' }, item: { n: 1 }, condition: { pk: { attributeExists: false } } } },
  { updateItem: { table: 'T', key: { pk: 'b' }, update: { n: 2 } } },
  { deleteItem: { table: 'T', key: { pk: 'c' } } },
  { conditionCheck: { table: 'T', key: { pk: 'd' }, condition: { n: { eq: 3 } } } } ] })`;

test('TransactWriteItems answers the keys', async () => {
  const { result, calls } = await send('table', TRANSACTION);
  expect(result).toEqual({ keys: [{ pk: 'a' }, { pk: 'b' }, { pk: 'c' }, { pk: 'd' }], cancellationReasons: null });
  expect(calls[0]?.[2]).toEqual({
    TransactItems: [
      {
        Put: {
          TableName: 'T',
          Item: { n: { N: '1' }, pk: { S: 'a' } },
          ConditionExpression: '(attribute_not_exists(#pk))',
          ExpressionAttributeNames: { '#pk': 'pk' },
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        },
      },
      {
        Update: {
          TableName: 'T',
          Key: { pk: { S: 'b' } },
          UpdateExpression: 'SET #expName_1 = :expValue_1',
          ExpressionAttributeNames: { '#expName_1': 'n' },
          ExpressionAttributeValues: { ':expValue_1': { N: '2' } },
        },
      },
      { Delete: { TableName: 'T', Key: { pk: { S: 'c' } } } },
      {
        ConditionCheck: {
          TableName: 'T',
          Key: { pk: { S: 'd' } },
          ConditionExpression: '(#n = :n_eq)',
          ExpressionAttributeNames: { '#n': 'n' },
          ExpressionAttributeValues: { ':n_eq': { N: '3' } },
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        },
      },
    ],
  });
});

test('a cancelled transaction is an error with its reasons in the result', async () => {
  const cancelled = new AwsError('TransactionCanceledException', 'Transaction cancelled', {
    extra: {
      CancellationReasons: [
        { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed', Item: { pk: { S: 'a' } } },
        { Code: 'None' },
      ],
    },
  });
  const { result, error } = await send('table', TRANSACTION, [cancelled]);
  expect(error?.type).toBe('DynamoDB:TransactionCanceledException');
  expect(result).toEqual({
    keys: null,
    cancellationReasons: [
      { item: { pk: 'a' }, type: 'ConditionCheckFailed', message: 'The conditional request failed' },
      { type: 'None', message: 'None' },
    ],
  });
});

test('TransactGetItems answers items in order', async () => {
  const { result } = await send(
    'table',
    "ddb.transactGet({ items: [{ table: 'T', key: { pk: 'a' } }, { table: 'T', key: { pk: 'b' } }] })",
    [{ Responses: [{ Item: ITEM }, {}] }],
  );
  expect(result).toEqual({ items: [PLAIN, null], cancellationReasons: null });
});

test.each([
  ['an unknown operation', "({ operation: 'Sync' })", 'MappingTemplate'],
  ['conflict detection', "({ operation: 'GetItem', key: { pk: { S: 'a' } }, _version: 1 })", 'UnsupportedLocally'],
  [
    'a custom condition handler',
    "({ operation: 'DeleteItem', key: { pk: { S: 'a' } }, condition: { expression: 'a', conditionalCheckFailedHandler: { strategy: 'Custom', lambdaArn: 'x' } } })",
    'UnsupportedLocally',
  ],
  [
    'returnValuesOnConditionCheckFailure outside a transaction',
    "({ operation: 'DeleteItem', key: { pk: { S: 'a' } }, condition: { expression: 'a', returnValuesOnConditionCheckFailure: true } })",
    'MappingTemplate',
  ],
  [
    'a condition that AppSync would drop',
    "ddb.remove({ key: { pk: 'a' }, condition: { n: { equals: 1 } } })",
    'UnsupportedLocally',
  ],
  ['a value that is not typed', "({ operation: 'GetItem', key: { pk: 'a' } })", 'MappingTemplate'],
  [
    'more than 25 puts',
    "ddb.batchPut({ tables: { T: 'x'.concat('xxxxxxxxxxxxxxxxxxxxxxxxx').split('').map((c) => ({ pk: c })) } })",
    'MappingTemplate',
  ],
])('%s is refused before the table is called', async (_case, request, errorType) => {
  const { errors, calls } = await send('table', request);
  expect([errors?.[0]?.['errorType'], calls.length]).toEqual([errorType, 0]);
});

test('Lambda answers its payload; what it throws is ctx.error', async () => {
  const seen: unknown[] = [];
  const lambda: Cloud['invokeLambda'] = (arn, payload) => {
    seen.push([arn, payload]);
    return Promise.resolve({ payload: { ok: true } });
  };
  const invoke = "({ operation: 'Invoke', payload: { a: 1, b: undefined } })";
  expect((await send('lambda', invoke, [], lambda)).result).toEqual({ ok: true });
  expect(seen).toEqual([['arn:worker', { a: 1 }]]);
  const failing: Cloud['invokeLambda'] = () =>
    Promise.resolve({ functionError: { errorType: 'E', errorMessage: 'boom' } });
  expect((await send('lambda', invoke, [], failing)).error).toEqual({ message: 'boom', type: 'Lambda:Unhandled' });
  const denied: Cloud['invokeLambda'] = () => Promise.reject(new AwsError('AccessDeniedException', 'no'));
  expect((await send('lambda', invoke, [], denied)).error).toEqual({
    message: 'no',
    type: 'Lambda:AccessDeniedException',
  });
});

test('an Event invocation is null at once, whatever becomes of it', async () => {
  const never: Cloud['invokeLambda'] = () => new Promise(() => undefined);
  const { result, error } = await send(
    'lambda',
    "({ operation: 'Invoke', invocationType: 'Event', payload: {} })",
    [],
    never,
  );
  expect([result, error]).toEqual([null, null]);
});

test('BatchInvoke gathers a list’s fields into invocations of the resolver’s size', async () => {
  const batches: unknown[] = [];
  const invokeLambda: Cloud['invokeLambda'] = (_arn, payload) => {
    batches.push(payload);
    return Promise.resolve({
      payload: (payload as number[]).map((id) =>
        id === 2 ? { data: null, errorMessage: 'two', errorType: 'Two' } : { data: `n${id}` },
      ),
    });
  };
  const code = (request: string, response: string) => `import { util } from '@aws-appsync/utils';
export function request(ctx) { return ${request}; }
export function response(ctx) { if (ctx.error) util.error(ctx.error.message, ctx.error.type); return ${response}; }`;
  const { run } = testApi(
    {
      schema: 'type Query { items: [Item] } type Item { id: Int  name: String }',
      dataSources: SOURCES,
      resolvers: [
        unit('Query.items', code('({ payload: 1 })', '[{ id: 1 }, { id: 2 }, { id: 3 }]')),
        {
          typeName: 'Item',
          fieldName: 'name',
          kind: 'UNIT',
          dataSourceName: 'lambda',
          maxBatchSize: 2,
          code: code("({ operation: 'BatchInvoke', payload: ctx.source.id })", 'ctx.result'),
        },
      ],
    },
    { invokeLambda },
  );
  const { data, errors } = await run('{ items { name } }');
  expect(batches).toEqual([[1, 2], [3]]);
  expect(data).toEqual({ items: [{ name: 'n1' }, { name: null }, { name: 'n3' }] });
  expect(errors).toEqual([expect.objectContaining({ errorType: 'Two', message: 'two', path: ['items', 1, 'name'] })]);
});

test('EventBridge puts events on its bus; refused entries are in the result', async () => {
  const answer = {
    FailedEntryCount: 1,
    Entries: [{ ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' }],
  };
  const request =
    "({ operation: 'PutEvents', events: [{ source: 'payroll', detailType: 'RunPaid', detail: { id: 1 }, time: '2026-01-05T09:00:00Z' }] })";
  const { result, calls } = await send('bus', request, [answer]);
  expect(result).toEqual(answer);
  expect(calls).toEqual([
    [
      'AWSEvents',
      'PutEvents',
      {
        Entries: [
          {
            Source: 'payroll',
            DetailType: 'RunPaid',
            Detail: '{"id":1}',
            EventBusName: 'arn:bus',
            Time: 1_767_603_600,
          },
        ],
      },
    ],
  ]);
});

const START = `({ method: 'POST', resourcePath: '/', params: { headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AWSStepFunctions.StartExecution' }, body: { stateMachineArn: 'arn', name: 'run_1', input: '{}' } } })`;

test('an HTTP source calls Step Functions with its role', async () => {
  const { result, calls } = await send('states', START, [{ executionArn: 'arn:run_1' }]);
  expect(calls).toEqual([
    ['AWSStepFunctions', 'StartExecution', { stateMachineArn: 'arn', name: 'run_1', input: '{}' }],
  ]);
  expect(result).toMatchObject({ statusCode: 200, body: '{"executionArn":"arn:run_1"}' });
});

test('a service’s refusal is a result with its status, not an error', async () => {
  const { result, error } = await send('states', START, [new AwsError('ExecutionAlreadyExists', 'Already')]);
  expect(error).toBeNull();
  expect(result).toMatchObject({ statusCode: 400, body: '{"__type":"ExecutionAlreadyExists","message":"Already"}' });
});

test.each(['https://sync-states.us-east-1.amazonaws.com', 'https://example.com'])(
  'the host %s is refused by name',
  (Endpoint) => {
    const source: DataSourceDescription = { type: 'HTTP', roleArn: 'arn:role', config: { Endpoint } };
    expect(() => testApi({ dataSources: { http: source } })).toThrow(Endpoint);
  },
);

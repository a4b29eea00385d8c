import { expect, test } from 'vitest';
import { API_KEY, answering, callerOfFields, post, testApi, tokenOf, unit, USER_POOL } from './testApi.ts';

const KEY = { 'x-api-key': API_KEY };
const SCHEMA = `
  type Query { run(id: ID!): Run  runs: [Run!]!  broken: Int!  deep: Run }
  type Mutation { touch: Boolean }
  type Subscription { onTouch: Boolean @aws_subscribe(mutations: ["touch"]) }
  type Run { id: ID!  status: Status  parent: Run  startedAt: AWSDateTime  facts: AWSJSON }
  enum Status { DRAFT PAID }
  input Filter { status: Status! }`;

test.each<[string, string, string, string]>([
  ['an empty body', '', 'MalformedHttpRequestException', 'Request body is empty.'],
  ['text that is not JSON', '{', 'MalformedHttpRequestException', 'Unable to parse GraphQL query.'],
  ['an object without a query', '{}', 'MalformedHttpRequestException', 'Unable to parse GraphQL query.'],
  ...[
    ['lists', `query { run(id: ${'['.repeat(6_000)}${']'.repeat(6_000)}) { id } }`],
    ['selections', `query { deep ${'{ parent '.repeat(4_000)}{ id }${'}'.repeat(4_000)} }`],
    ['types', `query($a: ${'['.repeat(6_000)}ID${']'.repeat(6_000)}) { deep { id } }`],
  ].map(([what, query]): [string, string, string, string] => [
    `thousands of ${what} within each other`,
    JSON.stringify({ query }),
    'MalformedHttpRequestException',
    'Unable to parse GraphQL query.',
  ]),
  ['a batch', '[]', 'MalformedHttpRequestException', 'Unable to parse GraphQL query.'],
  ['broken GraphQL', '{"query":"{ run("}', 'MalformedHttpRequestException', 'Unable to parse GraphQL query.'],
  [
    'several operations and no name',
    '{"query":"query A { deep { id } } query B { deep { id } }"}',
    'BadRequestException',
    'Missing operation name.',
  ],
])('%s is refused with status 400', async (_case, body, errorType, message) => {
  const response = await post(testApi({ schema: SCHEMA }).api, body, KEY);
  expect(response.status).toBe(400);
  expect(JSON.parse(response.body)).toEqual({ errors: [{ errorType, message }] });
});

test('answers carry a request id and AppSync’s content type', async () => {
  const response = await post(testApi({ schema: SCHEMA }).api, '{"query":"{ deep { id } }"}', KEY);
  expect(response.status).toBe(200);
  expect(response.headers['content-type']).toBe('application/json;charset=UTF-8');
  expect(response.headers['x-amzn-RequestId']).toMatch(/^[\da-f-]{36}$/);
});

test('a query may come by GET', async () => {
  const { api } = testApi({ schema: SCHEMA, resolvers: [unit('Query.run', answering('({ id: ctx.args.id })'))] });
  const query = new URLSearchParams({ query: 'query($id: ID!) { run(id: $id) { id } }', variables: '{"id":"7"}' });
  const request = { method: 'GET', headers: KEY, body: '', query: query.toString(), sourceIp: '192.0.2.1' };
  expect(JSON.parse((await api.handleHttp(request)).body)).toEqual({ data: { run: { id: '7' } } });
});

const unauthorized = (message: string) => ({ errors: [{ errorType: 'UnauthorizedException', message }] });
test.each([
  ['no credentials', {}, 'Valid authorization header not provided.'],
  ['a malformed token', { authorization: 'nonsense' }, 'Valid authorization header not provided.'],
  ['an unknown API key', { 'x-api-key': 'da2-other' }, 'You are not authorized to make this call.'],
  ['an expired token', { authorization: tokenOf({}, 1_700_000_000) }, 'Token has expired.'],
  ['a signature without a grant on the field', { authorization: 'AWS4-HMAC-SHA256 Query.runs' }, 'Permission denied'],
])('%s are refused with status 401', async (_case, headers, message) => {
  const authentication = {
    AuthenticationType: 'API_KEY' as const,
    AdditionalAuthenticationProviders: [USER_POOL, { AuthenticationType: 'AWS_IAM' as const }],
  };
  const response = await post(testApi({ schema: SCHEMA, authentication }).api, '{"query":"{ deep { id } }"}', headers);
  expect(response.status).toBe(401);
  expect(JSON.parse(response.body)).toEqual(unauthorized(message));
});

test('an API key ends at its instant', async () => {
  const { api, cloud } = testApi({ schema: SCHEMA });
  await cloud.clock.advanceTo(Date.parse('2027-01-01T00:00:00Z'));
  expect((await post(api, '{"query":"{ deep { id } }"}', KEY)).status).toBe(401);
});

test.each([
  ['{ nope }', 'FieldUndefined', "Field 'nope' in type 'Query' is undefined @ 'nope'", 1, 3],
  ['{ deep { nope } }', 'FieldUndefined', "Field 'nope' in type 'Run' is undefined @ 'deep/nope'", 1, 10],
  ['{ run { id } }', 'MissingFieldArgument', "Missing field argument id @ 'run'", 1, 3],
  ['{ deep(x: 1) { id } }', 'UnknownArgument', "Unknown field argument x @ 'deep'", 1, 8],
  ['{ deep }', 'SubSelectionRequired', "Sub selection required for type Run of field deep @ 'deep'", 1, 3],
  [
    '{ deep { id { x } } }',
    'SubSelectionNotAllowed',
    "Sub selection not allowed on leaf type ID! of field id @ 'deep/id'",
    1,
    13,
  ],
  ['{ run(id: $id) { id } }', 'UndefinedVariable', "Undefined variable id @ 'run'", 1, 11],
  [
    'query($i: Int) { run(id: $i) { id } }',
    'VariableTypeMismatch',
    "Variable type 'Int' doesn't match expected type 'ID!' @ 'run'",
    1,
    26,
  ],
])('%s is a validation error in AppSync’s words', async (query, type, sentence, line, column) => {
  expect(await testApi({ schema: SCHEMA }).run(query)).toEqual({
    data: null,
    errors: [
      {
        path: null,
        locations: [{ line, column, sourceName: null }],
        message: `Validation error of type ${type}: ${sentence}`,
      },
    ],
  });
});

test('a variable that is missing is named', async () => {
  const { errors } = await testApi({ schema: SCHEMA }).run('query($id: ID!) { run(id: $id) { id } }');
  expect(errors?.[0]).toMatchObject({
    path: null,
    message: "Variable 'id' has coerced Null value for NonNull type 'ID!'",
  });
});

test('a subscription is not run over HTTP', async () => {
  const { data, errors } = await testApi({ schema: SCHEMA }).run('subscription { onTouch }');
  expect([data, errors?.[0]?.['errorType']]).toEqual([null, 'OperationNotSupported']);
});

test('introspection can be switched off', async () => {
  expect((await testApi({ schema: SCHEMA }).run('{ __schema { queryType { name } } }')).data).not.toBeNull();
  const off = await testApi({ schema: SCHEMA, introspection: 'DISABLED' }).run('{ __schema { queryType { name } } }');
  expect(off.errors?.[0]?.['message']).toBe(
    "Validation error of type FieldUndefined: Field '__schema' in type 'Query' is undefined @ '__schema'",
  );
});

test('util.error names its type, and its data is cut to the selection while its info is not', async () => {
  const code = answering("util.error('No such run', 'NotFound', { id: '1', status: 'PAID' }, { hint: 'look again' })");
  const { run } = testApi({ schema: SCHEMA, resolvers: [unit('Query.run', code)] });
  expect(await run('{\n  run(id: 1) { id }\n}')).toEqual({
    data: { run: null },
    errors: [
      {
        path: ['run'],
        data: { id: '1' },
        errorType: 'NotFound',
        errorInfo: { hint: 'look again' },
        locations: [{ line: 2, column: 3, sourceName: null }],
        message: 'No such run',
      },
    ],
  });
});

test('util.appendError reports and goes on', async () => {
  const code = `import { util } from '@aws-appsync/utils';
export function request(ctx) { util.appendError('slow', 'Warning'); return {}; }
export function response(ctx) { return { id: 'a' }; }`;
  const { data, errors } = await testApi({ schema: SCHEMA, resolvers: [unit('Query.deep', code)] }).run(
    '{ deep { id } }',
  );
  expect(data).toEqual({ deep: { id: 'a' } });
  expect(errors).toEqual([expect.objectContaining({ path: ['deep'], errorType: 'Warning', message: 'slow' })]);
});

test.each([
  ['{ runs { id } }', 'runs', 'null', "Cannot return null for non-nullable type: 'null' within parent 'Query' (/runs)"],
  [
    '{ runs { id } }',
    'runs',
    '[{ id: 1 }, {}]',
    "Cannot return null for non-nullable type: 'ID' within parent 'Run' (/runs[1]/id)",
  ],
  [
    '{ runs { id } }',
    'runs',
    '[null]',
    "Cannot return null for non-nullable type: 'Run' within parent 'Query' (/runs[0])",
  ],
  ['{ deep { id } }', 'deep', '({ })', "Cannot return null for non-nullable type: 'ID' within parent 'Run' (/deep/id)"],
  ['{ runs { id } }', 'runs', '({ })', "Can't resolve value (/runs) : type mismatch error, expected type LIST"],
  [
    '{ deep { status } }',
    'deep',
    "({ status: 'GONE' })",
    "Can't serialize value (/deep/status) : Invalid input for Enum 'Status'. No value found for name 'GONE'",
  ],
  [
    '{ deep { startedAt } }',
    'deep',
    "({ startedAt: 'noon' })",
    "Can't serialize value (/deep/startedAt) : Unable to serialize `noon` as a valid DateTime Object.",
  ],
])('%s answered with another value (%s = %s) is explained', async (query, field, value, message) => {
  const { run } = testApi({ schema: SCHEMA, resolvers: [unit(`Query.${field}`, answering(value))] });
  const { errors } = await run(query);
  expect(errors).toEqual([{ path: expect.any(Array) as unknown, locations: null, message }]);
});

test('a query deeper than the limit fails where it crosses it', async () => {
  const resolvers = [unit('Query.deep', answering("({ id: '1', parent: { id: '2', parent: { id: '3' } } })"))];
  const { run } = testApi({ schema: SCHEMA, resolvers, queryDepthLimit: 2 });
  const { data, errors } = await run('{ deep { id parent { id } } }');
  expect(data).toEqual({ deep: { id: '1', parent: null } });
  expect(errors?.[0]).toMatchObject({ errorType: 'QueryDepthLimitReached', path: ['deep', 'parent', 'id'] });
});

test('resolvers beyond the limit fail while those that ran keep their data', async () => {
  const resolvers = [unit('Query.deep', answering("({ id: '1' })")), unit('Query.run', answering("({ id: '2' })"))];
  const { run } = testApi({ schema: SCHEMA, resolvers, resolverCountLimit: 1 });
  const { data, errors } = await run('{ deep { id } run(id: 2) { id } }');
  expect(data).toEqual({ deep: { id: '1' }, run: null });
  expect(errors?.[0]).toMatchObject({ errorType: 'ResolverExecutionLimitReached', path: ['run'] });
});

test('a resolver that lasts 30 seconds is given up', async () => {
  const resolvers = [unit('Query.deep', answering('ctx.result'), 'slow')];
  const dataSources = {
    slow: { type: 'AWS_LAMBDA', roleArn: 'role', config: { LambdaFunctionArn: 'slow' } },
  } as const;
  const { promise: called, resolve: call } = Promise.withResolvers<void>();
  const invokeLambda = () => {
    call();
    return new Promise<never>(() => undefined);
  };
  const code = answering('ctx.result').replace('{ payload: null }', "{ operation: 'Invoke' }");
  const { run, cloud } = testApi(
    { schema: SCHEMA, dataSources, resolvers: [{ ...resolvers[0], code } as never] },
    { invokeLambda },
  );
  const running = run('{ deep { id } }');
  await called;
  await cloud.clock.advance(30_000);
  expect((await running).errors?.[0]).toMatchObject({ errorType: 'ExecutionTimeout' });
});

test('AWSJSON is parsed on its way in and text on its way out', async () => {
  const schema = 'type Query { echo(facts: AWSJSON): AWSJSON  size(facts: AWSJSON): Int }';
  const resolvers = [
    unit('Query.echo', answering('ctx.args.facts')),
    unit('Query.size', answering('ctx.args.facts.list.length')),
  ];
  const { data } = await testApi({ schema, resolvers }).run('query($f: AWSJSON) { echo(facts: $f) size(facts: $f) }', {
    f: '{"list":[1,2]}',
  });
  expect(data).toEqual({ echo: '{"list":[1,2]}', size: 2 });
});

test.each([
  ['AWSDate', '2026-02-28', '2026-02-30'],
  ['AWSDate', '2026-02-28Z', '26-02-28'],
  ['AWSTime', '12:30:45.123Z', '25:00'],
  ['AWSDateTime', '2026-01-05T09:00:00.000Z', '2026-01-05T09:00:00'],
  ['AWSTimestamp', 1_767_603_600, 1.5],
  ['AWSEmail', 'ada@example.com', 'ada'],
  ['AWSPhone', '+1 555-555-0100', 'call me'],
  ['AWSURL', 'https://example.com/a', 'example'],
  ['AWSIPAddress', '10.0.0.0/8', '10.0.0.0/33'],
])('%s accepts %s and refuses %s', async (scalar, good, bad) => {
  const { run } = testApi({
    schema: `type Query { echo(value: ${scalar}): ${scalar} }`,
    resolvers: [unit('Query.echo', answering('ctx.args.value'))],
  });
  const query = `query($value: ${scalar}) { echo(value: $value) }`;
  expect(await run(query, { value: good })).toEqual({ data: { echo: good } });
  expect((await run(query, { value: bad })).errors?.[0]?.['message']).toContain(
    "Variable 'value' has an invalid value",
  );
});

test.each([
  ['a custom scalar', 'scalar Money type Query { ok: Money }', "Custom scalar 'Money' is not supported."],
  [
    'a subscription to a mutation of another type',
    'type Query { ok: Int } type Mutation { pay: Int } type Subscription { onPay: String @aws_subscribe(mutations: ["pay"]) }',
    "Subscription 'onPay' of type 'String' cannot subscribe to mutation 'pay'.",
  ],
  ['no schema', '', 'No schema definition exists.'],
])('%s is not deployed', (_case, schema, message) => {
  expect(() => testApi({ schema })).toThrow(message);
});

test('EventBridge runs a mutation as its role, and only the fields that the role may', async () => {
  const authentication = { AuthenticationType: 'AWS_IAM' } as const;
  const { api } = testApi({ schema: SCHEMA, authentication, resolvers: [unit('Mutation.touch', answering('true'))] });
  const request = { query: 'mutation { touch }', variables: {} };
  expect(await api.executeAs(callerOfFields('Mutation.touch'), request)).toEqual({ data: { touch: true } });
  await expect(api.executeAs(callerOfFields('Query.runs'), request)).rejects.toThrow('Permission denied');
});

test('a header that a resolver adds is on the answer', async () => {
  const code = `import { util } from '@aws-appsync/utils';
export function request(ctx) { util.http.addResponseHeader('x-run', 'seven'); return {}; }
export function response(ctx) { return null; }`;
  const { api } = testApi({ schema: SCHEMA, resolvers: [unit('Query.deep', code)] });
  expect((await post(api, '{"query":"{ deep { id } }"}', KEY)).headers['x-run']).toBe('seven');
});

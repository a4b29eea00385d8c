import { afterEach, expect, test } from 'vitest';
import type { ApiDescription } from '../../src/appsync/ApiDescription.ts';
import { VirtualClock } from '../../src/Clock.ts';
import type { Cloud } from '../../src/Cloud.ts';
import type { Fault } from '../../src/Faults.ts';
import type { Firewall } from '../../src/gateway/GatewayPorts.ts';
import type { HttpRequest } from '../../src/gateway/HttpExchange.ts';
import { Client, connect, serve } from './realtimeServer.ts';
import { answering, API_KEY, callerOfFields, testApi, tokenOf, unit, USER_POOL } from './testApi.ts';

const SCHEMA = `
  type Query { ok: Boolean }
  type Mutation {
    publish(run: RunInput): Run @aws_iam @aws_api_key
    fail: Run @aws_api_key
    revoke(userId: ID): Boolean @aws_api_key
  }
  type Subscription {
    onRun(runId: ID, status: Status): Run @aws_subscribe(mutations: ["publish", "fail"]) @aws_api_key @aws_cognito_user_pools
    onFiltered(runId: ID): Run @aws_subscribe(mutations: ["publish"]) @aws_api_key
    onGuarded(runId: ID): Run @aws_subscribe(mutations: ["publish"]) @aws_api_key
    onAdmin: Run @aws_subscribe(mutations: ["publish"]) @aws_cognito_user_pools(cognito_groups: ["Admin"])
    onSecret: Secret @aws_api_key
  }
  type Run @aws_api_key @aws_iam @aws_cognito_user_pools {
    runId: ID  status: Status  total: Int  note: String  must: String!  nested: Nested  pay: Int @aws_api_key @aws_iam
  }
  type Nested @aws_api_key @aws_iam @aws_cognito_user_pools { tags: [String]  deep: String }
  type Secret @aws_iam { id: ID }
  enum Status { CALCULATING PAID }
  input RunInput { runId: ID  status: Status  total: Int  note: String  must: String  nested: NestedInput  pay: Int }
  input NestedInput { tags: [String]  deep: String }`;

const KEY = { 'x-api-key': API_KEY };
const ALL = 'runId status total note nested { tags deep }';
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function realtime(overrides: Partial<ApiDescription> = {}, cloud: Partial<Cloud> = {}, firewall?: Firewall) {
  const setFilter = (filter: string, more = '') =>
    answering(`null`).replace(
      '{ return null; }',
      `{ extensions.setSubscriptionFilter(${filter}); ${more} return null; }`,
    );
  const api = testApi(
    {
      schema: SCHEMA,
      authentication: {
        AuthenticationType: 'API_KEY',
        AdditionalAuthenticationProviders: [USER_POOL, { AuthenticationType: 'AWS_IAM' }],
      },
      resolvers: [
        unit('Mutation.publish', answering('ctx.args.run')),
        unit('Mutation.fail', answering("util.error('no', 'Nope', ctx.args.run)")),
        unit(
          'Mutation.revoke',
          answering('true').replace(
            '{ return true; }',
            "{ extensions.invalidateSubscriptions({ subscriptionField: 'onFiltered', payload: { userId: ctx.args.userId } }); return true; }",
          ),
        ),
        unit(
          'Subscription.onFiltered',
          setFilter(
            "{ filterGroup: [{ filters: [{ fieldName: 'total', operator: 'gt', value: 10 }] }, { filters: [{ fieldName: 'nested.tags', operator: 'contains', value: 'vip' }] }] }",
            "extensions.setSubscriptionInvalidationFilter({ filterGroup: [{ filters: [{ fieldName: 'userId', operator: 'eq', value: 'u1' }] }] });",
          ),
        ),
        unit('Subscription.onGuarded', answering("ctx.args.runId === 'mine' ? null : util.unauthorized()")),
      ],
      ...overrides,
    },
    cloud,
    firewall,
  );
  const { port, close } = await serve(api.api);
  closing.push(close);
  const publish = (run: object, selection = ALL) =>
    api.run(`mutation($run: RunInput) { publish(run: $run) { ${selection} } }`, { run });
  return { ...api, port, publish };
}

const data = (id: string, field: string, value: unknown) => ({
  id,
  type: 'data',
  payload: { data: { [field]: value } },
});

test.each([
  ['the query string', (header: string) => [`?header=${header}&payload=e30=`, ['graphql-ws'], {}] as const],
  ['a sub-protocol', (header: string) => ['', ['graphql-ws', `header-${header}`], {}] as const],
  ['ordinary headers', () => ['', ['graphql-ws'], { 'x-api-key': API_KEY }] as const],
])('credentials may come in %s', async (_carrier, carry) => {
  const { port } = await realtime();
  const header = Buffer.from(JSON.stringify({ host: 'h', 'x-api-key': API_KEY })).toString('base64url');
  const [query, protocols, headers] = carry(header);
  const client = await new Client(`ws://127.0.0.1:${port}/graphql${query}`, [...protocols], headers).opened();
  expect(client.socket.protocol).toBe('graphql-ws');
  client.send({ type: 'connection_init' });
  expect(await client.next()).toEqual({ type: 'connection_ack', payload: { connectionTimeoutMs: 300_000 } });
  expect(await client.next()).toEqual({ type: 'ka' });
});

test.each([
  [
    'a bad key',
    { host: 'h', 'x-api-key': 'da2-bad' },
    {
      errorType: 'com.amazonaws.deepdish.graphql.auth#UnauthorizedException',
      message: 'You are not authorized to make this call.',
      errorCode: 400,
    },
  ],
  ['no credentials', { host: 'h' }, { message: 'Required headers are missing.', errorCode: 400 }],
])('%s: connection_error, then the socket closes', async (_case, header, error) => {
  const { port } = await realtime();
  const encoded = Buffer.from(JSON.stringify(header)).toString('base64url');
  const client = await new Client(`ws://127.0.0.1:${port}/graphql`, ['graphql-ws', `header-${encoded}`]).opened();
  client.send({ type: 'connection_init' });
  expect(await client.next()).toEqual({ type: 'connection_error', payload: { errors: [error] } });
  await client.closed;
});

test('keep-alives come every minute, and the socket closes after a day', async () => {
  const { port, cloud } = await realtime();
  const client = await connect(port, KEY);
  await cloud.clock.advance(120_000);
  expect([await client.next(), await client.next()]).toEqual([{ type: 'ka' }, { type: 'ka' }]);
  expect(await client.rest()).toEqual([]);
  await cloud.clock.advance(24 * 60 * 60 * 1000);
  expect(await client.closed).toBe(1000);
});

test('a subscriber gets its own selection of what the mutation answered', async () => {
  const { port, publish } = await realtime();
  const client = await connect(port, KEY);
  expect(await client.start('s1', 'subscription { onRun { key: runId status } }', {}, KEY)).toEqual({
    id: 's1',
    type: 'start_ack',
  });
  await publish({ runId: 'r1', status: 'PAID', total: 5 }, 'id: runId status');
  expect(await client.next()).toEqual(data('s1', 'onRun', { key: 'r1', status: 'PAID' }));
});

test('the firewall inspects each start, before its credentials; what it blocks is an error and no subscription', async () => {
  const inspected: HttpRequest[] = [];
  const evaluate: Firewall['evaluate'] = (request) => {
    inspected.push(request);
    return { action: request.body.includes('total') ? 'BLOCK' : 'ALLOW' };
  };
  const { port, publish } = await realtime({}, {}, { evaluate });
  const client = await connect(port, KEY);
  expect(inspected, 'neither the handshake nor connection_init').toEqual([]);
  expect(await client.start('s1', 'subscription { onRun { total } }', {}, { 'x-api-key': 'da2-bad' })).toEqual({
    id: 's1',
    type: 'error',
    payload: { errors: [{ errorType: 'WAFForbiddenException', message: '403 Forbidden' }] },
  });
  expect(await client.start('s1', 'subscription { onRun { runId } }', {}, KEY)).toEqual({
    id: 's1',
    type: 'start_ack',
  });
  expect(inspected[1]).toMatchObject({
    method: 'POST',
    path: '/graphql',
    headers: KEY,
    body: Buffer.from('{"query":"subscription { onRun { runId } }","variables":{}}'),
    sourceIp: '127.0.0.1',
  });
  await publish({ runId: 'r1', total: 5 });
  expect(await client.rest()).toEqual([data('s1', 'onRun', { runId: 'r1' })]);
});

test('a field that the mutation did not select is null, and takes its object along when it must not be', async () => {
  const { port, publish } = await realtime();
  const client = await connect(port, KEY);
  await client.start('s1', 'subscription { onRun { runId note must } }', {}, KEY);
  await publish({ runId: 'r1', note: 'n', must: 'm' }, 'runId');
  expect(await client.next()).toEqual({
    id: 's1',
    type: 'data',
    payload: {
      data: { onRun: null },
      errors: [
        {
          path: ['onRun', 'must'],
          locations: null,
          message: "Cannot return null for non-nullable type: 'String' within parent 'Run' (/onRun/must)",
        },
      ],
    },
  });
});

test('nothing is delivered when the mutation fails', async () => {
  const { port, run } = await realtime();
  const client = await connect(port, KEY);
  await client.start('s1', 'subscription { onRun { runId } }', {}, KEY);
  await run('mutation { fail { runId } }');
  expect(await client.rest()).toEqual([]);
});

const RUN = { runId: 'r1', status: 'PAID', total: 20, nested: { tags: ['vip'], deep: 'x' } };
test.each([
  ['an argument that equals the field', { id: 'r1' }, '(runId: $id)', RUN, ALL, true],
  ['an argument that differs', { id: 'r2' }, '(runId: $id)', RUN, ALL, false],
  ['an omitted argument', {}, '(runId: $id)', RUN, ALL, true],
  ['null where the field has a value', { id: null }, '(runId: $id)', RUN, ALL, false],
  ['null where the field has none', { id: null }, '(runId: $id)', { status: 'PAID' }, ALL, true],
  ['null where the mutation did not select the field', { id: null }, '(runId: $id)', RUN, 'status', true],
  ['an argument whose field the mutation did not select', { id: 'r1' }, '(runId: $id)', RUN, 'status', false],
  ['two arguments, one of which differs', { id: 'r1' }, '(runId: $id, status: CALCULATING)', RUN, ALL, false],
])('%s', async (_case, variables, args, published, selection, isDelivered) => {
  const { port, publish } = await realtime();
  const client = await connect(port, KEY);
  await client.start('s1', `subscription($id: ID) { onRun${args} { status } }`, variables, KEY);
  await publish(published, selection);
  expect(await client.rest()).toHaveLength(isDelivered ? 1 : 0);
});

test.each([
  ['the first group matches', { total: 11 }, true],
  ['the second group matches', { total: 1, nested: { tags: ['vip'] } }, true],
  ['no group matches, though the argument would', { runId: 'r1', total: 10 }, false],
])('enhanced filter: %s', async (_case, published, isDelivered) => {
  const { port, publish } = await realtime();
  const client = await connect(port, KEY);
  await client.start('s1', 'subscription { onFiltered(runId: "r1") { total } }', {}, KEY);
  await publish(published);
  expect(await client.rest()).toHaveLength(isDelivered ? 1 : 0);
});

test('an invalidation completes the subscription and closes its socket', async () => {
  const { port, run } = await realtime();
  const client = await connect(port, KEY);
  await client.start('s1', 'subscription { onFiltered { total } }', {}, KEY);
  await run('mutation { revoke(userId: "u2") }');
  expect(await client.rest()).toEqual([]);
  await run('mutation { revoke(userId: "u1") }');
  expect(await client.next()).toEqual({ id: 's1', type: 'complete' });
  await client.closed;
});

const refusal = (id: string, errorType: string | null, message: string) => ({
  id,
  type: 'error',
  payload: { errors: [{ errorType, message }] },
});
const USER = { Authorization: tokenOf({}) };
test.each([
  [
    'a resolver that refuses',
    'subscription { onGuarded(runId: "theirs") { runId } }',
    KEY,
    'Unauthorized',
    'Not Authorized to access onGuarded on type Subscription',
  ],
  [
    'a field of another group',
    'subscription { onAdmin { runId } }',
    USER,
    'Unauthorized',
    'Not Authorized to access onAdmin on type Subscription',
  ],
  [
    'a payload type of another mode',
    'subscription { onSecret { id } }',
    KEY,
    'Unauthorized',
    'Not Authorized to access onSecret on type Subscription',
  ],
  [
    'a signature without a grant',
    'subscription { onSecret { id } }',
    { Authorization: 'AWS4-HMAC-SHA256 Query.ok' },
    'UnauthorizedException',
    'Permission denied',
  ],
  [
    'an expired token',
    'subscription { onRun { runId } }',
    { Authorization: tokenOf({}, 1_700_000_000) },
    'UnauthorizedException',
    'Token has expired.',
  ],
  [
    'no credentials',
    'subscription { onRun { runId } }',
    {},
    'UnauthorizedException',
    'Valid authorization header not provided.',
  ],
  ['a query', '{ ok }', KEY, 'UnsupportedOperation', 'query not supported through the realtime channel'],
  [
    'a mutation',
    'mutation { fail { runId } }',
    KEY,
    'UnsupportedOperation',
    'mutation not supported through the realtime channel',
  ],
  ['broken GraphQL', 'subscription {', KEY, 'MalformedHttpRequestException', 'Unable to parse GraphQL query.'],
])(
  '%s is an error instead of start_ack, and the socket stays',
  async (_case, query, authorization, errorType, message) => {
    const { port } = await realtime();
    const client = await connect(port, KEY);
    expect(await client.start('s1', query, {}, { host: 'h', ...authorization })).toEqual(
      refusal('s1', errorType, message),
    );
    expect(await client.start('s1', 'subscription { onRun { runId } }', {}, KEY)).toEqual({
      id: 's1',
      type: 'start_ack',
    });
  },
);

test('a resolver that lets the caller in', async () => {
  const { port } = await realtime();
  const client = await connect(port, KEY);
  const answer = await client.start('s1', 'subscription { onGuarded(runId: "mine") { runId } }', {}, KEY);
  expect(answer).toEqual({ id: 's1', type: 'start_ack' });
});

test('data that is not a string is refused', async () => {
  const { port } = await realtime();
  const client = await connect(port, KEY);
  client.send({ id: 's1', type: 'start', payload: { data: { query: 'subscription { onRun { runId } }' } } });
  expect(await client.next()).toEqual(
    refusal('s1', 'UnsupportedOperation', 'unknown not supported through the realtime channel'),
  );
});

test('an id is used once', async () => {
  const { port } = await realtime();
  const client = await connect(port, KEY);
  await client.start('s1', 'subscription { onRun { runId } }', {}, KEY);
  const again = await client.start('s1', 'subscription { onRun { runId } }', {}, KEY);
  expect(again).toEqual(refusal('s1', 'DuplicatedOperationError', 'Duplicated operation with id s1'));
});

test('a connection has 200 subscriptions', async () => {
  const { port } = await realtime();
  const client = await connect(port, KEY);
  for (let index = 0; index < 200; index++)
    await client.start(`s${index}`, 'subscription { onRun { runId } }', {}, KEY);
  const answer = await client.start('one more', 'subscription { onRun { runId } }', {}, KEY);
  expect(answer).toEqual(
    refusal('one more', 'MaxSubscriptionsReachedError', 'Max number of 200 subscriptions reached'),
  );
});

test('stop completes a subscription; nothing follows', async () => {
  const { port, publish } = await realtime();
  const client = await connect(port, KEY);
  await client.start('s1', 'subscription { onRun { runId } }', {}, KEY);
  client.send({ id: 's1', type: 'stop' });
  expect(await client.next()).toEqual({ id: 's1', type: 'complete' });
  await publish(RUN);
  expect(await client.rest()).toEqual([]);
});

test('a subscription that is stopped while it starts never lives', async () => {
  const { promise: gate, resolve: open } = Promise.withResolvers<{ payload: null }>();
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
  const invokeLambda = () => {
    ask();
    return gate;
  };
  const code = answering('null').replace('{ payload: null }', "{ operation: 'Invoke' }");
  const { port, publish } = await realtime(
    {
      dataSources: { lambda: { type: 'AWS_LAMBDA', roleArn: 'role', config: { LambdaFunctionArn: 'guard' } } },
      resolvers: [unit('Mutation.publish', answering('ctx.args.run')), unit('Subscription.onGuarded', code, 'lambda')],
    },
    { invokeLambda },
  );
  const client = await connect(port, KEY);
  const complete = client.start('s1', 'subscription { onGuarded { runId } }', {}, KEY);
  await asked;
  client.send({ id: 's1', type: 'stop' });
  expect(await complete).toEqual({ id: 's1', type: 'complete' });
  open({ payload: null });
  await publish(RUN);
  expect(await client.rest()).toEqual([]);
});

test('one socket may mix modes, and each subscriber sees what its mode may read', async () => {
  const { port, publish } = await realtime();
  const client = await connect(port, KEY);
  await client.start('key', 'subscription { onRun { pay } }', {}, KEY);
  await client.start('user', 'subscription { onRun { pay } }', {}, { host: 'h', ...USER });
  await publish({ runId: 'r1', pay: 7 }, 'runId pay');
  expect(await client.next()).toEqual(data('key', 'onRun', { pay: 7 }));
  expect(await client.next()).toMatchObject({
    id: 'user',
    payload: { data: { onRun: { pay: null } }, errors: [{ errorType: 'Unauthorized', path: ['onRun', 'pay'] }] },
  });
});

test('a payload over 240 KB is dropped without a word', async () => {
  const { port, publish } = await realtime();
  const client = await connect(port, KEY);
  await client.start('s1', 'subscription { onRun { note } }', {}, KEY);
  await publish({ note: 'x'.repeat(240 * 1024) });
  await publish({ note: 'small' });
  expect(await client.rest()).toEqual([data('s1', 'onRun', { note: 'small' })]);
});

test('a client that does not read is cut off before its backlog grows without end', async () => {
  const { port, publish } = await realtime();
  const client = await connect(port, KEY);
  await client.start('s1', 'subscription { onRun { note } }', {}, KEY);
  client.socket.pause();
  for (let sent = 0; sent < 100; sent++) await publish({ note: 'x'.repeat(230 * 1024) });
  client.socket.resume();
  expect(await client.closed).toBe(1006);
});

test('a mutation that EventBridge sends reaches subscribers', async () => {
  const { api, port } = await realtime();
  const client = await connect(port, KEY);
  await client.start('s1', 'subscription { onRun { runId } }', {}, KEY);
  await api.executeAs(callerOfFields('Mutation.publish'), {
    query: 'mutation { publish(run: { runId: "r9" }) { runId } }',
  });
  expect(await client.next()).toEqual(data('s1', 'onRun', { runId: 'r9' }));
});

test.each<[Fault, number, number]>([
  ['DROP', 0, 0],
  ['DUPLICATE', 2, 2],
  ['DELAY', 0, 1],
])('the fault %s delivers %i at once and %i in all', async (fault, atOnce, inAll) => {
  const faults = {
    next: (point: string, target: string) =>
      point === 'SUBSCRIPTION_DELIVERY' && target === 'onRun' ? fault : undefined,
  };
  const { port, publish, cloud } = await realtime({}, { faults });
  const client = await connect(port, KEY);
  await client.start('s1', 'subscription { onRun { runId } }', {}, KEY);
  await publish(RUN);
  const first = await client.rest();
  await cloud.clock.advance(1_000);
  const later = await client.rest();
  expect([first.length, first.length + later.length]).toEqual([atOnce, inAll]);
});

test('close ends every socket', async () => {
  const { api, port } = await realtime();
  const client = await connect(port, KEY);
  api.close();
  expect(await client.closed).toBe(1000);
});

test('a message of more than a megabyte is not read, whoever sends it', async () => {
  const { port } = await realtime();
  const client = await new Client(`ws://127.0.0.1:${port}/graphql/realtime`, ['graphql-ws']).opened();
  client.socket.send('x'.repeat(1024 * 1024 + 1));
  expect(await client.closed).toBe(1009);
});

test('a client that was never admitted is cut off after half a minute, one that was is not', async () => {
  const clock = new VirtualClock(Date.parse('2026-01-05T09:00:00Z'));
  const { port } = await realtime({}, { clock });
  const admitted = await connect(port, KEY);
  const stranger = await new Client(`ws://127.0.0.1:${port}/graphql/realtime`, ['graphql-ws']).opened();
  await clock.advance(30_000);
  expect(await stranger.closed).toBe(1008);
  expect(await admitted.rest()).toEqual([]);
});

import { expect, test } from 'vitest';
import type { ApiDescription, DefaultAuthentication } from '../../src/appsync/ApiDescription.ts';
import type { Cloud } from '../../src/Cloud.ts';
import { answering, API_KEY, post, testApi, tokenOf, unit, USER_POOL } from './testApi.ts';

const KEY = { 'x-api-key': API_KEY };
const USER = { authorization: tokenOf({}) };
const ADMIN = { authorization: `Bearer ${tokenOf({ 'cognito:groups': ['PayrollAdmin'] })}` };
const signed = (...fields: string[]) => ({ authorization: `AWS4-HMAC-SHA256 ${fields.join(',')}` });

const ALL_MODES: DefaultAuthentication = {
  ...USER_POOL,
  AdditionalAuthenticationProviders: [{ AuthenticationType: 'API_KEY' }, { AuthenticationType: 'AWS_IAM' }],
};

const SCHEMA = `
  type Query {
    slip: Slip
    keyed: Slip @aws_api_key
    either: Slip @aws_api_key @aws_cognito_user_pools
    admin: Slip @aws_cognito_user_pools(cognito_groups: ["PayrollAdmin", "PayrollApprover"])
    inert: Slip @aws_auth(cognito_groups: ["PayrollAdmin"])
    worker: Slip @aws_iam
    must: Slip! @aws_api_key
    open: Open @aws_api_key @aws_iam
  }
  type Slip { id: ID }
  type Open @aws_api_key @aws_iam { id: ID  pay: Int @aws_iam }`;

const FIELDS = ['slip', 'keyed', 'either', 'admin', 'inert', 'worker', 'open'];

function api(
  authentication: DefaultAuthentication,
  overrides: Partial<ApiDescription> = {},
  cloud: Partial<Cloud> = {},
) {
  const resolvers = [...FIELDS, 'must'].map((field) => unit(`Query.${field}`, answering("({ id: '1', pay: 5 })")));
  return testApi({ schema: SCHEMA, authentication, resolvers, ...overrides }, cloud);
}

test.each([
  ['a user', 'slip', USER, true],
  ['a key on an undirected field', 'slip', KEY, false],
  ['a key', 'keyed', KEY, true],
  ['a user where the directive names another mode', 'keyed', USER, false],
  ['a user where one of two directives names users', 'either', USER, true],
  ['a user outside the groups', 'admin', USER, false],
  ['a user in one of the groups', 'admin', ADMIN, true],
  ['@aws_auth on an API with several modes does nothing: a user', 'inert', USER, true],
  ['a signature', 'worker', signed('Query.worker'), true],
  ['a user where only signatures may', 'worker', USER, false],
])('%s may read %s: %#', async (_case, field, headers, isAllowed) => {
  const { data, errors } = await api(ALL_MODES).run(`{ ${field} { __typename } }`, {}, headers);
  expect(data).toEqual({ [field]: isAllowed ? { __typename: 'Slip' } : null });
  if (isAllowed) expect(errors).toBeUndefined();
  else {
    expect(errors).toEqual([
      {
        path: [field],
        data: null,
        errorType: 'Unauthorized',
        errorInfo: null,
        locations: [{ line: 1, column: 3, sourceName: null }],
        message: `Not Authorized to access ${field} on type Query`,
      },
    ]);
  }
});

test('the fields of a returned object are checked by themselves', async () => {
  const { data, errors } = await api(ALL_MODES).run('{ keyed { id } }', {}, KEY);
  expect(data).toEqual({ keyed: { id: null } });
  expect(errors?.[0]).toMatchObject({ path: ['keyed', 'id'], message: 'Not Authorized to access id on type Slip' });
});

test('a field’s directive replaces its type’s, while siblings still run', async () => {
  const { data, errors } = await api(ALL_MODES).run('{ open { id pay } }', {}, KEY);
  expect(data).toEqual({ open: { id: '1', pay: null } });
  expect(errors).toHaveLength(1);
  expect(await api(ALL_MODES).run('{ open { id pay } }', {}, signed('Query.open'))).toEqual({
    data: { open: { id: '1', pay: 5 } },
  });
});

test('refusing a non-null field takes its parent along', async () => {
  expect((await api(ALL_MODES).run('{ must { id } }', {}, USER)).data).toBeNull();
});

test('@aws_auth counts when a user pool is the only mode', async () => {
  expect((await api(USER_POOL).run('{ inert { id } }', {}, USER)).data).toEqual({ inert: null });
  expect((await api(USER_POOL).run('{ inert { id } }', {}, ADMIN)).data).toEqual({ inert: { id: '1' } });
});

test('default action DENY closes what carries no directive', async () => {
  const denying = { ...USER_POOL, UserPoolConfig: { ...USER_POOL.UserPoolConfig, DefaultAction: 'DENY' as const } };
  const { data } = await api(denying).run('{ slip { id } either { __typename } }', {}, USER);
  expect(data).toEqual({ slip: null, either: { __typename: 'Slip' } });
});

test('a token of another client is refused when the pool names its clients', async () => {
  const named = { ...USER_POOL, UserPoolConfig: { ...USER_POOL.UserPoolConfig, AppIdClientRegex: '^web$' } };
  const ask = (client_id: string) =>
    post(api(named).api, '{"query":"{ slip { id } }"}', { authorization: tokenOf({ client_id }) });
  expect([(await ask('web')).status, (await ask('other')).status]).toEqual([200, 401]);
});

test('OpenID Connect is refused by name', () => {
  expect(() => api({ AuthenticationType: 'OPENID_CONNECT' })).toThrow('OPENID_CONNECT');
});

test.each([
  ['an API key', KEY, 'API Key Authorization', null],
  [
    'a user',
    ADMIN,
    'User Pool Authorization',
    expect.objectContaining({
      sub: 'user-1',
      username: 'ada',
      groups: ['PayrollAdmin'],
      sourceIp: ['192.0.2.1'],
      defaultAuthStrategy: 'ALLOW',
      issuer: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_pool',
    }) as unknown,
  ],
  [
    'a signature',
    signed('Query.who'),
    'IAM Authorization',
    {
      accountId: '000000000000',
      cognitoIdentityPoolId: null,
      cognitoIdentityId: null,
      sourceIp: ['192.0.2.1'],
      username: 'worker:session',
      userArn: 'arn:aws:sts::000000000000:assumed-role/worker/session',
      cognitoIdentityAuthType: null,
      cognitoIdentityAuthProvider: null,
    },
  ],
])('ctx.identity of %s', async (_case, headers, authType, identity) => {
  const { run } = testApi({
    schema: 'type Query { who: AWSJSON @aws_api_key @aws_iam @aws_cognito_user_pools }',
    authentication: ALL_MODES,
    resolvers: [unit('Query.who', answering('({ authType: util.authType(), identity: ctx.identity })'))],
  });
  const { data } = await run('{ who }', {}, headers);
  expect(JSON.parse(String(data?.['who']))).toEqual({ authType, identity });
});

const LAMBDA: DefaultAuthentication = {
  AuthenticationType: 'AWS_LAMBDA',
  LambdaAuthorizerConfig: {
    AuthorizerUri: 'arn:authorizer',
    AuthorizerResultTtlInSeconds: 60,
    IdentityValidationExpression: '^key-',
  },
};

function authorizedBy(answer: (token: string) => unknown) {
  const events: Record<string, unknown>[] = [];
  const invokeLambda: Cloud['invokeLambda'] = (_arn, payload) => {
    const event = payload as Record<string, unknown>;
    events.push(event);
    const answered = answer(String(event['authorizationToken']));
    if (answered instanceof Error) {
      return Promise.resolve({ functionError: { errorType: 'Error', errorMessage: answered.message } });
    }
    return Promise.resolve({ payload: answered });
  };
  const resolvers = [unit('Query.slip', answering('({ id: ctx.identity.resolverContext.companyId })'))];
  return { events, ...api(LAMBDA, { resolvers }, { invokeLambda }) };
}

test('a Lambda authorizer sees the request and gives resolvers its context', async () => {
  const { run, events } = authorizedBy(() => ({ isAuthorized: true, resolverContext: { companyId: 'acme' } }));
  const { data } = await run('query { slip { id } }', { a: 1 }, { authorization: 'key-1' });
  expect(data).toEqual({ slip: { id: 'acme' } });
  expect(events).toEqual([
    {
      authorizationToken: 'key-1',
      requestContext: {
        apiId: 'abcdefghijklmnopqrstuvwxyz',
        accountId: '000000000000',
        requestId: expect.any(String) as unknown,
        queryString: 'query { slip { id } }',
        variables: { a: 1 },
      },
      requestHeaders: { authorization: 'key-1' },
    },
  ]);
});

test('a Lambda authorizer is asked again when its answer has aged', async () => {
  const { run, events, cloud } = authorizedBy(() => ({ isAuthorized: true, resolverContext: {} }));
  const ask = () => run('{ slip { __typename } }', {}, { authorization: 'key-1' });
  await ask();
  await cloud.clock.advance(59_000);
  await ask();
  expect(events).toHaveLength(1);
  await cloud.clock.advance(1_000);
  await ask();
  expect(events).toHaveLength(2);
});

test('ttlOverride 0 means that every request asks', async () => {
  const { run, events } = authorizedBy(() => ({ isAuthorized: true, ttlOverride: 0 }));
  await run('{ __typename }', {}, { authorization: 'key-1' });
  await run('{ __typename }', {}, { authorization: 'key-1' });
  expect(events).toHaveLength(2);
});

test.each([
  ['says no', 'key-1', { isAuthorized: false }],
  ['fails', 'key-1', new Error('boom')],
  ['is not even asked for a token of the wrong form', 'other', { isAuthorized: true }],
])('a Lambda authorizer that %s means status 401', async (_case, authorization, answer) => {
  const { api: refusing } = authorizedBy(() => answer);
  const response = await post(refusing, '{"query":"{ slip { id } }"}', { authorization });
  expect(response.status).toBe(401);
  expect(response.body).toContain('You are not authorized to make this call.');
});

test.each(['Query.slip', 'arn:aws:appsync:us-east-1:000000000000:apis/abc/types/Query/fields/slip'])(
  'deniedFields %s is null with an error',
  async (deniedField) => {
    const { run } = authorizedBy(() => ({ isAuthorized: true, deniedFields: [deniedField] }));
    const { data, errors } = await run('{ slip { id } either { __typename } }', {}, { authorization: 'key-1' });
    expect(data).toEqual({ slip: null, either: null });
    expect(errors?.map(({ message }) => message)).toContain('Not Authorized to access slip on type Query');
  },
);

test('a verifier’s own refusal is the answer', async () => {
  const { api: refusing } = api(USER_POOL);
  const bad = `${tokenOf({}).split('.').slice(0, 2).join('.')}.bad`;
  const response = await post(refusing, '{"query":"{ slip { id } }"}', { authorization: bad });
  expect(response.status).toBe(401);
  expect(response.body).toContain('You are not authorized to make this call.');
});

test('a root field that a variable’s default includes is checked against the signature', async () => {
  const { api: asked } = api(ALL_MODES);
  const query = 'query($all: Boolean = true) { worker @include(if: $all) { id } }';
  const response = await post(asked, JSON.stringify({ query }), signed('Query.other'));
  expect([response.status, response.body]).toEqual([401, expect.stringContaining('Permission denied')]);
});

import { AppSyncApi, type HttpResponse } from '../../src/appsync/AppSyncApi.ts';
import type { ApiDescription, ResolverDescription } from '../../src/appsync/ApiDescription.ts';
import { AwsError } from '../../src/AwsError.ts';
import type { Caller } from '../../src/Caller.ts';
import type { Claims } from '../../src/appsync/UserPoolTokens.ts';
import type { Cloud } from '../../src/Cloud.ts';
import type { Firewall } from '../../src/gateway/GatewayPorts.ts';
import { testCloud } from '../testCloud.ts';

export const API_ID = 'abcdefghijklmnopqrstuvwxyz';
export const POOL_ID = 'us-east-1_pool';
export const API_KEY = 'da2-test';

/** A resolver on a NONE data source, for a field whose behaviour is all in its handlers. */
export function unit(typeField: `${string}.${string}`, code: string, dataSourceName = 'none'): ResolverDescription {
  const [typeName = '', fieldName = ''] = typeField.split('.');
  return { typeName, fieldName, kind: 'UNIT', dataSourceName, code };
}

/** Code that answers `expression`, in which `ctx` is the response handler's. */
export function answering(expression: string): string {
  return `import { util, extensions, runtime } from '@aws-appsync/utils';
import * as ddb from '@aws-appsync/utils/dynamodb';
export function request(ctx) { return { payload: null }; }
export function response(ctx) { return ${expression}; }`;
}

/** An API with a NONE data source whose default mode is API keys, unless `overrides` says otherwise. */
export function testApi(overrides: Partial<ApiDescription>, cloudOverrides: Partial<Cloud> = {}, firewall?: Firewall) {
  const cloud = testCloud(cloudOverrides);
  const log: string[] = [];
  const description: ApiDescription = {
    apiId: API_ID,
    name: 'test',
    schema: 'type Query { ok: Boolean }',
    authentication: { AuthenticationType: 'API_KEY' },
    apiKeys: [{ key: API_KEY, expiresAtSeconds: Date.parse('2027-01-01T00:00:00Z') / 1000 }],
    functions: {},
    resolvers: [],
    environmentVariables: {},
    introspection: 'ENABLED',
    queryDepthLimit: 0,
    resolverCountLimit: 0,
    ...overrides,
    dataSources: { none: { type: 'NONE' }, ...overrides.dataSources },
  };
  const api = new AppSyncApi(description, cloud, {
    userPoolTokens: { verify: (jwt) => Promise.resolve(verified(jwt, cloud.clock.now())) },
    verifySigV4: ({ headers }) => signedBy(headers['authorization'] ?? ''),
    log: (line) => log.push(line),
    ...(firewall && { firewall }),
  });
  return {
    api,
    cloud,
    log,
    /** The parsed body of a POST, by API key unless other headers are given. */
    async run(query: string, variables: object = {}, headers: Record<string, string> = { 'x-api-key': API_KEY }) {
      const response = await post(api, JSON.stringify({ query, variables }), headers);
      return JSON.parse(response.body) as { data: Record<string, unknown> | null; errors?: Record<string, unknown>[] };
    },
  };
}

export function post(api: AppSyncApi, body: string, headers: Record<string, string>): Promise<HttpResponse> {
  return api.handleHttp({ method: 'POST', headers, body, sourceIp: '192.0.2.1' });
}

/** A token of the test's pool that `verified` accepts until `expiresAtSeconds`. */
export function tokenOf(claims: Record<string, unknown>, expiresAtSeconds = 4_000_000_000): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const iss = `https://cognito-idp.us-east-1.amazonaws.com/${POOL_ID}`;
  const payload = {
    iss,
    sub: 'user-1',
    username: 'ada',
    token_use: 'access',
    iat: 1_700_000_000,
    exp: expiresAtSeconds,
  };
  return `${part({ alg: 'RS256' })}.${part({ ...payload, ...claims })}.good`;
}

export const USER_POOL = {
  AuthenticationType: 'AMAZON_COGNITO_USER_POOLS',
  UserPoolConfig: { UserPoolId: POOL_ID, DefaultAction: 'ALLOW' },
} as const;

function verified(jwt: string, nowMs: number): Claims {
  const [, payload = '', signature] = jwt.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims;
  const refuse = (message: string) => new AwsError('UnauthorizedException', message, { statusCode: 401 });
  if (signature !== 'good') throw refuse('You are not authorized to make this call.');
  if (Number(claims['exp']) * 1000 <= nowMs) throw refuse('Token has expired.');
  return claims;
}

/** `AWS4-HMAC-SHA256 Type.field,Type.field` is signed by an identity that may call exactly those fields. */
function signedBy(authorization: string): Caller {
  const fields = authorization.replace('AWS4-HMAC-SHA256 ', '').split(',');
  return callerOfFields(...fields);
}

export function callerOfFields(...fields: string[]): Caller {
  const granted = new Set(
    fields.map((field) => {
      const [typeName, fieldName] = field.split('.');
      return `arn:aws:appsync:us-east-1:000000000000:apis/${API_ID}/types/${typeName}/fields/${fieldName}`;
    }),
  );
  return {
    arn: 'arn:aws:sts::000000000000:assumed-role/worker/session',
    allows: (action, resource) => action === 'appsync:GraphQL' && granted.has(resource),
  };
}

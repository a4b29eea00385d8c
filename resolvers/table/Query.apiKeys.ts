import type { Context, DynamoDBQueryRequest } from '@aws-appsync/utils';
import { query } from '@aws-appsync/utils/dynamodb';
import type { ApiKey } from '../../clients/generated/schema.ts';
import type { ApiKeyRecord } from '../../table/apiKey.ts';
import { COMPANY_KEY_PREFIX, companyPartition } from '../../table/keys.ts';
import { type QueryPage, resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';

export function request(ctx: Context): DynamoDBQueryRequest {
  return query({ query: { pk: { eq: companyPartition(companyOf(ctx)) }, sk: { beginsWith: COMPANY_KEY_PREFIX } } });
}

export function response(ctx: Context): ApiKey[] {
  const page = resultOf(ctx) as QueryPage<ApiKeyRecord>;
  return page.items.map(({ apiKeyId, name, scopes, createdAt, revokedAt }) => ({
    apiKeyId,
    name,
    scopes,
    createdAt,
    revokedAt: revokedAt ?? null,
  }));
}

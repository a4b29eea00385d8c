import type { Context, DynamoDBQueryRequest } from '@aws-appsync/utils';
import { query } from '@aws-appsync/utils/dynamodb';
import type { Hook } from '../../clients/generated/schema.ts';
import type { HookRecord } from '../../table/hook.ts';
import { companyPartition, HOOK_PREFIX } from '../../table/keys.ts';
import { type QueryPage, resultOf } from '../command.ts';
import { hookOf } from '../hook.ts';
import { companyOf } from '../identity.ts';

export function request(ctx: Context): DynamoDBQueryRequest {
  return query({ query: { pk: { eq: companyPartition(companyOf(ctx)) }, sk: { beginsWith: HOOK_PREFIX } } });
}

export function response(ctx: Context): Hook[] {
  const page = resultOf(ctx) as QueryPage<HookRecord>;
  return page.items.map((hook) => hookOf(hook));
}

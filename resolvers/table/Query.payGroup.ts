import type { Context, DynamoDBGetItemRequest } from '@aws-appsync/utils';
import { get } from '@aws-appsync/utils/dynamodb';
import type { PayGroup, QueryPayGroupArgs } from '../../clients/generated/schema.ts';
import { payGroupKey } from '../../table/keys.ts';
import type { PayGroupRecord } from '../../table/payGroup.ts';
import { resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';
import { payGroupOf } from '../payGroup.ts';

export function request(ctx: Context<QueryPayGroupArgs>): DynamoDBGetItemRequest {
  return get({ key: payGroupKey(companyOf(ctx), ctx.args.payGroupId) });
}

export function response(ctx: Context<QueryPayGroupArgs>): PayGroup | null {
  const group = resultOf(ctx) as PayGroupRecord | null;
  return group ? payGroupOf(group) : null;
}

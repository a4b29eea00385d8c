import type { Context, DynamoDBQueryRequest } from '@aws-appsync/utils';
import { query } from '@aws-appsync/utils/dynamodb';
import type { PayGroupConnection, QueryPayGroupsArgs } from '../../clients/generated/schema.ts';
import { companyPartition, GROUP_PREFIX } from '../../table/keys.ts';
import type { PayGroupRecord } from '../../table/payGroup.ts';
import { type QueryPage, resultOf } from '../command.ts';
import { pageInfoOf, pageSizeOf, positionOf } from '../cursor.ts';
import { companyOf } from '../identity.ts';
import { payGroupOf } from '../payGroup.ts';

export function request(ctx: Context<QueryPayGroupsArgs>): DynamoDBQueryRequest {
  return query({
    query: {
      pk: { eq: companyPartition(companyOf(ctx)) },
      // `#` sorts after the id itself and before every other id.
      sk: { between: [`${GROUP_PREFIX}${positionOf(ctx.args.after).afterId}#`, `${GROUP_PREFIX}~`] },
    },
    limit: pageSizeOf(ctx.args.first),
  });
}

export function response(ctx: Context<QueryPayGroupsArgs>): PayGroupConnection {
  const page = resultOf(ctx) as QueryPage<PayGroupRecord>;
  return {
    nodes: page.items.map((group) => payGroupOf(group)),
    pageInfo: pageInfoOf(page, page.items[page.items.length - 1]?.payGroupId),
  };
}

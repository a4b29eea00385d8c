import type { Context, DynamoDBQueryRequest } from '@aws-appsync/utils';
import { query } from '@aws-appsync/utils/dynamodb';
import type { ControlChangeConnection, QueryControlChangesArgs } from '../../clients/generated/schema.ts';
import type { ControlChangeRecord } from '../../table/controlChange.ts';
import { controlsPartition } from '../../table/keys.ts';
import { type QueryPage, resultOf } from '../command.ts';
import { pageInfoOf, pageSizeOf, positionOf } from '../cursor.ts';
import { companyOf } from '../identity.ts';

export function request(ctx: Context<QueryControlChangesArgs>): DynamoDBQueryRequest {
  const { afterId } = positionOf(ctx.args.after);
  return query({
    // The latest first: `~` sorts after every instant.
    query: { pk: { eq: controlsPartition(companyOf(ctx)) }, sk: { lt: afterId === '' ? '~' : afterId } },
    scanIndexForward: false,
    limit: pageSizeOf(ctx.args.first),
  });
}

export function response(ctx: Context<QueryControlChangesArgs>): ControlChangeConnection {
  const page = resultOf(ctx) as QueryPage<ControlChangeRecord & { sk: string }>;
  return {
    nodes: page.items.map(({ control, payGroupId, before, after, isLoosened, actor, at }) => ({
      control,
      payGroupId: payGroupId ?? null,
      before: before ?? null,
      after: after ?? null,
      isLoosened,
      actor,
      at,
    })),
    pageInfo: pageInfoOf(page, page.items[page.items.length - 1]?.sk),
  };
}

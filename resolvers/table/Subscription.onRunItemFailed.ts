import { type Context, type DynamoDBGetItemRequest, extensions, util } from '@aws-appsync/utils';
import { get } from '@aws-appsync/utils/dynamodb';
import type { SubscriptionOnRunItemFailedArgs } from '../../clients/generated/schema.ts';
import { runKey } from '../../table/keys.ts';
import { resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';

/** Only a run that is there, and that belongs to the caller's company, can be watched. */
export function request(ctx: Context<SubscriptionOnRunItemFailedArgs>): DynamoDBGetItemRequest {
  return get({ key: runKey(companyOf(ctx), ctx.args.runId) });
}

export function response(ctx: Context<SubscriptionOnRunItemFailedArgs>): null {
  if (!resultOf(ctx)) util.unauthorized();
  extensions.setSubscriptionFilter({
    filterGroup: [
      {
        filters: [
          { fieldName: 'runId', operator: 'eq', value: ctx.args.runId },
          { fieldName: 'companyId', operator: 'eq', value: companyOf(ctx) },
          // A filter cannot look into the list of those who changed.
          { fieldName: 'changedFailedCount', operator: 'gt', value: 0 },
        ],
      },
    ],
  });
  return null;
}

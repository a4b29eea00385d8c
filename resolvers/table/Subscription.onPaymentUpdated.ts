import { type Context, type DynamoDBGetItemRequest, extensions, util } from '@aws-appsync/utils';
import { get } from '@aws-appsync/utils/dynamodb';
import type { SubscriptionOnPaymentUpdatedArgs } from '../../clients/generated/schema.ts';
import { runKey } from '../../table/keys.ts';
import { resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';

/** Only a run that is there, and that belongs to the caller's company, can be watched. */
export function request(ctx: Context<SubscriptionOnPaymentUpdatedArgs>): DynamoDBGetItemRequest {
  return get({ key: runKey(companyOf(ctx), ctx.args.runId) });
}

export function response(ctx: Context<SubscriptionOnPaymentUpdatedArgs>): null {
  if (!resultOf(ctx)) util.unauthorized();
  extensions.setSubscriptionFilter({
    filterGroup: [
      {
        filters: [
          { fieldName: 'runId', operator: 'eq', value: ctx.args.runId },
          { fieldName: 'companyId', operator: 'eq', value: companyOf(ctx) },
        ],
      },
    ],
  });
  return null;
}

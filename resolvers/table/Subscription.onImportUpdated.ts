import { type Context, type DynamoDBGetItemRequest, extensions, util } from '@aws-appsync/utils';
import { get } from '@aws-appsync/utils/dynamodb';
import type { SubscriptionOnImportUpdatedArgs } from '../../clients/generated/schema.ts';
import { importKey } from '../../table/keys.ts';
import { resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';

/** Only an import that is there, and that belongs to the caller's company, can be watched. */
export function request(ctx: Context<SubscriptionOnImportUpdatedArgs>): DynamoDBGetItemRequest {
  return get({ key: importKey(companyOf(ctx), ctx.args.importId) });
}

export function response(ctx: Context<SubscriptionOnImportUpdatedArgs>): null {
  if (!resultOf(ctx)) util.unauthorized();
  extensions.setSubscriptionFilter({
    filterGroup: [
      {
        filters: [
          { fieldName: 'importId', operator: 'eq', value: ctx.args.importId },
          { fieldName: 'companyId', operator: 'eq', value: companyOf(ctx) },
        ],
      },
    ],
  });
  return null;
}

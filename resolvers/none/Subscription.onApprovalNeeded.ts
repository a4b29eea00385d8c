import { type Context, extensions, type NONERequest, util } from '@aws-appsync/utils';
import type { SubscriptionOnApprovalNeededArgs } from '../../clients/generated/schema.ts';
import { companyOf } from '../identity.ts';

/** Only the runs of the caller's own company can be watched. */
export function request(ctx: Context<SubscriptionOnApprovalNeededArgs>): NONERequest {
  if (ctx.args.companyId !== companyOf(ctx)) util.unauthorized();
  return { payload: null };
}

export function response(ctx: Context<SubscriptionOnApprovalNeededArgs>): null {
  extensions.setSubscriptionFilter({
    filterGroup: [
      {
        filters: [
          { fieldName: 'companyId', operator: 'eq', value: companyOf(ctx) },
          { fieldName: 'status', operator: 'eq', value: 'AWAITING_APPROVAL' },
        ],
      },
    ],
  });
  return null;
}

import { type Context, extensions, type NONERequest, util } from '@aws-appsync/utils';
import type { SubscriptionOnRunStatusChangedArgs } from '../../clients/generated/schema.ts';
import { companyOf } from '../identity.ts';

/** Only the runs of the caller's own company can be watched. */
export function request(ctx: Context<SubscriptionOnRunStatusChangedArgs>): NONERequest {
  if (ctx.args.companyId !== companyOf(ctx)) util.unauthorized();
  return { payload: null };
}

export function response(ctx: Context<SubscriptionOnRunStatusChangedArgs>): null {
  const companyId = companyOf(ctx);
  extensions.setSubscriptionFilter({
    filterGroup: [{ filters: [{ fieldName: 'companyId', operator: 'eq', value: companyId }] }],
  });
  return null;
}

import type { Context, NONERequest } from '@aws-appsync/utils';
import type { MutationPublishPaymentUpdateArgs, PaymentUpdate } from '../../clients/generated/schema.ts';

export function request(ctx: Context<MutationPublishPaymentUpdateArgs>): NONERequest {
  return { payload: ctx.args.input };
}

export function response(ctx: Context<MutationPublishPaymentUpdateArgs>): PaymentUpdate {
  return ctx.result as PaymentUpdate;
}

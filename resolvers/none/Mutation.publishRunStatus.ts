import type { Context, NONERequest } from '@aws-appsync/utils';
import type { MutationPublishRunStatusArgs, RunStatusChange } from '../../clients/generated/schema.ts';

export function request(ctx: Context<MutationPublishRunStatusArgs>): NONERequest {
  return { payload: ctx.args.input };
}

export function response(ctx: Context<MutationPublishRunStatusArgs>): RunStatusChange {
  return ctx.result as RunStatusChange;
}

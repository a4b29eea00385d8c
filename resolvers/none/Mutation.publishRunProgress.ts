import type { Context, NONERequest } from '@aws-appsync/utils';
import type { MutationPublishRunProgressArgs, RunProgress } from '../../clients/generated/schema.ts';

export function request(ctx: Context<MutationPublishRunProgressArgs>): NONERequest {
  return { payload: ctx.args.input };
}

export function response(ctx: Context<MutationPublishRunProgressArgs>): RunProgress {
  return ctx.result as RunProgress;
}

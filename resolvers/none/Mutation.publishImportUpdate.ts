import type { Context, NONERequest } from '@aws-appsync/utils';
import type { ImportUpdate, MutationPublishImportUpdateArgs } from '../../clients/generated/schema.ts';

export function request(ctx: Context<MutationPublishImportUpdateArgs>): NONERequest {
  return { payload: ctx.args.input };
}

export function response(ctx: Context<MutationPublishImportUpdateArgs>): ImportUpdate {
  return ctx.result as ImportUpdate;
}

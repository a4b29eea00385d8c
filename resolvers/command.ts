import { type Context, type LambdaRequest, util } from '@aws-appsync/utils';
import { writerOf } from './identity.ts';

/** Hands a mutation to its worker with the caller that the identity names. */
export function commandRequest(ctx: Context<{ input: object }>): LambdaRequest {
  return {
    operation: 'Invoke',
    payload: { caller: writerOf(ctx), mutation: ctx.info.fieldName, input: ctx.args.input },
  };
}

/** What the worker or the table answered; a fault becomes an error of the field. */
export function resultOf(ctx: Context): unknown {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.result;
}

/** What a Query of the table answers. */
export interface QueryPage<Item> {
  items: Item[];
  nextToken?: string | null;
}

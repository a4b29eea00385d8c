import type { Context } from '@aws-appsync/utils';

/** Before a pipeline: nothing to prepare, each step reads its own arguments. */
export function request(): Record<string, never> {
  return {};
}

/** After a pipeline: the last step's answer is the field's answer. */
export function response(ctx: Context<object, object, { result: unknown }>): unknown {
  return ctx.prev.result;
}

import { type AppSyncIdentityCognito, type AppSyncIdentityLambda, type Context, util } from '@aws-appsync/utils';

/** Who calls, as the identity says. Arguments never decide it. */
export interface Caller {
  companyId: string;
  actor: string;
}

/** The caller as a reader; refuses an identity without a company. */
export function callerOf(ctx: Context): Caller {
  const person = ctx.identity as AppSyncIdentityCognito | null;
  if (person?.claims?.companyId) return { companyId: person.claims.companyId as string, actor: person.sub };
  const partner = ctx.identity as AppSyncIdentityLambda | null;
  const context = partner?.resolverContext;
  if (!context?.companyId) util.unauthorized();
  return { companyId: context.companyId, actor: context.actor };
}

export function companyOf(ctx: Context): string {
  return callerOf(ctx).companyId;
}

/** The caller as a writer: a partner's key needs the scope `WRITE` for it. */
export function writerOf(ctx: Context): Caller {
  const partner = ctx.identity as AppSyncIdentityLambda | null;
  const scopes = partner?.resolverContext?.scopes as string | undefined;
  if (scopes && scopes.split(' ').indexOf('WRITE') < 0) util.unauthorized();
  return callerOf(ctx);
}

/** The signed-in employee's own number; refuses anybody who is not an employee. */
export function employeeOf(ctx: Context): string {
  const person = ctx.identity as AppSyncIdentityCognito | null;
  if (!person?.claims?.employeeId) util.unauthorized();
  return person.claims.employeeId as string;
}

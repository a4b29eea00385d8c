import { type AppSyncIdentityCognito, type AppSyncIdentityLambda, type Context, util } from '@aws-appsync/utils';

/** Who calls, as the identity says. Arguments never decide it. */
export interface Caller {
  companyId: string;
  actor: string;
}

/** The company of a caller who may read: a person of it, or a partner whose key has the scope `READ`. */
export function companyOf(ctx: Context): string {
  return callerWith(ctx, 'READ').companyId;
}

/** A caller who may write: a person (the schema says in which groups), or a partner whose key has the scope `WRITE`. */
export function writerOf(ctx: Context): Caller {
  return callerWith(ctx, 'WRITE');
}

/** Refuses an identity without a company, and a partner's key without the scope. */
function callerWith(ctx: Context, scope: 'READ' | 'WRITE'): Caller {
  const person = ctx.identity as AppSyncIdentityCognito | null;
  if (person?.claims?.companyId) return { companyId: person.claims.companyId as string, actor: person.sub };
  const partner = ctx.identity as AppSyncIdentityLambda | null;
  const context = partner?.resolverContext;
  if (!context?.companyId) util.unauthorized();
  const scopes = context.scopes as string;
  if (scopes.split(' ').indexOf(scope) < 0) util.unauthorized();
  return { companyId: context.companyId, actor: context.actor };
}

/** The signed-in employee's own number; refuses anybody who is not an employee. */
export function employeeOf(ctx: Context): string {
  const person = ctx.identity as AppSyncIdentityCognito | null;
  if (!person?.claims?.employeeId) util.unauthorized();
  return person.claims.employeeId as string;
}

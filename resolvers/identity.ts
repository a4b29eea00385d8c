import { type AppSyncIdentityCognito, type AppSyncIdentityLambda, type Context, util } from '@aws-appsync/utils';

/** Who calls, as the identity says. Arguments never decide it. */
export interface Caller {
  companyId: string;
  actor: string;
  /** Of an API key: the person who made it, and who answers for what it does. */
  owner?: string;
}

/** The company of a caller who may read: a person of it, or a partner whose key has the scope `READ`. */
export function companyOf(ctx: Context): string {
  refuseInvalidIds(ctx);
  return callerWith(ctx, 'READ').companyId;
}

/** What no id of this service holds is refused by name, before it becomes a part of a key. */
function refuseInvalidIds(ctx: Context): void {
  const args = ctx.args as Record<string, unknown>;
  for (const name of Object.keys(args)) {
    const value = args[name];
    if (name.endsWith('Id') && value && !util.matches('[A-Za-z0-9_.-]{1,80}', value as string))
      util.error(`${name} is not an id: it must be 1 to 80 letters, digits, ".", "-" or "_".`, 'INVALID_ID');
  }
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
  const { companyId, actor, owner } = context;
  return { companyId: companyId as string, actor: actor as string, owner: owner as string };
}

/** The signed-in employee's own number; refuses anybody who is not an employee. */
export function employeeOf(ctx: Context): string {
  const person = ctx.identity as AppSyncIdentityCognito | null;
  if (!person?.claims?.employeeId) util.unauthorized();
  return person.claims.employeeId as string;
}

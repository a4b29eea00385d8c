import type { Caller } from '../Caller.ts';
import type { AuthenticationType } from './ApiDescription.ts';

/** Who sends a GraphQL request, as authorization directives and resolvers see it. */
export interface Requester {
  readonly mode: AuthenticationType;
  /** `ctx.identity`, in the shape of the mode; null for API keys. */
  readonly identity: Readonly<Record<string, unknown>> | null;
  /** The `cognito:groups` claim. */
  readonly groups: readonly string[];
  /** `Type.field` names that a Lambda authorizer took away. */
  readonly deniedFields: readonly string[];
  /** The IAM identity whose policies are asked for `appsync:GraphQL`. */
  readonly caller?: Caller;
}

/** Equal for two requesters who may read exactly the same fields, so that one serialisation can serve both. */
export function accessKey(requester: Requester): string {
  return JSON.stringify([requester.mode, [...requester.groups].sort(), [...requester.deniedFields].sort()]);
}

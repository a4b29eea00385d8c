import {
  getNamedType,
  isIntrospectionType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import type { DefaultAuthentication } from './ApiDescription.ts';
import { DeliveryContext } from './DeliveryContext.ts';
import { FieldAccess } from './FieldAccess.ts';
import { FieldError, notAuthorized } from './FieldError.ts';
import type { FieldResolver } from './FieldResolver.ts';
import type { RequestContext } from './RequestContext.ts';

type Context = RequestContext | DeliveryContext;
type Members = Readonly<Record<string, unknown>>;
type Resolve = GraphQLFieldResolver<Members | undefined, Context, Members>;

interface Attachments {
  authentication: DefaultAuthentication;
  /** By `Type.field`. */
  resolvers: ReadonlyMap<string, FieldResolver>;
  queryDepthLimit: number;
}

/** Gives every field of the schema its authorization check, its depth check and its resolver. */
export function attachResolvers(schema: GraphQLSchema, attachments: Attachments): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const access = FieldAccess.ofField(type, field.name, attachments.authentication);
      const payloadAccess =
        type === schema.getSubscriptionType() ? payloadAccessOf(field.type, attachments.authentication) : undefined;
      const resolver = attachments.resolvers.get(`${type.name}.${field.name}`);
      const inner = payloadAccess
        ? startSubscription(type, field.name, payloadAccess, resolver)
        : readOrResolve(field.name, resolver);
      const checked: Resolve = (source, args, context, info) => {
        if (!access.allows(context.requester)) throw notAuthorized(field.name, type.name);
        return inner(source, args, context, info);
      };
      field.resolve = attachments.queryDepthLimit > 0 ? limitDepth(checked, attachments.queryDepthLimit) : checked;
    }
  }
}

/** A field without a resolver reads the property of its parent. */
function readOrResolve(fieldName: string, resolver: FieldResolver | undefined): Resolve {
  if (!resolver) return (source) => source?.[fieldName];
  return (source, args, context, info) =>
    context instanceof DeliveryContext ? source?.[fieldName] : resolver.resolve({ source, args, context, info });
}

/** Runs once when a client subscribes; the value is thrown away, what the resolver set is kept in the context. */
function startSubscription(
  type: GraphQLObjectType,
  fieldName: string,
  payloadAccess: FieldAccess,
  resolver: FieldResolver | undefined,
): Resolve {
  return (source, args, context, info) => {
    if (context instanceof DeliveryContext) return source?.[fieldName];
    if (!payloadAccess.allows(context.requester)) throw notAuthorized(fieldName, type.name);
    context.subscriptionArguments = args;
    return resolver?.resolve({ source, args, context, info }).then(() => null);
  };
}

function payloadAccessOf(
  fieldType: Parameters<typeof getNamedType>[0],
  authentication: DefaultAuthentication,
): FieldAccess {
  const payload = getNamedType(fieldType);
  return isObjectType(payload) ? FieldAccess.ofType(payload, authentication) : FieldAccess.OPEN;
}

function limitDepth(resolve: Resolve, limit: number): Resolve {
  return (source, args, context, info) => {
    const depth = depthOf(info);
    if (depth > limit) {
      throw new FieldError(`The query depth ${depth} exceeds the limit of ${limit}.`, 'QueryDepthLimitReached');
    }
    return resolve(source, args, context, info);
  };
}

/** Fields from the root, list positions not counted. */
function depthOf(info: GraphQLResolveInfo): number {
  let depth = 0;
  for (let path: GraphQLResolveInfo['path'] | undefined = info.path; path; path = path.prev) {
    if (typeof path.key === 'string') depth += 1;
  }
  return depth;
}

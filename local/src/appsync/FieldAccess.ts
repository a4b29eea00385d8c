import { Kind, type DirectiveNode, type GraphQLObjectType } from 'graphql';
import type { AuthenticationType, DefaultAuthentication } from './ApiDescription.ts';
import type { Requester } from './Requester.ts';

const MODE_OF_DIRECTIVE: Readonly<Record<string, AuthenticationType>> = {
  aws_api_key: 'API_KEY',
  aws_iam: 'AWS_IAM',
  aws_oidc: 'OPENID_CONNECT',
  aws_lambda: 'AWS_LAMBDA',
  aws_cognito_user_pools: 'AMAZON_COGNITO_USER_POOLS',
};

type Grants = ReadonlyMap<AuthenticationType, 'EVERYONE' | ReadonlySet<string>>;

/** Who may read one field (or, for a subscription's payload, one type), worked out once when the schema is built. */
export class FieldAccess {
  readonly #coordinate: string;
  readonly #grants: Grants;

  /** For payloads that carry no directives of their own: scalars, enums, interfaces and unions. */
  static readonly OPEN = new FieldAccess(
    '',
    new Map(Object.values(MODE_OF_DIRECTIVE).map((mode) => [mode, 'EVERYONE' as const])),
  );

  private constructor(coordinate: string, grants: Grants) {
    this.#coordinate = coordinate;
    this.#grants = grants;
  }

  /** A field's own directives replace those of its type; nothing at all leaves the default mode. */
  static ofField(type: GraphQLObjectType, fieldName: string, authentication: DefaultAuthentication): FieldAccess {
    const ownDirectives = type.getFields()[fieldName]?.astNode?.directives ?? [];
    const grants = grantsOf(ownDirectives, authentication) ?? grantsOf(type.astNode?.directives ?? [], authentication);
    return new FieldAccess(`${type.name}.${fieldName}`, grants ?? defaultGrants(authentication));
  }

  static ofType(type: GraphQLObjectType, authentication: DefaultAuthentication): FieldAccess {
    const grants = grantsOf(type.astNode?.directives ?? [], authentication);
    return new FieldAccess(type.name, grants ?? defaultGrants(authentication));
  }

  allows(requester: Requester): boolean {
    const grant = this.#grants.get(requester.mode);
    if (grant === undefined) return false;
    if (grant !== 'EVERYONE' && !requester.groups.some((group) => grant.has(group))) return false;
    return requester.deniedFields.length === 0 || !requester.deniedFields.includes(this.#coordinate);
  }
}

function defaultGrants(authentication: DefaultAuthentication): Grants {
  const denied = authentication.UserPoolConfig?.DefaultAction === 'DENY';
  return new Map(denied ? [] : [[authentication.AuthenticationType, 'EVERYONE']]);
}

/** Several directives on one element are alternatives. Undefined when none of them is about authorization. */
function grantsOf(directives: readonly DirectiveNode[], authentication: DefaultAuthentication): Grants | undefined {
  const grants = new Map<AuthenticationType, 'EVERYONE' | ReadonlySet<string>>();
  for (const directive of directives) {
    const mode = MODE_OF_DIRECTIVE[directive.name.value];
    if (mode) grants.set(mode, groupsOf(directive) ?? 'EVERYONE');
    // On an API with several modes @aws_auth deploys and does nothing.
    else if (directive.name.value === 'aws_auth' && isUserPoolOnly(authentication)) {
      grants.set('AMAZON_COGNITO_USER_POOLS', groupsOf(directive) ?? 'EVERYONE');
    }
  }
  return grants.size > 0 ? grants : undefined;
}

function isUserPoolOnly(authentication: DefaultAuthentication): boolean {
  return (
    authentication.AuthenticationType === 'AMAZON_COGNITO_USER_POOLS' &&
    (authentication.AdditionalAuthenticationProviders ?? []).length === 0
  );
}

function groupsOf(directive: DirectiveNode): ReadonlySet<string> | undefined {
  const argument = directive.arguments?.find((candidate) => candidate.name.value === 'cognito_groups');
  if (argument?.value.kind !== Kind.LIST) return undefined;
  return new Set(argument.value.values.map((value) => (value.kind === Kind.STRING ? value.value : '')));
}

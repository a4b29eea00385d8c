import { refuseOtherProperties } from '../refuseOtherProperties.ts';
import { unsupported } from '../unsupported.ts';

/** What the engine needs to know of an `AWS::Cognito::UserPoolClient`. */
export interface UserPoolClient {
  id: string;
  userPoolId: string;
  /** `ALLOW_USER_SRP_AUTH` and the like. */
  authFlows: ReadonlySet<string>;
  accessTokenSeconds: number;
  idTokenSeconds: number;
  refreshTokenSeconds: number;
  /** How long a challenge waits for its answer. */
  authSessionSeconds: number;
  /** Whether a sign-in hides that there is no such user. */
  hidesMissingUsers: boolean;
  /** Attributes that the client may see; `undefined` when all. */
  readAttributes: ReadonlySet<string> | undefined;
}

const EMULATED = [
  'AccessTokenValidity',
  'AuthSessionValidity',
  'ClientName',
  'EnableTokenRevocation',
  'ExplicitAuthFlows',
  'GenerateSecret',
  'IdTokenValidity',
  'PreventUserExistenceErrors',
  'ReadAttributes',
  'RefreshTokenRotation',
  'RefreshTokenValidity',
  'SupportedIdentityProviders',
  'TokenValidityUnits',
  'UserPoolId',
];

/** Accepted without effect: the operations by which users change their attributes are refused. */
const FOR_SELF_SERVICE = ['WriteAttributes'];

/** Accepted without effect: the hosted login pages are not emulated; a client may be set up for them all the same. */
const FOR_HOSTED_PAGES = [
  'AllowedOAuthFlows',
  'AllowedOAuthFlowsUserPoolClient',
  'AllowedOAuthScopes',
  'CallbackURLs',
  'DefaultRedirectURI',
  'LogoutURLs',
];

/** Flows of a client that names none. */
const DEFAULT_FLOWS = ['ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH'];

const UNIT_SECONDS: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

interface UserPoolClientProperties {
  AccessTokenValidity?: number;
  AuthSessionValidity?: number;
  EnableTokenRevocation?: boolean;
  ExplicitAuthFlows?: string[];
  GenerateSecret?: boolean;
  IdTokenValidity?: number;
  PreventUserExistenceErrors?: string;
  ReadAttributes?: string[];
  RefreshTokenRotation?: { Feature?: string };
  RefreshTokenValidity?: number;
  SupportedIdentityProviders?: string[];
  TokenValidityUnits?: { AccessToken?: string; IdToken?: string; RefreshToken?: string };
  UserPoolId: string;
}

/** Reads resolved CloudFormation properties; refuses by name what the local engine cannot keep. */
export function userPoolClientOf(id: string, properties: Readonly<Record<string, unknown>>): UserPoolClient {
  const {
    AccessTokenValidity,
    AuthSessionValidity = 3,
    EnableTokenRevocation = true,
    ExplicitAuthFlows = DEFAULT_FLOWS,
    GenerateSecret = false,
    IdTokenValidity,
    PreventUserExistenceErrors,
    ReadAttributes,
    RefreshTokenRotation,
    RefreshTokenValidity,
    SupportedIdentityProviders = ['COGNITO'],
    TokenValidityUnits = {},
    UserPoolId,
  } = properties as unknown as UserPoolClientProperties;
  refuseOtherProperties(properties, [...EMULATED, ...FOR_SELF_SERVICE, ...FOR_HOSTED_PAGES], 'a Cognito app client');
  if (GenerateSecret) unsupported('a Cognito app client with a secret');
  if (!EnableTokenRevocation) unsupported('EnableTokenRevocation false of a Cognito app client');
  if (RefreshTokenRotation?.Feature === 'ENABLED') unsupported('RefreshTokenRotation of a Cognito app client');
  for (const provider of SupportedIdentityProviders) {
    if (provider !== 'COGNITO') unsupported(`the identity provider ${provider} of a Cognito app client`);
  }
  return {
    id,
    userPoolId: UserPoolId,
    authFlows: new Set(ExplicitAuthFlows),
    accessTokenSeconds: secondsOf(AccessTokenValidity, TokenValidityUnits.AccessToken ?? 'hours', 3600),
    idTokenSeconds: secondsOf(IdTokenValidity, TokenValidityUnits.IdToken ?? 'hours', 3600),
    refreshTokenSeconds: secondsOf(RefreshTokenValidity, TokenValidityUnits.RefreshToken ?? 'days', 30 * 86_400),
    authSessionSeconds: Number(AuthSessionValidity) * 60,
    hidesMissingUsers: PreventUserExistenceErrors === 'ENABLED',
    readAttributes: ReadAttributes && new Set(ReadAttributes),
  };
}

function secondsOf(validity: number | undefined, unit: string, defaultSeconds: number): number {
  // Zero is CloudFormation's way of saying "the default".
  return validity ? Number(validity) * (UNIT_SECONDS[unit] ?? 1) : defaultSeconds;
}

import { AwsError } from '../AwsError.ts';
import type { Cloud } from '../Cloud.ts';
import type { User } from './UserStore.ts';
import type { UserPool } from './UserPool.ts';

/** Why tokens are being made, in the trigger's words. */
export type TokenTriggerSource =
  'TokenGeneration_Authentication' | 'TokenGeneration_NewPasswordChallenge' | 'TokenGeneration_RefreshTokens';

/** What the function may answer under `response.claimsAndScopeOverrideDetails`. */
export interface ClaimsAndScopeOverrideDetails {
  idTokenGeneration?: ClaimOverrides | null;
  accessTokenGeneration?:
    (ClaimOverrides & { scopesToAdd?: string[] | null; scopesToSuppress?: string[] | null }) | null;
  groupOverrideDetails?: { groupsToOverride?: string[] | null } | null;
}

export interface ClaimOverrides {
  claimsToAddOrOverride?: Record<string, unknown> | null;
  claimsToSuppress?: string[] | null;
}

const PRINCIPAL = 'cognito-idp.amazonaws.com';

/**
 * Invokes the pool's pre token generation function with the event that Cognito sends, and answers its overrides;
 * `undefined` when the pool has no such trigger. A sign-in fails with the function: `UserLambdaValidationException` when
 * it threw, `InvalidLambdaResponseException` when its answer is no such event.
 */
export async function invokePreTokenGeneration(
  cloud: Cloud,
  pool: UserPool,
  signIn: {
    user: User;
    groups: readonly string[];
    scopes: readonly string[];
    clientId: string;
    triggerSource: TokenTriggerSource;
    clientMetadata: Record<string, string> | undefined;
  },
): Promise<ClaimsAndScopeOverrideDetails | undefined> {
  const trigger = pool.preTokenGeneration;
  if (!trigger) return undefined;
  const { user, groups, scopes, clientId, triggerSource, clientMetadata } = signIn;
  const event = {
    version: trigger.version,
    triggerSource,
    region: cloud.region,
    userPoolId: pool.id,
    userName: user.username,
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId },
    request: {
      userAttributes: { ...user.attributes, 'cognito:user_status': user.status },
      groupConfiguration: { groupsToOverride: groups, iamRolesToOverride: [], preferredRole: null },
      ...(clientMetadata ? { clientMetadata } : {}),
      scopes,
    },
    response: { claimsAndScopeOverrideDetails: null },
  };
  const outcome = await cloud.invokeLambda(trigger.lambdaArn, event, cloud.callerOfRole(PRINCIPAL));
  if (outcome.functionError) {
    throw new AwsError(
      'UserLambdaValidationException',
      `PreTokenGeneration failed with error ${outcome.functionError.errorMessage}.`,
    );
  }
  const response = (outcome.payload as { response?: { claimsAndScopeOverrideDetails?: unknown } } | null)?.response;
  const details = response?.claimsAndScopeOverrideDetails;
  if (response === undefined || (details !== null && details !== undefined && typeof details !== 'object')) {
    throw new AwsError('InvalidLambdaResponseException', 'Unrecognizable lambda output');
  }
  return details ?? undefined;
}

/** Claims that belong to Cognito; a function that names one has a mistake in it, so the sign-in fails rather than ignore it. */
const RESERVED = new Set(
  `acr amr at_hash aud auth_time azp client_id cognito:username device_key event_id exp iat identities iss jti nbf nonce
   origin_jti scope sub token_use username version`.split(/\s+/),
);

/** `claims` with the function's changes; suppression wins over addition. */
export function overrideClaims(
  claims: Record<string, unknown>,
  overrides: ClaimOverrides | null | undefined,
): Record<string, unknown> {
  const result = { ...claims };
  for (const [name, value] of Object.entries(overrides?.claimsToAddOrOverride ?? {})) {
    refuseReserved(name);
    result[name] = value;
  }
  for (const name of overrides?.claimsToSuppress ?? []) {
    refuseReserved(name);
    delete result[name];
  }
  return result;
}

function refuseReserved(name: string): void {
  if (RESERVED.has(name))
    throw new AwsError('InvalidLambdaResponseException', `The claim ${name} cannot be changed by a trigger`);
}

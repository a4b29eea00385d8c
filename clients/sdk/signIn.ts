import { PayrollClientError } from './PayrollClientError.ts';

export interface UserPoolSignIn {
  /** `https://cognito-idp.<region>.amazonaws.com/`, or the local engine's `http://…/cognito-idp`. */
  userPoolEndpoint: string;
  userPoolClientId: string;
  username: string;
  password: string;
}

interface Tokens {
  accessToken: string;
  expiresAtMs: number;
}

/** Renewed so long before it expires that no request carries a token which dies on the way. */
const MARGIN_MS = 60_000;

/** Signs a user in to the user pool with a password, and again whenever the token is about to expire. */
export function signIn({
  userPoolEndpoint,
  userPoolClientId,
  username,
  password,
}: UserPoolSignIn): (request?: { forceRefresh: boolean }) => Promise<string> {
  let tokens: Promise<Tokens> | undefined;
  const begin = async (): Promise<Tokens> => {
    const response = await fetch(userPoolEndpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
      },
      body: JSON.stringify({
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: username, PASSWORD: password },
        ClientId: userPoolClientId,
      }),
    }).catch((cause: unknown) => {
      throw new PayrollClientError('NETWORK', `${userPoolEndpoint} did not answer.`, { retryable: true, cause });
    });
    const answer = (await response.json()) as {
      AuthenticationResult?: { AccessToken: string; ExpiresIn: number };
      __type?: string;
      message?: string;
    };
    const result = answer.AuthenticationResult;
    if (!result)
      throw new PayrollClientError(
        answer.__type?.split('#').at(-1) ?? 'NotAuthorizedException',
        answer.message ?? `${username} could not sign in.`,
        { retryable: response.status >= 500 },
      );
    return { accessToken: result.AccessToken, expiresAtMs: Date.now() + result.ExpiresIn * 1000 };
  };
  return async ({ forceRefresh } = { forceRefresh: false }) => {
    const asked = tokens;
    const current = await asked?.catch(() => undefined);
    const isStale = forceRefresh || !current || current.expiresAtMs - MARGIN_MS < Date.now();
    // Of many who find the same token stale, the first renews it.
    if (isStale && tokens === asked) tokens = begin();
    return (await (tokens as Promise<Tokens>)).accessToken;
  };
}

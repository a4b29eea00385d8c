import { signIn } from '../sdk/signIn.ts';
import type { GraphiqlConfig, SampleUser } from './readConfig.ts';

/** As whom operations are sent. */
export interface Identity {
  /** What the request sends as `Authorization`; rejects when the sign-in fails. */
  token(): Promise<string>;
}

/** A sample user, signed in to the user pool when the first operation is sent. */
export function userIdentity(
  { userPoolEndpoint, userPoolClientId }: GraphiqlConfig,
  { username, password }: SampleUser,
): Identity {
  return { token: signIn({ userPoolEndpoint, userPoolClientId, username, password }) };
}

/** A partner application with the secret of its API key; `''` while nobody has given one. */
export function partnerIdentity(secret: string): Identity {
  return {
    token: async () => {
      if (secret === '') throw new Error('Give the secret of an API key first.');
      return `key ${secret}`;
    },
  };
}

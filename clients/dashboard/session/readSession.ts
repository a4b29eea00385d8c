import { fetchAuthSession } from 'aws-amplify/auth';
import type { Session } from './Session.ts';

/** The session of this tab; undefined when nobody is signed in. */
export async function readSession(): Promise<Session | undefined> {
  const { tokens } = await fetchAuthSession();
  if (!tokens) return undefined;
  const { accessToken, idToken } = tokens;
  const groups = accessToken.payload['cognito:groups'];
  return {
    userId: accessToken.payload.sub ?? '',
    username: textOf(idToken?.payload['email']) || textOf(accessToken.payload['username']),
    companyId: textOf(accessToken.payload['companyId']),
    groups: Array.isArray(groups) ? groups.map(String) : [],
  };
}

const textOf = (claim: unknown): string => (typeof claim === 'string' ? claim : '');

import { apiKeyIdOf, getApiKey } from '../table/apiKey.ts';

interface AuthorizerEvent {
  authorizationToken: string;
}

interface AuthorizerAnswer {
  isAuthorized: boolean;
  /** Flat strings; resolvers read them as `ctx.identity.resolverContext`. */
  resolverContext?: { companyId: string; actor: string; owner: string; scopes: string };
  ttlOverride?: number;
}

/** A revoked key may go on for this long, because AppSync keeps the answer. */
const KEEP_SECONDS = 60;

/** A partner sends `Authorization: key <secret>`: not a JWT, not SigV4, so AppSync asks this function. */
const SCHEME = 'key ';

/** The Lambda authorizer: lets a partner application in by its API key, as its own company and with its own scopes. */
export const handler = async ({ authorizationToken }: AuthorizerEvent): Promise<AuthorizerAnswer> => {
  if (!authorizationToken.startsWith(SCHEME)) return { isAuthorized: false, ttlOverride: 0 };
  const record = await getApiKey(apiKeyIdOf(authorizationToken.slice(SCHEME.length)));
  if (!record || record.revokedAt !== undefined) return { isAuthorized: false, ttlOverride: 0 };
  return {
    isAuthorized: true,
    resolverContext: {
      companyId: record.companyId,
      actor: `key:${record.apiKeyId.slice(0, 12)}`,
      owner: record.createdBy,
      scopes: record.scopes.join(' '),
    },
    ttlOverride: KEEP_SECONDS,
  };
};

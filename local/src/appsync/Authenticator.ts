import type { Caller } from '../Caller.ts';
import type { Cloud } from '../Cloud.ts';
import { unauthorized } from '../unauthorized.ts';
import { unsupported } from '../unsupported.ts';
import type { ApiDescription, AuthenticationProvider, AuthenticationType, UserPoolConfig } from './ApiDescription.ts';
import { LambdaAuthorizer, type AuthorizedRequest } from './LambdaAuthorizer.ts';
import type { Requester } from './Requester.ts';
import type { Claims, UserPoolTokens } from './UserPoolTokens.ts';
import type { SignedRequest, VerifySigV4 } from './VerifySigV4.ts';

/** A request whose credentials are to be checked; `graphql` is for a Lambda authorizer to see. */
export interface Credentials {
  signed: SignedRequest;
  sourceIp: string;
  graphql: Omit<AuthorizedRequest, 'headers'>;
}

export interface AuthenticatorPorts {
  userPoolTokens: UserPoolTokens;
  verifySigV4: VerifySigV4;
}

/** Finds out who sends a request, by whichever of the API's modes its headers point to. */
export class Authenticator {
  readonly #description: ApiDescription;
  readonly #ports: AuthenticatorPorts;
  readonly #cloud: Cloud;
  readonly #modes: ReadonlySet<AuthenticationType>;
  readonly #userPools: readonly UserPoolConfig[];
  readonly #lambdaAuthorizer: LambdaAuthorizer | undefined;

  constructor(description: ApiDescription, ports: AuthenticatorPorts, cloud: Cloud) {
    const { AdditionalAuthenticationProviders: additional = [], ...main } = description.authentication;
    const providers: AuthenticationProvider[] = [main, ...additional];
    this.#description = description;
    this.#ports = ports;
    this.#cloud = cloud;
    this.#modes = new Set(providers.map((provider) => provider.AuthenticationType));
    if (this.#modes.has('OPENID_CONNECT')) unsupported('the AppSync authentication type OPENID_CONNECT');
    this.#userPools = providers.flatMap((provider) => provider.UserPoolConfig ?? []);
    const authorizer = providers.find((provider) => provider.LambdaAuthorizerConfig)?.LambdaAuthorizerConfig;
    this.#lambdaAuthorizer = authorizer && new LambdaAuthorizer(description.apiId, authorizer, cloud);
  }

  /** Throws `AwsError` `UnauthorizedException`. */
  async authenticate({ signed, sourceIp, graphql }: Credentials): Promise<Requester> {
    const { authorization = '', 'x-api-key': apiKey } = signed.headers;
    if (authorization.startsWith('AWS4-HMAC-SHA256')) {
      return this.ofCaller(await this.#ports.verifySigV4(signed), sourceIp);
    }
    if (apiKey !== undefined) return this.#ofApiKey(apiKey);
    const jwt = authorization.replace(/^Bearer /, '');
    const pool = this.#poolOf(jwt);
    if (pool) return this.#ofClaims(await this.#ports.userPoolTokens.verify(jwt), pool, sourceIp);
    const isBearer = authorization !== jwt && this.#userPools.length > 0;
    if (this.#lambdaAuthorizer && authorization !== '' && !isBearer) {
      return this.#lambdaAuthorizer.authorize(authorization, { ...graphql, headers: signed.headers });
    }
    throw unauthorized('Valid authorization header not provided.');
  }

  /** An identity that already has been checked. Throws when the API has no AWS_IAM mode. */
  ofCaller(caller: Caller, sourceIp: string): Requester {
    if (!this.#modes.has('AWS_IAM')) throw unauthorized();
    const [, , , , accountId = this.#cloud.accountId, resource = ''] = caller.arn.split(':');
    const identity = {
      accountId,
      cognitoIdentityPoolId: null,
      cognitoIdentityId: null,
      sourceIp: [sourceIp],
      username: resource.split('/').slice(1).join(':'),
      userArn: caller.arn,
      cognitoIdentityAuthType: null,
      cognitoIdentityAuthProvider: null,
    };
    return { mode: 'AWS_IAM', identity, groups: [], deniedFields: [], caller };
  }

  #ofApiKey(key: string): Requester {
    const known = (this.#description.apiKeys ?? []).find((candidate) => candidate.key === key);
    const isGood = known && this.#cloud.clock.now() < known.expiresAtSeconds * 1000;
    if (!isGood || !this.#modes.has('API_KEY')) throw unauthorized();
    return { mode: 'API_KEY', identity: null, groups: [], deniedFields: [] };
  }

  /** The pool that a token says it comes from; its signature is checked later. */
  #poolOf(jwt: string): UserPoolConfig | undefined {
    const [, payload, , ...rest] = jwt.split('.');
    if (!payload || rest.length > 0) return undefined;
    try {
      const { iss } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { iss?: string };
      return this.#userPools.find((pool) => iss?.endsWith(`/${pool.UserPoolId}`));
    } catch {
      return undefined;
    }
  }

  #ofClaims(claims: Claims, pool: UserPoolConfig, sourceIp: string): Requester {
    const clientId = claims['client_id'] ?? claims['aud'];
    if (
      pool.AppIdClientRegex &&
      !new RegExp(pool.AppIdClientRegex).test(typeof clientId === 'string' ? clientId : '')
    ) {
      throw unauthorized();
    }
    const groups = Array.isArray(claims['cognito:groups']) ? claims['cognito:groups'].map(String) : null;
    const identity = {
      sub: claims['sub'],
      issuer: claims['iss'],
      username: claims['username'] ?? claims['cognito:username'],
      claims,
      sourceIp: [sourceIp],
      defaultAuthStrategy: pool.DefaultAction ?? 'ALLOW',
      groups,
    };
    return { mode: 'AMAZON_COGNITO_USER_POOLS', identity, groups: groups ?? [], deniedFields: [] };
  }
}

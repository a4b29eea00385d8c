import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  randomUUID,
  type KeyObject,
} from 'node:crypto';
import { calculateJwkThumbprint, decodeJwt, errors, exportJWK, jwtVerify, SignJWT, type JWK } from 'jose';
import type { Cloud } from '../Cloud.ts';
import { unauthorized } from '../unauthorized.ts';
import { invokePreTokenGeneration, overrideClaims, type TokenTriggerSource } from './preTokenGeneration.ts';
import type { UserPool } from './UserPool.ts';
import type { UserPoolClient } from './UserPoolClient.ts';
import type { User, UserStore } from './UserStore.ts';

/** The `AuthenticationResult` of Cognito's answers. */
export interface AuthenticationResult {
  AccessToken: string;
  IdToken: string;
  RefreshToken?: string;
  /** Seconds. */
  ExpiresIn: number;
  TokenType: 'Bearer';
}

/** For whom and on what occasion tokens are made. */
export interface TokenRequest {
  pool: UserPool;
  client: UserPoolClient;
  user: User;
  originJti: string;
  authTimeSeconds: number;
  triggerSource: TokenTriggerSource;
  clientMetadata: Record<string, string> | undefined;
}

export type Claims = Record<string, unknown>;

interface SigningKey {
  privateKey: KeyObject;
  publicKey: KeyObject;
  jwk: JWK;
}

/** The one scope of tokens that come from the API and not from the hosted pages. */
const SCOPE = 'aws.cognito.signin.user.admin';
const BOOLEAN_ATTRIBUTES = new Set(['email_verified', 'phone_number_verified']);
const MAX_VERIFIED_TOKENS = 2_000;

/** Makes and checks the JSON Web Tokens of every pool; each pool signs with a key of its own, kept in the data directory. */
export class Tokens {
  readonly #cloud: Cloud;
  readonly #store: UserStore;
  readonly #issuerBase: string;
  readonly #keys = new Map<string, Promise<SigningKey>>();
  /** Tokens whose signature has been checked: a dashboard sends the same one with every request. */
  readonly #verified = new Map<string, Claims>();

  constructor(cloud: Cloud, store: UserStore, issuerBase: string) {
    this.#cloud = cloud;
    this.#store = store;
    this.#issuerBase = issuerBase;
  }

  issuerOf(userPoolId: string): string {
    return `${this.#issuerBase}/${userPoolId}`;
  }

  /** The tokens of a new sign-in, with a refresh token that is remembered. */
  async signIn(request: Omit<TokenRequest, 'originJti' | 'authTimeSeconds'>): Promise<AuthenticationResult> {
    const { pool, client, user } = request;
    const nowMs = this.#cloud.clock.now();
    const originJti = randomUUID();
    const authTimeSeconds = Math.floor(nowMs / 1000);
    const result = await this.issue({ ...request, originJti, authTimeSeconds });
    const refreshToken = randomBytes(96).toString('base64url');
    const expiresAtMs = nowMs + client.refreshTokenSeconds * 1000;
    const signIn = {
      originJti,
      userPoolId: pool.id,
      clientId: client.id,
      username: user.username,
      authTimeSeconds,
      expiresAtMs,
    };
    this.#store.putSignIn(signIn, refreshToken, nowMs);
    return { ...result, RefreshToken: refreshToken };
  }

  /** An access and an ID token, as the pre token generation trigger wants them. */
  async issue(request: TokenRequest): Promise<AuthenticationResult> {
    const { pool, client, user, originJti, authTimeSeconds, triggerSource, clientMetadata } = request;
    const ownGroups = this.#store.groupsOf(user);
    const details = await invokePreTokenGeneration(this.#cloud, pool, {
      user,
      groups: ownGroups,
      scopes: [SCOPE],
      clientId: client.id,
      triggerSource,
      clientMetadata,
    });
    const groups = details?.groupOverrideDetails?.groupsToOverride ?? ownGroups;
    const { idTokenGeneration, accessTokenGeneration } = details ?? {};
    const suppressed = new Set(accessTokenGeneration?.scopesToSuppress);
    const scopes = [SCOPE, ...(accessTokenGeneration?.scopesToAdd ?? [])].filter((scope) => !suppressed.has(scope));
    const iat = Math.floor(this.#cloud.clock.now() / 1000);
    const shared = {
      sub: user.attributes['sub'],
      ...(groups.length > 0 ? { 'cognito:groups': groups } : {}),
      iss: this.issuerOf(pool.id),
      origin_jti: originJti,
      event_id: randomUUID(),
      auth_time: authTimeSeconds,
      iat,
    };
    const access = {
      ...shared,
      client_id: client.id,
      token_use: 'access',
      scope: scopes.join(' '),
      exp: iat + client.accessTokenSeconds,
      jti: randomUUID(),
      username: user.username,
    };
    const id = {
      ...visibleAttributes(user, client),
      ...shared,
      'cognito:username': user.username,
      aud: client.id,
      token_use: 'id',
      exp: iat + client.idTokenSeconds,
      jti: randomUUID(),
    };
    return {
      AccessToken: await this.#sign(pool.id, overrideClaims(access, accessTokenGeneration)),
      IdToken: await this.#sign(pool.id, overrideClaims(id, idTokenGeneration)),
      ExpiresIn: client.accessTokenSeconds,
      TokenType: 'Bearer',
    };
  }

  /**
   * The claims of a token of `userPoolId` that is signed, current and of either use. Throws `UnauthorizedException` (401)
   * in AppSync's words. Says nothing about revocation: like AppSync, it takes a token until it expires.
   */
  async verify(userPoolId: string, jwt: string): Promise<Claims> {
    const nowMs = this.#cloud.clock.now();
    let claims = this.#verified.get(jwt);
    if (!claims) {
      claims = await this.#verifySignature(userPoolId, jwt, nowMs);
      const [oldest] = this.#verified.keys();
      if (this.#verified.size >= MAX_VERIFIED_TOKENS && oldest !== undefined) this.#verified.delete(oldest);
      this.#verified.set(jwt, claims);
    }
    if (claims['iss'] !== this.issuerOf(userPoolId)) throw unauthorized();
    if (Number(claims['exp']) * 1000 <= nowMs) throw unauthorized('Token has expired.');
    return claims;
  }

  /** The pool named in a token's issuer; proves nothing. Throws `UnauthorizedException` for what is no token. */
  userPoolIdOf(jwt: string): string {
    try {
      const { iss = '' } = decodeJwt(jwt);
      return iss.slice(iss.lastIndexOf('/') + 1);
    } catch {
      throw unauthorized('Unable to parse JWT token.');
    }
  }

  /** The public keys by which anybody can check the pool's tokens. */
  async jwks(userPoolId: string): Promise<{ keys: JWK[] }> {
    return { keys: [(await this.#key(userPoolId)).jwk] };
  }

  async #verifySignature(userPoolId: string, jwt: string, nowMs: number): Promise<Claims> {
    const { publicKey } = await this.#key(userPoolId);
    try {
      const options = { issuer: this.issuerOf(userPoolId), algorithms: ['RS256'], currentDate: new Date(nowMs) };
      return (await jwtVerify(jwt, publicKey, options)).payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw unauthorized('Token has expired.');
      throw unauthorized();
    }
  }

  async #sign(userPoolId: string, claims: Claims): Promise<string> {
    const { privateKey, jwk } = await this.#key(userPoolId);
    return new SignJWT(claims).setProtectedHeader({ kid: jwk.kid ?? '', alg: 'RS256' }).sign(privateKey);
  }

  #key(userPoolId: string): Promise<SigningKey> {
    let key = this.#keys.get(userPoolId);
    if (!key) this.#keys.set(userPoolId, (key = this.#loadKey(userPoolId)));
    return key;
  }

  async #loadKey(userPoolId: string): Promise<SigningKey> {
    const pem = this.#store.signingKey(userPoolId, () => {
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      return String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
    });
    const privateKey = createPrivateKey(pem);
    const publicKey = createPublicKey(privateKey);
    const jwk = await exportJWK(publicKey);
    return { privateKey, publicKey, jwk: { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'RS256', use: 'sig' } };
  }
}

function visibleAttributes(user: User, client: UserPoolClient): Claims {
  const visible: Claims = {};
  for (const [name, value] of Object.entries(user.attributes)) {
    if (client.readAttributes && !client.readAttributes.has(name)) continue;
    visible[name] = BOOLEAN_ATTRIBUTES.has(name) ? value === 'true' : value;
  }
  return visible;
}

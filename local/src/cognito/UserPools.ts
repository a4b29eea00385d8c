import { AwsError } from '../AwsError.ts';
import type { AwsService } from '../AwsService.ts';
import { authorize, type Caller } from '../Caller.ts';
import type { Cloud } from '../Cloud.ts';
import type { HttpAnswer } from '../gateway/HttpExchange.ts';
import { refuseOtherProperties } from '../refuseOtherProperties.ts';
import { unauthorized } from '../unauthorized.ts';
import { unsupported } from '../unsupported.ts';
import { AuthFlows, type AuthContext } from './AuthFlows.ts';
import { checkPasswordPolicy } from './passwords.ts';
import { Tokens, type Claims } from './Tokens.ts';
import { acceptedWithoutEffect, userPoolOf, type UserPool } from './UserPool.ts';
import { userPoolClientOf, type UserPoolClient } from './UserPoolClient.ts';
import { Users } from './Users.ts';
import { UserStore, type User } from './UserStore.ts';

type Input = Readonly<Record<string, unknown>>;

/** Amazon Cognito user pools: the calls that aws-amplify's Auth makes, and those by which an administrator adds people. */
export class UserPools implements AwsService {
  readonly targetPrefix = 'AWSCognitoIdentityProviderService';
  readonly contentType = 'application/x-amz-json-1.1';
  /** Properties that are accepted but change nothing here, each with its reason: start-up may show them. */
  readonly notEmulated: string[] = [];
  readonly #cloud: Cloud;
  readonly #store: UserStore;
  readonly #users: Users;
  readonly #tokens: Tokens;
  readonly #flows: AuthFlows;
  readonly #pools = new Map<string, UserPool>();
  readonly #clients = new Map<string, UserPoolClient>();
  readonly #groups = new Map<string, Set<string>>();

  /** @param issuerBase what a token's `iss` starts with, without the pool id; keys are served under `<iss>/.well-known/` */
  constructor(cloud: Cloud, { issuerBase }: { issuerBase: string }) {
    this.#cloud = cloud;
    this.#store = new UserStore(cloud.dataDirectory);
    this.#users = new Users(cloud.clock, this.#store);
    this.#tokens = new Tokens(cloud, this.#store, issuerBase);
    this.#flows = new AuthFlows(cloud, this.#store, this.#users, this.#tokens);
  }

  /** @param userPoolId what `Ref` gives; Amplify needs the form `us-east-1_AbCdEfGhI` */
  defineUserPool(userPoolId: string, properties: Input): UserPool {
    const arn = `arn:aws:cognito-idp:${this.#cloud.region}:${this.#cloud.accountId}:userpool/${userPoolId}`;
    const pool = userPoolOf(userPoolId, arn, properties);
    this.#pools.set(userPoolId, pool);
    this.#groups.set(userPoolId, new Set());
    this.notEmulated.push(
      ...acceptedWithoutEffect(properties).map((line) => `Cognito user pool ${userPoolId}, ${line}`),
    );
    return pool;
  }

  /** @param clientId what `Ref` gives; the pool must have been defined */
  defineClient(clientId: string, properties: Input): UserPoolClient {
    const client = userPoolClientOf(clientId, properties);
    this.#pool(client.userPoolId);
    this.#clients.set(clientId, client);
    return client;
  }

  defineGroup(properties: Input): void {
    // Precedence chooses between the groups' IAM roles, and a group with a role is refused.
    refuseOtherProperties(properties, ['Description', 'GroupName', 'Precedence', 'UserPoolId'], 'a Cognito group');
    const { GroupName, UserPoolId } = properties;
    this.#groupsOf(this.#pool(String(UserPoolId))).add(String(GroupName));
  }

  /** The users' tokens, for AppSync: claims, or `UnauthorizedException` (401). `userPoolId` narrows it to one pool. */
  async verify(jwt: string, userPoolId: string = this.#tokens.userPoolIdOf(jwt)): Promise<Claims> {
    if (!this.#pools.has(userPoolId)) throw unauthorized();
    const claims = await this.#tokens.verify(userPoolId, jwt);
    const use = claims['token_use'];
    const clientId = use === 'access' ? claims['client_id'] : use === 'id' ? claims['aud'] : undefined;
    if (typeof clientId !== 'string' || this.#clients.get(clientId)?.userPoolId !== userPoolId) throw unauthorized();
    return claims;
  }

  /** The public documents by which any library checks our tokens. */
  async wellKnown(path: string): Promise<HttpAnswer | undefined> {
    const [, userPoolId = '', document] =
      /^\/([^/]+)\/\.well-known\/(jwks\.json|openid-configuration)$/.exec(path) ?? [];
    if (!this.#pools.has(userPoolId)) return undefined;
    const issuer = this.#tokens.issuerOf(userPoolId);
    const body =
      document === 'jwks.json'
        ? await this.#tokens.jwks(userPoolId)
        : {
            id_token_signing_alg_values_supported: ['RS256'],
            issuer,
            jwks_uri: `${issuer}/.well-known/jwks.json`,
            response_types_supported: ['code', 'token'],
            scopes_supported: ['openid', 'email', 'phone', 'profile'],
            subject_types_supported: ['public'],
          };
    return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  }

  async call(operation: string, input: Input, caller: Caller): Promise<unknown> {
    const answer = this.#operations[operation] ?? unsupported(`${operation} of Cognito`);
    return answer(input, caller);
  }

  get operations(): readonly string[] {
    return Object.keys(this.#operations);
  }

  readonly #operations: Readonly<Record<string, (input: Input, caller: Caller) => unknown>> = {
    InitiateAuth: (input) =>
      this.#flows.initiate(this.#context(input), text(input, 'AuthFlow'), texts(input, 'AuthParameters')),
    RespondToAuthChallenge: (input) => {
      const session = typeof input['Session'] === 'string' ? input['Session'] : '';
      const answers = texts(input, 'ChallengeResponses');
      return this.#flows.respond(this.#context(input), text(input, 'ChallengeName'), answers, session);
    },
    GetTokensFromRefreshToken: (input) => this.#flows.refresh(this.#context(input), text(input, 'RefreshToken')),
    RevokeToken: (input) => this.#revokeToken(input),
    GlobalSignOut: (input) => this.#globalSignOut(input),
    GetUser: (input) => this.#getUser(input),
    SignUp: (input) => {
      if (!this.#context(input).pool.allowsOnlyAdminCreation)
        unsupported('SignUp of Cognito: it mails a code, and no mail leaves this machine');
      throw new AwsError('NotAuthorizedException', 'SignUp is not permitted for this user pool');
    },
    AdminCreateUser: (input, caller) =>
      this.#adminCreateUser(input, this.#administered('AdminCreateUser', input, caller)),
    AdminSetUserPassword: (input, caller) =>
      this.#adminSetUserPassword(input, this.#administered('AdminSetUserPassword', input, caller)),
    AdminAddUserToGroup: (input, caller) =>
      this.#adminAddUserToGroup(input, this.#administered('AdminAddUserToGroup', input, caller)),
    AdminRemoveUserFromGroup: (input, caller) => {
      const pool = this.#administered('AdminRemoveUserFromGroup', input, caller);
      this.#store.leaveGroup(this.#users.get(pool, text(input, 'Username')), this.#groupOf(input, pool));
    },
    AdminDisableUser: (input, caller) =>
      this.#enable(false, input, this.#administered('AdminDisableUser', input, caller)),
    AdminEnableUser: (input, caller) => this.#enable(true, input, this.#administered('AdminEnableUser', input, caller)),
    AdminUserGlobalSignOut: (input, caller) => {
      const pool = this.#administered('AdminUserGlobalSignOut', input, caller);
      this.#store.revokeAll(pool.id, this.#users.get(pool, text(input, 'Username')).username);
      return {};
    },
    AdminDeleteUser: (input, caller) => {
      const pool = this.#administered('AdminDeleteUser', input, caller);
      this.#store.deleteUser(this.#users.get(pool, text(input, 'Username')));
    },
    AdminGetUser: (input, caller) => {
      const user = this.#users.get(this.#administered('AdminGetUser', input, caller), text(input, 'Username'));
      return { Username: user.username, UserAttributes: attributeList(user.attributes), ...userFacts(user) };
    },
  };

  close(): void {
    this.#store.close();
  }

  #revokeToken(input: Input): void {
    const { client } = this.#context(input);
    const signIn = this.#store.signInOfRefreshToken(text(input, 'Token'));
    if (!signIn) throw new AwsError('UnsupportedTokenTypeException', 'Unsupported token type');
    if (signIn.clientId !== client.id) throw new AwsError('UnauthorizedException', 'Invalid client for this token');
    this.#store.revoke(signIn.originJti);
  }

  async #globalSignOut(input: Input): Promise<Record<string, never>> {
    const { pool, user } = await this.#signedIn(input);
    this.#store.revokeAll(pool.id, user.username);
    return {};
  }

  async #getUser(input: Input): Promise<unknown> {
    const { user, client } = await this.#signedIn(input);
    const visible = Object.entries(user.attributes).filter(
      ([name]) => name === 'sub' || (client.readAttributes?.has(name) ?? true),
    );
    return { Username: user.username, UserAttributes: attributeList(Object.fromEntries(visible)) };
  }

  /** The owner of `AccessToken`; unlike AppSync, Cognito's own operations know which tokens have been revoked. */
  async #signedIn(input: Input): Promise<{ pool: UserPool; client: UserPoolClient; user: User }> {
    let claims: Claims;
    try {
      claims = await this.verify(text(input, 'AccessToken'));
    } catch (error) {
      const isExpired = error instanceof AwsError && error.message === 'Token has expired.';
      throw new AwsError('NotAuthorizedException', isExpired ? 'Access Token has expired' : 'Invalid Access Token');
    }
    if (claims['token_use'] !== 'access') throw new AwsError('NotAuthorizedException', 'Invalid Access Token');
    if (this.#store.isRevoked(String(claims['origin_jti']))) {
      throw new AwsError('NotAuthorizedException', 'Access Token has been revoked');
    }
    const client = this.#client(String(claims['client_id']));
    const pool = this.#pool(client.userPoolId);
    return { pool, client, user: this.#users.get(pool, String(claims['username'])) };
  }

  async #adminCreateUser(input: Input, pool: UserPool): Promise<unknown> {
    if (input['MessageAction'] !== 'SUPPRESS')
      unsupported('the invitation of AdminCreateUser (no mail leaves this machine; say MessageAction SUPPRESS)');
    const attributes: Record<string, string> = {};
    for (const { Name, Value = '' } of (input['UserAttributes'] ?? []) as { Name: string; Value?: string }[])
      attributes[Name] = Value;
    const temporaryPassword = input['TemporaryPassword'] === undefined ? undefined : text(input, 'TemporaryPassword');
    const user = await this.#users.create(pool, text(input, 'Username'), attributes, temporaryPassword);
    return { User: { Username: user.username, Attributes: attributeList(user.attributes), ...userFacts(user) } };
  }

  async #adminSetUserPassword(input: Input, pool: UserPool): Promise<Record<string, never>> {
    const user = this.#users.get(pool, text(input, 'Username'));
    const password = text(input, 'Password');
    checkPasswordPolicy(password, pool.passwordPolicy);
    await this.#users.setPassword(
      pool,
      user,
      password,
      input['Permanent'] === true ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD',
    );
    return {};
  }

  #adminAddUserToGroup(input: Input, pool: UserPool): void {
    const user = this.#users.get(pool, text(input, 'Username'));
    this.#store.joinGroup(user, this.#groupOf(input, pool));
  }

  #groupOf(input: Input, pool: UserPool): string {
    const group = text(input, 'GroupName');
    if (!this.#groupsOf(pool).has(group)) throw new AwsError('ResourceNotFoundException', 'Group not found.');
    return group;
  }

  /** Whoever is shut out is signed out as well: only access tokens that AppSync reads by themselves last to their end. */
  #enable(isEnabled: boolean, input: Input, pool: UserPool): Record<string, never> {
    const user = this.#users.get(pool, text(input, 'Username'));
    this.#store.putUser({ ...user, isDisabled: !isEnabled, modifiedAtMs: this.#cloud.clock.now() });
    if (!isEnabled) this.#store.revokeAll(pool.id, user.username);
    return {};
  }

  #administered(operation: string, input: Input, caller: Caller): UserPool {
    const userPoolId = text(input, 'UserPoolId');
    const arn = `arn:aws:cognito-idp:${this.#cloud.region}:${this.#cloud.accountId}:userpool/${userPoolId}`;
    authorize(caller, `cognito-idp:${operation}`, arn);
    return this.#pool(userPoolId);
  }

  #context(input: Input): AuthContext {
    const client = this.#client(text(input, 'ClientId'));
    const clientMetadata = input['ClientMetadata'] === undefined ? undefined : texts(input, 'ClientMetadata');
    return { client, pool: this.#pool(client.userPoolId), clientMetadata };
  }

  #client(clientId: string): UserPoolClient {
    const client = this.#clients.get(clientId);
    if (!client) throw new AwsError('ResourceNotFoundException', `User pool client ${clientId} does not exist.`);
    return client;
  }

  #pool(userPoolId: string): UserPool {
    const pool = this.#pools.get(userPoolId);
    if (!pool) throw new AwsError('ResourceNotFoundException', `User pool ${userPoolId} does not exist.`);
    return pool;
  }

  #groupsOf(pool: UserPool): Set<string> {
    return this.#groups.get(pool.id) ?? new Set();
  }
}

function text(input: Input, name: string): string {
  const value = input[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new AwsError('InvalidParameterException', `Missing required parameter ${name}`);
}

function texts(input: Input, name: string): Record<string, string> {
  const value = input[name];
  if (typeof value !== 'object' || value === null)
    throw new AwsError('InvalidParameterException', `Missing required parameter ${name}`);
  return value as Record<string, string>;
}

function attributeList(attributes: Readonly<Record<string, string>>): { Name: string; Value: string }[] {
  return Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));
}

/** Dates are seconds since the epoch, as in every AWS JSON protocol. */
function userFacts(user: User) {
  return {
    Enabled: user.isDisabled !== true,
    UserStatus: user.status,
    UserCreateDate: user.createdAtMs / 1000,
    UserLastModifiedDate: user.modifiedAtMs / 1000,
  };
}

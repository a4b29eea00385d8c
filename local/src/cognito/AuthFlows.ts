import { createHmac, randomBytes } from 'node:crypto';
import { AwsError } from '../AwsError.ts';
import type { Cloud } from '../Cloud.ts';
import { unsupported } from '../unsupported.ts';
import { Challenges } from './Challenges.ts';
import { checkPasswordPolicy, hashPassword, isPasswordRight } from './passwords.ts';
import type { TokenTriggerSource } from './preTokenGeneration.ts';
import { isIllegalClientValue, isProofRight, makeEphemeral, makeVerifier } from './srp.ts';
import type { AuthenticationResult, Tokens } from './Tokens.ts';
import type { UserPool } from './UserPool.ts';
import type { UserPoolClient } from './UserPoolClient.ts';
import type { Users } from './Users.ts';
import type { User, UserStore } from './UserStore.ts';

/** What InitiateAuth and RespondToAuthChallenge answer: tokens, or the next question. */
export interface AuthAnswer {
  AuthenticationResult?: AuthenticationResult;
  ChallengeName?: string;
  ChallengeParameters: Record<string, string>;
  Session?: string;
}

/** A request's pool and client, found by its `ClientId`, and its `ClientMetadata` for triggers. */
export interface AuthContext {
  pool: UserPool;
  client: UserPoolClient;
  clientMetadata: Record<string, string> | undefined;
}

type Parameters = Readonly<Record<string, string>>;

/** The sealed memory of a USER_SRP_AUTH that awaits its proof. */
interface SrpMemory {
  username: string;
  clientValue: string;
  secret: string;
}

const FREE_ATTEMPTS = 5;
const MAX_LOCK_MS = 15 * 60_000;
const DAY_MS = 24 * 3600 * 1000;

/** The ways to sign in: by password, by Secure Remote Password, and by refresh token. */
export class AuthFlows {
  readonly #cloud: Cloud;
  readonly #store: UserStore;
  readonly #users: Users;
  readonly #tokens: Tokens;
  readonly #challenges: Challenges;
  /** Makes up the salt of a user that does not exist, the same every time. */
  readonly #pretence = randomBytes(32);
  #nobodysHash: Promise<string> | undefined;

  constructor(cloud: Cloud, store: UserStore, users: Users, tokens: Tokens) {
    this.#cloud = cloud;
    this.#store = store;
    this.#users = users;
    this.#tokens = tokens;
    this.#challenges = new Challenges(cloud.clock);
  }

  initiate(context: AuthContext, authFlow: string, parameters: Parameters): Promise<AuthAnswer> {
    switch (authFlow) {
      case 'USER_PASSWORD_AUTH':
        requireFlow(context, authFlow, 'ALLOW_USER_PASSWORD_AUTH');
        return this.#withPassword(context, parameters);
      case 'USER_SRP_AUTH':
        requireFlow(context, authFlow, 'ALLOW_USER_SRP_AUTH');
        return this.#askForProof(context, parameters);
      case 'REFRESH_TOKEN_AUTH':
      case 'REFRESH_TOKEN':
        requireFlow(context, authFlow, 'ALLOW_REFRESH_TOKEN_AUTH');
        return this.refresh(context, required(parameters, 'REFRESH_TOKEN'));
      default:
        unsupported(`the Cognito auth flow ${authFlow}`);
    }
  }

  respond(context: AuthContext, challengeName: string, responses: Parameters, session: string): Promise<AuthAnswer> {
    if (challengeName === 'PASSWORD_VERIFIER') return this.#checkProof(context, responses);
    if (challengeName === 'NEW_PASSWORD_REQUIRED') return this.#setNewPassword(context, responses, session);
    unsupported(`the Cognito challenge ${challengeName}`);
  }

  /** New access and ID tokens of the same sign-in. */
  async refresh(context: AuthContext, refreshToken: string): Promise<AuthAnswer> {
    const { pool, client, clientMetadata } = context;
    const signIn = this.#store.signInOfRefreshToken(refreshToken);
    if (!signIn || signIn.clientId !== client.id) throw notAuthorized('Invalid Refresh Token');
    if (signIn.isRevoked) throw notAuthorized('Refresh Token has been revoked');
    if (signIn.expiresAtMs <= this.#cloud.clock.now()) throw notAuthorized('Refresh Token has expired');
    const user = this.#users.find(pool, signIn.username);
    if (!user) throw notAuthorized('Invalid Refresh Token');
    refuseDisabled(user);
    const { originJti, authTimeSeconds } = signIn;
    const triggerSource = 'TokenGeneration_RefreshTokens';
    const result = await this.#tokens.issue({
      pool,
      client,
      user,
      originJti,
      authTimeSeconds,
      triggerSource,
      clientMetadata,
    });
    return { AuthenticationResult: result, ChallengeParameters: {} };
  }

  async #withPassword(context: AuthContext, parameters: Parameters): Promise<AuthAnswer> {
    const { pool } = context;
    const username = required(parameters, 'USERNAME');
    const password = required(parameters, 'PASSWORD');
    const user = this.#users.find(pool, username);
    if (!user) {
      // As slow as for a user who is there, so that the time does not tell them apart.
      if (context.client.hidesMissingUsers) await isPasswordRight(password, await this.#nobodysPasswordHash());
      throw missingUser(context);
    }
    this.#refuseWhileLocked(user);
    if (!(await isPasswordRight(password, user.passwordHash))) throw this.#failedAttempt(pool, user);
    return this.#afterPassword(context, user);
  }

  #nobodysPasswordHash(): Promise<string> {
    return (this.#nobodysHash ??= hashPassword(randomBytes(24).toString('base64')));
  }

  async #askForProof(context: AuthContext, parameters: Parameters): Promise<AuthAnswer> {
    const { pool, client } = context;
    const given = required(parameters, 'USERNAME');
    const clientValue = required(parameters, 'SRP_A');
    if (isIllegalClientValue(clientValue)) throw new AwsError('InvalidParameterException', 'Invalid SRP_A.');
    const user = this.#users.find(pool, given);
    if (!user && !client.hidesMissingUsers) throw missingUser(context);
    const username = user?.username ?? given;
    const srp = user?.srp ?? this.#pretendedVerifier(pool, given);
    const { secret, publicValue } = makeEphemeral(srp);
    const memory: SrpMemory = { username, clientValue, secret };
    const sealed = await this.#challenges.seal('PASSWORD_VERIFIER', { ...memory }, client.authSessionSeconds);
    return {
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeParameters: {
        SALT: srp.salt,
        SECRET_BLOCK: Buffer.from(sealed).toString('base64'),
        SRP_B: publicValue,
        USERNAME: username,
        USER_ID_FOR_SRP: username,
      },
    };
  }

  async #checkProof(context: AuthContext, responses: Parameters): Promise<AuthAnswer> {
    const { pool } = context;
    const secretBlock = Buffer.from(required(responses, 'PASSWORD_CLAIM_SECRET_BLOCK'), 'base64');
    const memory = await this.#challenges.open<SrpMemory>('PASSWORD_VERIFIER', secretBlock.toString());
    const user = this.#users.find(pool, memory.username);
    if (!user) throw notAuthorized(WRONG_PASSWORD);
    this.#refuseWhileLocked(user);
    const exchange = { ...memory, verifier: user.srp.verifier };
    const timestamp = required(responses, 'TIMESTAMP');
    const message = { srpName: pool.srpName, username: user.username, secretBlock, timestamp };
    if (!isProofRight(exchange, message, required(responses, 'PASSWORD_CLAIM_SIGNATURE')))
      throw this.#failedAttempt(pool, user);
    return this.#afterPassword(context, user);
  }

  /** The password was right: a temporary one must be replaced before there are tokens. */
  async #afterPassword(context: AuthContext, user: User): Promise<AuthAnswer> {
    const { pool, client } = context;
    const nowMs = this.#cloud.clock.now();
    refuseDisabled(user);
    if (user.failedAttempts > 0) this.#store.putUser({ ...user, failedAttempts: 0, lockedUntilMs: 0 });
    if (user.status === 'CONFIRMED') return this.#tokensFor(context, user, 'TokenGeneration_Authentication');
    if (nowMs > user.passwordSetAtMs + pool.temporaryPasswordDays * DAY_MS) {
      throw notAuthorized('Temporary password has expired and must be reset by an administrator.');
    }
    return {
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      ChallengeParameters: {
        USER_ID_FOR_SRP: user.username,
        requiredAttributes: '[]',
        userAttributes: JSON.stringify(user.attributes),
      },
      Session: await this.#challenges.seal(
        'NEW_PASSWORD_REQUIRED',
        { username: user.username },
        client.authSessionSeconds,
      ),
    };
  }

  async #setNewPassword(context: AuthContext, responses: Parameters, session: string): Promise<AuthAnswer> {
    const { username } = await this.#challenges.open<{ username: string }>('NEW_PASSWORD_REQUIRED', session);
    for (const name of Object.keys(responses)) {
      if (name.startsWith('userAttributes.')) unsupported(`${name} in the answer to NEW_PASSWORD_REQUIRED`);
    }
    const password = required(responses, 'NEW_PASSWORD');
    checkPasswordPolicy(password, context.pool.passwordPolicy);
    const user = this.#users.find(context.pool, username);
    // A session is good for one answer: once the password is permanent, it no longer replaces anything.
    if (user) refuseDisabled(user);
    if (user?.status !== 'FORCE_CHANGE_PASSWORD')
      throw notAuthorized('Invalid session for the user, session is expired.');
    const confirmed = await this.#users.setPassword(context.pool, user, password, 'CONFIRMED');
    return this.#tokensFor(context, confirmed, 'TokenGeneration_NewPasswordChallenge');
  }

  async #tokensFor(context: AuthContext, user: User, triggerSource: TokenTriggerSource): Promise<AuthAnswer> {
    return {
      AuthenticationResult: await this.#tokens.signIn({ ...context, user, triggerSource }),
      ChallengeParameters: {},
    };
  }

  #refuseWhileLocked(user: User): void {
    if (user.lockedUntilMs > this.#cloud.clock.now()) throw notAuthorized('Password attempts exceeded');
  }

  /** After five wrong passwords the user is locked for one second, then for twice as long each time, up to 15 minutes. */
  #failedAttempt(pool: UserPool, user: User): AwsError {
    const current = this.#users.find(pool, user.username) ?? user;
    const failedAttempts = current.failedAttempts + 1;
    const lockMs =
      failedAttempts < FREE_ATTEMPTS ? 0 : Math.min(MAX_LOCK_MS, 1000 * 2 ** (failedAttempts - FREE_ATTEMPTS));
    this.#store.putUser({ ...current, failedAttempts, lockedUntilMs: this.#cloud.clock.now() + lockMs });
    return notAuthorized(WRONG_PASSWORD);
  }

  #pretendedVerifier(pool: UserPool, username: string): { salt: string; verifier: string } {
    const salt = createHmac('sha256', this.#pretence).update(`${pool.id}/${username}`).digest('hex').slice(0, 32);
    return { ...makeVerifier(pool.srpName, username, randomBytes(16).toString('hex')), salt };
  }
}

const WRONG_PASSWORD = 'Incorrect username or password.';

function missingUser({ client }: AuthContext): AwsError {
  return client.hidesMissingUsers
    ? notAuthorized(WRONG_PASSWORD)
    : new AwsError('UserNotFoundException', 'User does not exist.');
}

function notAuthorized(message: string): AwsError {
  return new AwsError('NotAuthorizedException', message);
}

function requireFlow({ client }: AuthContext, authFlow: string, permission: string): void {
  if (client.authFlows.has(permission)) return;
  throw new AwsError('InvalidParameterException', `${authFlow} flow not enabled for this client`);
}

function required(parameters: Parameters, name: string): string {
  const value = parameters[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new AwsError('InvalidParameterException', `Missing required parameter ${name}`);
}

function refuseDisabled(user: User): void {
  if (user.isDisabled) throw notAuthorized('User is disabled.');
}

import { randomBytes, randomUUID } from 'node:crypto';
import { AwsError } from '../AwsError.ts';
import type { Clock } from '../Clock.ts';
import { checkPasswordPolicy, hashPassword } from './passwords.ts';
import { makeVerifier } from './srp.ts';
import type { UserPool } from './UserPool.ts';
import type { User, UserStore } from './UserStore.ts';

/** Cognito's standard attributes that an administrator may set. */
const STANDARD_ATTRIBUTES = new Set(
  `address birthdate email email_verified family_name gender given_name locale middle_name name nickname phone_number
   phone_number_verified picture preferred_username profile updated_at website zoneinfo`.split(/\s+/),
);

/** The people of a pool: found, created and given passwords. */
export class Users {
  readonly #clock: Clock;
  readonly #store: UserStore;

  constructor(clock: Clock, store: UserStore) {
    this.#clock = clock;
    this.#store = store;
  }

  /** By username, or by e-mail address where the pool signs in by it. */
  find(pool: UserPool, username: string): User | undefined {
    return this.#store.findUser(pool.id, username, aliasOf(pool, username));
  }

  /** Throws `UserNotFoundException`. */
  get(pool: UserPool, username: string): User {
    const user = this.find(pool, username);
    if (!user) throw new AwsError('UserNotFoundException', 'User does not exist.');
    return user;
  }

  /**
   * Creates a user who must replace the temporary password at the first sign-in; without one, a random one is set that
   * nobody knows. Throws `UsernameExistsException`, `InvalidParameterException`, `InvalidPasswordException`.
   */
  async create(
    pool: UserPool,
    username: string,
    attributes: Readonly<Record<string, string>>,
    temporaryPassword: string | undefined,
  ): Promise<User> {
    for (const name of Object.keys(attributes)) {
      if (STANDARD_ATTRIBUTES.has(name) || pool.customAttributes.has(name)) continue;
      throw new AwsError(
        'InvalidParameterException',
        `Attributes did not conform to the schema: ${name}: Attribute does not exist in the schema.`,
      );
    }
    if (pool.signsInByEmail && !username.includes('@')) {
      throw new AwsError('InvalidParameterException', 'Username should be an email.');
    }
    if (temporaryPassword !== undefined) checkPasswordPolicy(temporaryPassword, pool.passwordPolicy);
    if (this.find(pool, username)) {
      throw new AwsError(
        'UsernameExistsException',
        pool.signsInByEmail ? 'An account with the email already exists.' : 'User account already exists',
      );
    }
    const sub = randomUUID();
    const nowMs = this.#clock.now();
    const user: User = {
      userPoolId: pool.id,
      username: pool.signsInByEmail ? sub : username,
      alias: aliasOf(pool, username),
      status: 'FORCE_CHANGE_PASSWORD',
      attributes: { ...(pool.signsInByEmail ? { email: username } : {}), ...attributes, sub },
      passwordHash: '',
      srp: { salt: '', verifier: '' },
      passwordSetAtMs: nowMs,
      failedAttempts: 0,
      lockedUntilMs: 0,
      createdAtMs: nowMs,
      modifiedAtMs: nowMs,
    };
    return this.setPassword(
      pool,
      user,
      temporaryPassword ?? randomBytes(24).toString('base64'),
      'FORCE_CHANGE_PASSWORD',
    );
  }

  /** Stores what each auth flow needs: a slow hash for passwords that arrive in the open, a verifier for SRP. */
  async setPassword(pool: UserPool, user: User, password: string, status: User['status']): Promise<User> {
    const nowMs = this.#clock.now();
    const changed: User = {
      ...user,
      status,
      passwordHash: await hashPassword(password),
      srp: makeVerifier(pool.srpName, user.username, password),
      passwordSetAtMs: nowMs,
      failedAttempts: 0,
      lockedUntilMs: 0,
      modifiedAtMs: nowMs,
    };
    this.#store.putUser(changed);
    return changed;
  }
}

/** E-mail addresses are the same in any case; usernames too, unless the pool says otherwise. */
function aliasOf(pool: UserPool, username: string): string {
  return pool.isCaseSensitive ? username : username.toLowerCase();
}

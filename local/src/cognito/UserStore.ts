import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { inTransaction } from '../inTransaction.ts';
import { openDatabase } from '../openDatabase.ts';
import type { SrpVerifier } from './srp.ts';

export interface User {
  userPoolId: string;
  username: string;
  /** Lower-case e-mail address where users sign in by it, else the username: unique in the pool, and what sign-in looks for. */
  alias: string;
  status: 'CONFIRMED' | 'FORCE_CHANGE_PASSWORD';
  /** An administrator has shut the user out. Absent in what was stored before there was such a thing. */
  isDisabled?: boolean;
  /** `sub`, `email`, `custom:...`: all values are strings. */
  attributes: Record<string, string>;
  passwordHash: string;
  srp: SrpVerifier;
  passwordSetAtMs: number;
  failedAttempts: number;
  lockedUntilMs: number;
  createdAtMs: number;
  modifiedAtMs: number;
}

/** One sign-in: all tokens that came of it share its `originJti`, and are revoked with it. */
export interface SignIn {
  originJti: string;
  userPoolId: string;
  clientId: string;
  username: string;
  authTimeSeconds: number;
  expiresAtMs: number;
  isRevoked: boolean;
}

type Row = Record<string, string | number | null>;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS users (
    pool_id TEXT NOT NULL, username TEXT NOT NULL, alias TEXT NOT NULL, document TEXT NOT NULL,
    PRIMARY KEY (pool_id, username), UNIQUE (pool_id, alias)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS memberships (
    pool_id TEXT NOT NULL, username TEXT NOT NULL, group_name TEXT NOT NULL, PRIMARY KEY (pool_id, username, group_name)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS sign_ins (
    origin_jti TEXT PRIMARY KEY, token_hash TEXT NOT NULL UNIQUE, pool_id TEXT NOT NULL, client_id TEXT NOT NULL,
    username TEXT NOT NULL, auth_time_seconds INTEGER NOT NULL, expires_at_ms INTEGER NOT NULL, is_revoked INTEGER NOT NULL
  );
  CREATE INDEX IF NOT EXISTS sign_ins_of_user ON sign_ins (pool_id, username);
  CREATE TABLE IF NOT EXISTS signing_keys (pool_id TEXT PRIMARY KEY, pem TEXT NOT NULL);
`;

/** Users, their groups and their sign-ins, in `cognito.sqlite`. Refresh tokens are kept as hashes only. */
export class UserStore {
  readonly #database: DatabaseSync;
  readonly #findUser: StatementSync;
  readonly #putUser: StatementSync;
  readonly #groups: StatementSync;
  readonly #join: StatementSync;
  readonly #leave: StatementSync;
  readonly #deleteUser: StatementSync;
  readonly #deleteMemberships: StatementSync;
  readonly #putSignIn: StatementSync;
  readonly #signInByToken: StatementSync;
  readonly #signInByJti: StatementSync;
  readonly #revoke: StatementSync;
  readonly #revokeAll: StatementSync;
  readonly #forgetExpired: StatementSync;

  constructor(dataDirectory: string) {
    this.#database = openDatabase(join(dataDirectory, 'cognito.sqlite'));
    this.#database.exec(SCHEMA);
    const prepare = (sql: string) => this.#database.prepare(sql);
    this.#findUser = prepare('SELECT document FROM users WHERE pool_id = ?1 AND (username = ?2 OR alias = ?3)');
    this.#putUser = prepare(
      'INSERT INTO users VALUES (?, ?, ?, ?) ON CONFLICT (pool_id, username) DO UPDATE SET document = excluded.document',
    );
    this.#groups = prepare('SELECT group_name FROM memberships WHERE pool_id = ? AND username = ?');
    this.#join = prepare('INSERT OR IGNORE INTO memberships VALUES (?, ?, ?)');
    this.#leave = prepare('DELETE FROM memberships WHERE pool_id = ? AND username = ? AND group_name = ?');
    this.#deleteUser = prepare('DELETE FROM users WHERE pool_id = ? AND username = ?');
    this.#deleteMemberships = prepare('DELETE FROM memberships WHERE pool_id = ? AND username = ?');
    this.#putSignIn = prepare('INSERT INTO sign_ins VALUES (?, ?, ?, ?, ?, ?, ?, 0)');
    this.#signInByToken = prepare('SELECT * FROM sign_ins WHERE token_hash = ?');
    this.#signInByJti = prepare('SELECT * FROM sign_ins WHERE origin_jti = ?');
    this.#revoke = prepare('UPDATE sign_ins SET is_revoked = 1 WHERE origin_jti = ?');
    this.#revokeAll = prepare('UPDATE sign_ins SET is_revoked = 1 WHERE pool_id = ? AND username = ?');
    this.#forgetExpired = prepare('DELETE FROM sign_ins WHERE expires_at_ms < ?');
  }

  /** Finds by username, or by `alias`. */
  findUser(userPoolId: string, username: string, alias: string): User | undefined {
    const row = this.#findUser.get(userPoolId, username, alias) as Row | undefined;
    return row && (JSON.parse(String(row['document'])) as User);
  }

  putUser(user: User): void {
    this.#putUser.run(user.userPoolId, user.username, user.alias, JSON.stringify(user));
  }

  groupsOf(user: User): string[] {
    return (this.#groups.all(user.userPoolId, user.username) as Row[]).map((row) => String(row['group_name']));
  }

  joinGroup(user: User, group: string): void {
    this.#join.run(user.userPoolId, user.username, group);
  }

  leaveGroup(user: User, group: string): void {
    this.#leave.run(user.userPoolId, user.username, group);
  }

  /** Deletes the user and what belongs to them; refresh tokens end with it. */
  deleteUser({ userPoolId, username }: User): void {
    inTransaction(this.#database, () => {
      this.#deleteMemberships.run(userPoolId, username);
      this.#revokeAll.run(userPoolId, username);
      this.#deleteUser.run(userPoolId, username);
    });
  }

  /** Keeps a sign-in under the hash of its refresh token, and forgets those that have run out by `nowMs`. */
  putSignIn(signIn: Omit<SignIn, 'isRevoked'>, refreshToken: string, nowMs: number): void {
    this.#forgetExpired.run(nowMs);
    const { originJti, userPoolId, clientId, username, authTimeSeconds, expiresAtMs } = signIn;
    this.#putSignIn.run(originJti, hashOf(refreshToken), userPoolId, clientId, username, authTimeSeconds, expiresAtMs);
  }

  signInOfRefreshToken(refreshToken: string): SignIn | undefined {
    const row = this.#signInByToken.get(hashOf(refreshToken)) as Row | undefined;
    return row && signInOf(row);
  }

  /** A sign-in that is no longer known has run out, and its tokens with it. */
  isRevoked(originJti: string): boolean {
    const row = this.#signInByJti.get(originJti) as Row | undefined;
    return row === undefined || signInOf(row).isRevoked;
  }

  revoke(originJti: string): void {
    this.#revoke.run(originJti);
  }

  revokeAll(userPoolId: string, username: string): void {
    this.#revokeAll.run(userPoolId, username);
  }

  /** The pool's private key in PEM, made by `make` the first time. */
  signingKey(userPoolId: string, make: () => string): string {
    const find = this.#database.prepare('SELECT pem FROM signing_keys WHERE pool_id = ?');
    const existing = find.get(userPoolId) as Row | undefined;
    if (existing) return String(existing['pem']);
    this.#database.prepare('INSERT OR IGNORE INTO signing_keys VALUES (?, ?)').run(userPoolId, make());
    return String((find.get(userPoolId) as Row)['pem']);
  }

  close(): void {
    this.#database.close();
  }
}

function signInOf(row: Row): SignIn {
  return {
    originJti: String(row['origin_jti']),
    userPoolId: String(row['pool_id']),
    clientId: String(row['client_id']),
    username: String(row['username']),
    authTimeSeconds: Number(row['auth_time_seconds']),
    expiresAtMs: Number(row['expires_at_ms']),
    isRevoked: row['is_revoked'] === 1,
  };
}

function hashOf(refreshToken: string): string {
  return createHash('sha256').update(refreshToken).digest('base64url');
}

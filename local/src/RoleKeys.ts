import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Caller } from './Caller.ts';
import type { RoleCredentials } from './lambda/environmentVariables.ts';

/** What an operator of the local account signs with: any SDK or command line on this machine, allowed everything. */
export const OPERATOR_KEYS = { accessKeyId: 'AKIALOCALOPERATOR000', secretAccessKey: 'local-operator-secret' } as const;

/**
 * The access keys of the local account: temporary ones for each role, which only this process can make, and the operator's
 * well-known ones, good only on this machine because the gateway listens on loopback alone.
 */
export class RoleKeys {
  readonly #secret = randomBytes(32);
  readonly #roles = new Map<string, string>();
  readonly #callerOfRole: (roleArn: string) => Caller;
  readonly operator: Caller;

  constructor(accountId: string, callerOfRole: (roleArn: string) => Caller) {
    this.#callerOfRole = callerOfRole;
    this.operator = { arn: `arn:aws:iam::${accountId}:user/operator`, allows: () => true };
  }

  credentialsOf(roleArn: string): RoleCredentials {
    const accessKeyId = `ASIA${createHash('sha256').update(roleArn).digest('hex').slice(0, 16).toUpperCase()}`;
    this.#roles.set(accessKeyId, roleArn);
    return {
      accessKeyId,
      secretAccessKey: this.#derive(`secret ${accessKeyId}`),
      sessionToken: this.#derive(`session ${accessKeyId}`),
    };
  }

  /** Who holds an access key; `undefined` for a key that was never given out or a session token that does not belong to it. */
  holderOf(
    accessKeyId: string,
    sessionToken: string | undefined,
  ): { secretAccessKey: string; caller: Caller } | undefined {
    if (accessKeyId === OPERATOR_KEYS.accessKeyId)
      return { secretAccessKey: OPERATOR_KEYS.secretAccessKey, caller: this.operator };
    const roleArn = this.#roles.get(accessKeyId);
    if (roleArn === undefined || sessionToken !== this.#derive(`session ${accessKeyId}`)) return undefined;
    return { secretAccessKey: this.#derive(`secret ${accessKeyId}`), caller: this.#callerOfRole(roleArn) };
  }

  #derive(purpose: string): string {
    return createHmac('sha256', this.#secret).update(purpose).digest('base64url');
  }
}

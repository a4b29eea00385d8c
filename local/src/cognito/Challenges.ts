import { randomBytes } from 'node:crypto';
import { EncryptJWT, jwtDecrypt, type JWTPayload } from 'jose';
import { AwsError } from '../AwsError.ts';
import type { Clock } from '../Clock.ts';

/**
 * Sign-ins that wait for an answer. What must be remembered travels to the client and back, sealed with a key of this
 * process, so that a sign-in that nobody finishes leaves nothing behind.
 */
export class Challenges {
  readonly #clock: Clock;
  readonly #key = randomBytes(32);

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** An opaque text that `open` understands for `lifetimeSeconds`. */
  seal(challengeName: string, memory: JWTPayload, lifetimeSeconds: number): Promise<string> {
    return new EncryptJWT(memory)
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setAudience(challengeName)
      .setExpirationTime(Math.floor(this.#clock.now() / 1000) + lifetimeSeconds)
      .encrypt(this.#key);
  }

  /** Throws `NotAuthorizedException` for what was not sealed here for this challenge, or too long ago. */
  async open<Memory>(challengeName: string, sealed: string): Promise<Memory> {
    try {
      const options = { audience: challengeName, currentDate: new Date(this.#clock.now()) };
      return (await jwtDecrypt(sealed, this.#key, options)).payload as Memory;
    } catch {
      throw new AwsError('NotAuthorizedException', 'Invalid session for the user, session is expired.');
    }
  }
}

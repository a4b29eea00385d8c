import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { FieldError } from '../FieldError.ts';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals a `LastEvaluatedKey` into the opaque token that clients page with. A token opens only with the seal that made
 * it, because on AWS one is no good to another resolver's data source or to the SDK.
 */
export class NextToken {
  readonly #key: Buffer;

  constructor(sealedFor: string) {
    this.#key = createHash('sha256').update(sealedFor).digest();
  }

  seal(lastEvaluatedKey: unknown): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.#key, iv);
    const sealed = Buffer.concat([cipher.update(JSON.stringify(lastEvaluatedKey)), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
  }

  /** Throws `FieldError` for a token that this seal did not make. */
  open(token: string): unknown {
    const bytes = Buffer.from(token, 'base64');
    try {
      const decipher = createDecipheriv(CIPHER, this.#key, bytes.subarray(0, IV_BYTES));
      decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      const opened = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
      return JSON.parse(opened.toString()) as unknown;
    } catch {
      throw new FieldError('Invalid pagination token given.', 'BadRequestException');
    }
  }
}

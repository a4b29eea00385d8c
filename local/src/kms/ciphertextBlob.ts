import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AwsError } from '../AwsError.ts';

const VERSION = 1;
const KEY_ID_BYTES = 16;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + KEY_ID_BYTES;

/** AES-256-GCM under `material`. The blob names its key, so that Decrypt needs no `KeyId`. */
export function seal(keyId: string, material: Buffer, plaintext: Buffer, authenticatedData: Buffer): Buffer {
  const header = Buffer.concat([Buffer.from([VERSION]), Buffer.from(keyId.replaceAll('-', ''), 'hex')]);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', material, iv);
  cipher.setAAD(Buffer.concat([header, authenticatedData]));
  const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([header, iv, cipher.getAuthTag(), sealed]);
}

/** The id of the key that a blob was sealed under. Throws `InvalidCiphertextException` for what is no blob. */
export function keyIdOf(blob: Buffer): string {
  if (blob.length < HEADER_BYTES + IV_BYTES + TAG_BYTES || blob[0] !== VERSION) throw invalidCiphertext();
  const hex = blob.toString('hex', 1, HEADER_BYTES);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Throws `InvalidCiphertextException` when a bit of the blob, or of the authenticated data, is not as it was. */
export function unseal(material: Buffer, blob: Buffer, authenticatedData: Buffer): Buffer {
  const ivEnd = HEADER_BYTES + IV_BYTES;
  const tagEnd = ivEnd + TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', material, blob.subarray(HEADER_BYTES, ivEnd));
  decipher.setAuthTag(blob.subarray(ivEnd, tagEnd));
  decipher.setAAD(Buffer.concat([blob.subarray(0, HEADER_BYTES), authenticatedData]));
  const plaintext = decipher.update(blob.subarray(tagEnd));
  try {
    decipher.final();
  } catch {
    throw invalidCiphertext();
  }
  return plaintext;
}

/** AWS says no more than the name, so that nobody learns from it what was wrong. */
function invalidCiphertext(): AwsError {
  return new AwsError('InvalidCiphertextException', '');
}

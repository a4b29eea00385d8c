import { createHash, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { AwsError } from '../AwsError.ts';
import { unsupported } from '../unsupported.ts';

/** A checksum that a client sent with an object, by the name of its header's last word. */
export interface Checksum {
  algorithm: 'crc32' | 'sha1' | 'sha256';
  /** Base64 of the big-endian bytes. */
  value: string;
}

const PREFIX = 'x-amz-checksum-';

/** Request headers under the prefix that carry no checksum. */
const NOT_A_VALUE = new Set(['mode', 'algorithm', 'type']);

/**
 * The checksum among `headers` (request headers, or the trailers of an aws-chunked body), checked against `body`.
 * Throws `BadDigest` when it does not match, so that an object cut short on its way is never stored.
 */
export function verifiedChecksum(headers: Readonly<Record<string, unknown>>, body: Buffer): Checksum | undefined {
  for (const [name, value] of Object.entries(headers)) {
    if (!name.startsWith(PREFIX) || typeof value !== 'string') continue;
    const algorithm = name.slice(PREFIX.length);
    if (NOT_A_VALUE.has(algorithm)) continue;
    if (algorithm !== 'crc32' && algorithm !== 'sha1' && algorithm !== 'sha256') {
      unsupported(`the S3 checksum ${algorithm.toUpperCase()} (CRC32, SHA1 and SHA256 are)`);
    }
    if (!sameBytes(Buffer.from(value, 'base64'), digestOf(algorithm, body))) {
      throw new AwsError(
        'BadDigest',
        `The ${algorithm.toUpperCase()} you specified did not match the calculated checksum.`,
      );
    }
    return { algorithm, value };
  }
  return undefined;
}

/** Checks `Content-MD5`; throws `InvalidDigest` when it is no MD5, `BadDigest` when it is another body's. */
export function verifyContentMd5(declared: unknown, body: Buffer): void {
  if (typeof declared !== 'string') return;
  const bytes = Buffer.from(declared, 'base64');
  if (bytes.length !== 16) throw new AwsError('InvalidDigest', 'The Content-MD5 you specified was invalid.');
  if (sameBytes(bytes, createHash('md5').update(body).digest())) return;
  throw new AwsError('BadDigest', 'The Content-MD5 you specified did not match what we received.');
}

function digestOf(algorithm: Checksum['algorithm'], body: Buffer): Buffer {
  if (algorithm !== 'crc32') return createHash(algorithm).update(body).digest();
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(body));
  return bytes;
}

function sameBytes(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

import { createHash, createHmac, getDiffieHellman, randomBytes, timingSafeEqual } from 'node:crypto';

/*
 * The server's half of the Secure Remote Password protocol 6a as Cognito speaks it (RFC 5054 with SHA-256, the 3072-bit
 * group of RFC 3526, HKDF with the label below). Numbers travel as hexadecimal and are hashed in two's complement, so a
 * leading bit of 1 gets a zero byte before it.
 */

/** What is kept instead of a password: enough to check a proof, not to make one. Hexadecimal. */
export interface SrpVerifier {
  salt: string;
  verifier: string;
}

const N = BigInt(`0x${getDiffieHellman('modp15').getPrime('hex')}`);
const G = 2n;
const K = hashToNumber(padded(N) + padded(G));
const KEY_LABEL = 'Caldera Derived Key';

/** @param srpName the pool id's part after `_`; it and `username` are mixed in, so a verifier is of use in one place only */
export function makeVerifier(srpName: string, username: string, password: string): SrpVerifier {
  const salt = BigInt(`0x${randomBytes(16).toString('hex')}`);
  const identity = createHash('sha256').update(`${srpName}${username}:${password}`).digest('hex');
  const x = hashToNumber(padded(salt) + identity);
  return { salt: salt.toString(16), verifier: modPow(G, x, N).toString(16) };
}

/** The server's ephemeral secret `b` and public `B`. */
export function makeEphemeral({ verifier }: SrpVerifier): { secret: string; publicValue: string } {
  const b = BigInt(`0x${randomBytes(32).toString('hex')}`);
  const publicValue = (K * BigInt(`0x${verifier}`) + modPow(G, b, N)) % N;
  return { secret: b.toString(16), publicValue: publicValue.toString(16) };
}

/** A client value that makes the shared secret the same for every password. */
export function isIllegalClientValue(clientValue: string): boolean {
  return !/^[0-9a-f]+$/i.test(clientValue) || BigInt(`0x${clientValue}`) % N === 0n;
}

/** Whether `signature` (base64) was made by someone who knows the password, over this exchange and no other. */
export function isProofRight(
  exchange: { clientValue: string; secret: string; verifier: string },
  message: { srpName: string; username: string; secretBlock: Buffer; timestamp: string },
  signature: string,
): boolean {
  const A = BigInt(`0x${exchange.clientValue}`);
  const b = BigInt(`0x${exchange.secret}`);
  const v = BigInt(`0x${exchange.verifier}`);
  const B = (K * v + modPow(G, b, N)) % N;
  const u = hashToNumber(padded(A) + padded(B));
  const S = modPow(A * modPow(v, u, N), b, N);
  const pseudoRandomKey = createHmac('sha256', Buffer.from(padded(u), 'hex'))
    .update(Buffer.from(padded(S), 'hex'))
    .digest();
  const key = createHmac('sha256', pseudoRandomKey).update(`${KEY_LABEL}\u0001`).digest().subarray(0, 16);
  const expected = createHmac('sha256', key)
    .update(message.srpName + message.username)
    .update(message.secretBlock)
    .update(message.timestamp)
    .digest();
  const given = Buffer.from(signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function padded(value: bigint): string {
  const hex = value.toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  return /^[89a-f]/.test(even) ? `00${even}` : even;
}

function hashToNumber(hex: string): bigint {
  return BigInt(`0x${createHash('sha256').update(Buffer.from(hex, 'hex')).digest('hex')}`);
}

/** Square and multiply; OpenSSL's Diffie-Hellman would be faster, but first tests its prime for over a second. */
function modPow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** KSUIDs count seconds from 13 May 2014. */
const KSUID_EPOCH_SECONDS = 1_400_000_000;

/** Identifiers whose text order is the order of their instants. */
export const sortableId = {
  /** 26 characters: 48 bits of milliseconds, 80 random bits. */
  ulid: (epochMs: number, randomness: Buffer): string =>
    digits((BigInt(epochMs) << 80n) | BigInt(`0x${randomness.toString('hex')}`), CROCKFORD, 26),
  /** 27 characters: 32 bits of seconds, 128 random bits. */
  ksuid: (epochMs: number, randomness: Buffer): string => {
    const seconds = BigInt(Math.floor(epochMs / 1000) - KSUID_EPOCH_SECONDS);
    return digits((seconds << 128n) | BigInt(`0x${randomness.toString('hex')}`), BASE62, 27);
  },
};

function digits(value: bigint, alphabet: string, length: number): string {
  const base = BigInt(alphabet.length);
  let text = '';
  for (let rest = value, position = 0; position < length; position++, rest /= base) {
    text = `${alphabet[Number(rest % base)] ?? ''}${text}`;
  }
  return text;
}

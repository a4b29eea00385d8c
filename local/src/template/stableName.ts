import { createHash } from 'node:crypto';

const LOWER = 'abcdefghijklmnopqrstuvwxyz0123456789';
const UPPER = LOWER.toUpperCase();
const MIXED = LOWER + 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ALPHABETS = { LOWER, UPPER, MIXED };

/**
 * Characters that look as random as those that AWS puts into ids, but are always the same for the same `seed`, so that
 * what was stored under a name is found again after a restart. At most 32.
 */
export function stableCharacters(seed: string, length: number, alphabet: keyof typeof ALPHABETS): string {
  const letters = ALPHABETS[alphabet];
  const bytes = createHash('sha256').update(seed).digest();
  return Array.from({ length }, (_, index) => letters.charAt((bytes[index] ?? 0) % letters.length)).join('');
}

/** A UUID in the same manner. */
export function stableUuid(seed: string): string {
  const hex = createHash('sha256').update(seed).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/**
 * The name that CloudFormation gives to a resource without one: `<stack>-<logical id>-<12 characters>`, where the
 * logical id is cut so that the whole fits into `maxLength`.
 */
export function stableName(stackName: string, logicalId: string, maxLength: number): string {
  const suffix = stableCharacters(`${stackName}/${logicalId}`, 12, 'UPPER');
  return `${stackName}-${logicalId.slice(0, maxLength - stackName.length - suffix.length - 2)}-${suffix}`;
}

import { createHash, randomUUID } from 'node:crypto';

const HASHES: Readonly<Record<string, string>> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

/** The functions that Step Functions adds to JSONata (developer guide, "Transforming data with JSONata"). */
export function jsonataFunctions(random: () => number): Readonly<Record<string, (...args: never[]) => unknown>> {
  return {
    partition: (array: unknown[] | undefined, size: number) => {
      if (array === undefined) return undefined;
      if (!Number.isInteger(size) || size < 1) throw new Error('$partition needs a positive integer chunk size');
      const chunks: unknown[][] = [];
      for (let start = 0; start < array.length; start += size) chunks.push(array.slice(start, start + size));
      return chunks;
    },
    range: (first: number, last: number, step: number) => {
      if (!step) throw new Error('$range needs a step other than zero');
      const count = Math.floor((last - first) / step) + 1;
      if (count > 1_000) throw new Error('$range returns at most 1000 elements');
      // One number is no list: on AWS a sequence of one is its element.
      if (count === 1) return first;
      return Array.from({ length: Math.max(0, count) }, (_, index) => first + index * step);
    },
    hash: (text: string | undefined, algorithm: string) => {
      if (text === undefined) return undefined;
      const name = HASHES[algorithm];
      if (!name) throw new Error(`$hash knows ${Object.keys(HASHES).join(', ')}, not ${algorithm}`);
      return createHash(name).update(text).digest('hex');
    },
    /** The same seed gives the same number, though not the number that AWS's generator gives for it. */
    random: (seed?: number) => (seed === undefined ? random() : seededRandom(seed)),
    uuid: () => randomUUID(),
    parse: (text: string | undefined) => (text === undefined ? undefined : (JSON.parse(text) as unknown)),
  };
}

function seededRandom(seed: number): number {
  const digest = createHash('sha256').update(String(seed)).digest();
  return digest.readUIntBE(0, 6) / 2 ** 48;
}

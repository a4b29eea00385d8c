import { AwsError } from '../AwsError.ts';

/** What is not secret and must be the same at decryption as at encryption. */
export type EncryptionContext = Readonly<Record<string, string>>;

/** Reads the `EncryptionContext` of a request; absent is empty, as on AWS. */
export function readEncryptionContext(value: unknown): EncryptionContext {
  if (value === undefined || value === null) return {};
  const isMap = typeof value === 'object' && !Array.isArray(value);
  if (!isMap || Object.values(value).some((member) => typeof member !== 'string')) {
    throw new AwsError('SerializationException', 'EncryptionContext must be a map of strings to strings.');
  }
  return value as EncryptionContext;
}

/** The context as additional authenticated data: the order of its pairs does not matter. */
export function authenticatedData(context: EncryptionContext): Buffer {
  const pairs = Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.from(JSON.stringify(pairs));
}

/** The context as policies ask for it: `kms:EncryptionContext:<key>` and `kms:EncryptionContextKeys`. */
export function conditionKeys(context: EncryptionContext): Record<string, string | string[]> {
  const names = Object.keys(context);
  if (names.length === 0) return {};
  return {
    'kms:EncryptionContextKeys': names,
    ...Object.fromEntries(names.map((name) => [`kms:EncryptionContext:${name}`, context[name] ?? ''])),
  };
}

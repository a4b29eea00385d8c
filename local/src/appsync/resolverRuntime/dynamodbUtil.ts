import { toTyped, toTypedMap } from './attributeValues.ts';

type Maybe<T> = T | null | undefined;

/** Null stays null: only `toNull` and `toDynamoDB` make a typed null. */
function typed<T>(type: string): (value: Maybe<T>) => Record<string, T> | null {
  return (value) => (value === null || value === undefined ? null : { [type]: value });
}

/** `util.dynamodb`. */
export const dynamodbUtil = {
  toDynamoDB: toTyped,
  toString: typed<string>('S'),
  toStringSet: typed<string[]>('SS'),
  toNumber: typed<number>('N'),
  toNumberSet: typed<number[]>('NS'),
  toBinary: typed<string>('B'),
  toBinarySet: typed<string[]>('BS'),
  toBoolean: typed<boolean>('BOOL'),
  toNull: () => ({ NULL: null }),
  toList: (value: Maybe<unknown[]>) => (value ? { L: value.map(toTyped) } : null),
  toMap: (value: Maybe<Record<string, unknown>>) => (value ? { M: toTypedMap(value) } : null),
  toMapValues: (value: Maybe<Record<string, unknown>>) => (value ? toTypedMap(value) : null),
  toS3Object: (key: string, bucket: string, region: string, version?: string) => ({
    S: JSON.stringify({ s3: { key, bucket, region, ...(version === undefined ? {} : { version }) } }),
  }),
  fromS3ObjectJson: (text: string) => (JSON.parse(text) as { s3: unknown }).s3,
};

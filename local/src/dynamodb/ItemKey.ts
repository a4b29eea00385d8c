import type { AttributeMap, AttributeValue } from './AttributeValue.ts';
import { numberSortKey } from './decimal.ts';
import { normalizeMap } from './normalizeValue.ts';
import type { IndexDefinition, KeyAttribute, KeySchema, TableDefinition } from './TableDefinition.ts';
import { validationException } from './validationException.ts';

/** A key value in the form in which SQLite's own order (memcmp) is DynamoDB's: UTF-8 text, or bytes. */
export type ColumnKey = string | Uint8Array;

/** The primary key of an item, or of an entry of an index, as two columns. */
export interface ItemKey {
  partition: ColumnKey;
  sort: ColumnKey;
}

/** Stands in the sort column of tables and indexes without a sort key. */
export const NO_SORT_KEY: ColumnKey = '';

const MAX_PARTITION_KEY_BYTES = 2048;
const MAX_SORT_KEY_BYTES = 1024;
const INVALID = 'One or more parameter values were invalid:';
const NOT_VALID = 'One or more parameter values are not valid.';

/** The key that a request gives under `Key`, with exactly the attributes of the key schema. */
export function readKey({ key }: TableDefinition, given: unknown): { key: ItemKey; attributes: AttributeMap } {
  if (typeof given !== 'object' || given === null) {
    throw validationException(
      "1 validation error detected: Value null at 'key' failed to satisfy constraint: Member must not be null",
    );
  }
  const attributes = normalizeMap(given as AttributeMap);
  const partition = attributes[key.partition.name];
  const sort = key.sort && attributes[key.sort.name];
  const fits =
    Object.keys(attributes).length === (key.sort ? 2 : 1) &&
    partition?.[key.partition.type] !== undefined &&
    (!key.sort || sort?.[key.sort.type] !== undefined);
  if (!fits) throw validationException('The provided key element does not match the schema');
  return { key: keyOf(key, attributes), attributes };
}

/** The key of a whole item that is to be put. */
export function keyOfItem({ key }: TableDefinition, item: AttributeMap): ItemKey {
  for (const { name, type } of key.sort ? [key.partition, key.sort] : [key.partition]) {
    const value = Object.hasOwn(item, name) ? item[name] : undefined;
    if (value === undefined) throw validationException(`${INVALID} Missing the key ${name} in the item`);
    if (value[type] === undefined) {
      throw validationException(
        `${INVALID} Type mismatch for key ${name} expected: ${type} actual: ${Object.keys(value)[0]}`,
      );
    }
  }
  return keyOf(key, item);
}

/** Where an item stands in an index, or undefined when it lacks one of the index's key attributes (a sparse index). */
export function indexKeyOf({ key }: IndexDefinition, item: AttributeMap): ItemKey | undefined {
  const partition = item[key.partition.name];
  if (partition === undefined) return undefined;
  if (!key.sort) return { partition: columnKey(partition), sort: NO_SORT_KEY };
  const sort = item[key.sort.name];
  return sort && { partition: columnKey(partition), sort: columnKey(sort) };
}

/** Refuses an item whose attributes cannot be keys of the indexes that they would be keys of. */
export function checkIndexKeys({ indexes }: TableDefinition, item: AttributeMap, operation: 'put' | 'update'): void {
  for (const index of indexes) {
    checkIndexKey(index, index.key.partition, MAX_PARTITION_KEY_BYTES, item, operation);
    if (index.key.sort) checkIndexKey(index, index.key.sort, MAX_SORT_KEY_BYTES, item, operation);
  }
}

function checkIndexKey(
  index: IndexDefinition,
  { name, type }: KeyAttribute,
  maxBytes: number,
  item: AttributeMap,
  operation: 'put' | 'update',
): void {
  const value = item[name];
  if (value === undefined) return;
  if (value[type] === undefined) {
    throw validationException(
      operation === 'update'
        ? 'The update expression attempted to update the secondary index key to unsupported type'
        : `${INVALID} Type mismatch for Index Key ${name} Expected: ${type} Actual: ${Object.keys(value)[0]} IndexName: ${index.name}`,
    );
  }
  if (value.S === '' || value.B === '') {
    throw validationException(
      operation === 'update'
        ? `${NOT_VALID} The update expression attempted to update a secondary index key to a value that is not supported. ` +
            emptyKeyMessage(value)
        : `${NOT_VALID} A value specified for a secondary index key is not supported. ${emptyKeyMessage(value)} ` +
            `IndexName: ${index.name}, IndexKey: ${name}`,
    );
  }
  if (keySizeBytes(value) > maxBytes) {
    throw validationException(
      `${INVALID} Size of ${maxBytes === MAX_SORT_KEY_BYTES ? 'rangekey' : 'hashkey'} has exceeded the maximum size limit of ${maxBytes} bytes`,
    );
  }
}

/** A value of a key attribute as a column. */
export function columnKey(value: AttributeValue): ColumnKey {
  if (value.S !== undefined) return value.S;
  if (value.N !== undefined) return numberSortKey(value.N);
  return Buffer.from(value.B as string, 'base64');
}

/** Refuses an empty value for the key attribute `name`. */
export function requireNonEmptyKey(name: string, value: AttributeValue): void {
  if (value.S === '' || value.B === '')
    throw validationException(`${NOT_VALID} ${emptyKeyMessage(value)} Key: ${name}`);
}

function keyOf({ partition, sort }: KeySchema, attributes: AttributeMap): ItemKey {
  return {
    partition: tableKey(partition.name, attributes, MAX_PARTITION_KEY_BYTES),
    sort: sort ? tableKey(sort.name, attributes, MAX_SORT_KEY_BYTES) : NO_SORT_KEY,
  };
}

function tableKey(name: string, attributes: AttributeMap, maxBytes: number): ColumnKey {
  const value = attributes[name] as AttributeValue;
  requireNonEmptyKey(name, value);
  if (keySizeBytes(value) > maxBytes) {
    throw validationException(
      maxBytes === MAX_PARTITION_KEY_BYTES
        ? `${INVALID} Size of hashkey has exceeded the maximum size limit of${maxBytes} bytes`
        : `${INVALID} Aggregated size of all range keys has exceeded the size limit of ${maxBytes} bytes`,
    );
  }
  return columnKey(value);
}

function keySizeBytes(value: AttributeValue): number {
  if (value.B !== undefined) return Buffer.byteLength(value.B, 'base64');
  return value.S === undefined ? 0 : Buffer.byteLength(value.S);
}

function emptyKeyMessage(value: AttributeValue): string {
  return `The AttributeValue for a key attribute cannot contain an empty ${value.S === '' ? 'string' : 'binary'} value.`;
}

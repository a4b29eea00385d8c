import type { AttributeMap, AttributeValue } from './AttributeValue.ts';
import { significantDigits } from './decimal.ts';

/**
 * The size of an item in bytes, by which DynamoDB limits it (400 KB) and bills it.
 * Source: DynamoDB Developer Guide, "Item sizes and formats": UTF-8 names and strings, raw binary, a number one byte
 * per two digits and one more, 1 byte for a boolean or null, 3 for a list or map and 1 for each of its elements.
 */
export function itemSizeBytes(item: AttributeMap): number {
  let bytes = 0;
  for (const name in item) bytes += Buffer.byteLength(name) + valueSizeBytes(item[name] as AttributeValue);
  return bytes;
}

function valueSizeBytes(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return numberSizeBytes(value.N);
  if (value.B !== undefined) return Buffer.byteLength(value.B, 'base64');
  if (value.M !== undefined) return 3 + Object.keys(value.M).length + itemSizeBytes(value.M);
  if (value.L !== undefined) return value.L.reduce((bytes, element) => bytes + 1 + valueSizeBytes(element), 3);
  if (value.SS !== undefined) return value.SS.reduce((bytes, member) => bytes + Buffer.byteLength(member), 0);
  if (value.NS !== undefined) return value.NS.reduce((bytes, member) => bytes + numberSizeBytes(member), 0);
  if (value.BS !== undefined) return value.BS.reduce((bytes, member) => bytes + Buffer.byteLength(member, 'base64'), 0);
  return 1;
}

function numberSizeBytes(canonical: string): number {
  const negative = canonical.startsWith('-') ? 1 : 0;
  return Math.ceil(significantDigits(canonical) / 2) + 1 + negative;
}

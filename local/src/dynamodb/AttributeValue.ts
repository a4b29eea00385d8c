/** The ten types of DynamoDB's data model, by their tags on the wire. */
export type AttributeType = 'S' | 'N' | 'B' | 'BOOL' | 'NULL' | 'SS' | 'NS' | 'BS' | 'L' | 'M';

/** One value as it travels: exactly one member is set. Numbers are decimal text, binary is base64. */
export interface AttributeValue {
  S?: string;
  N?: string;
  B?: string;
  BOOL?: boolean;
  NULL?: true;
  SS?: string[];
  NS?: string[];
  BS?: string[];
  L?: AttributeValue[];
  M?: AttributeMap;
}

/** An item, a key, or the value of an `M` attribute. */
export type AttributeMap = Record<string, AttributeValue>;

/** The tag of a value that `normalizeValue` let through. */
export function typeOf(value: AttributeValue): AttributeType {
  for (const type in value) return type as AttributeType;
  throw new Error('an attribute value without a type passed validation');
}

/** The members of a set value, or undefined for a value that is no set. */
export function membersOf(value: AttributeValue): string[] | undefined {
  return value.SS ?? value.NS ?? value.BS;
}

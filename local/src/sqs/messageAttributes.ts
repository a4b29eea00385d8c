import { createHash } from 'node:crypto';
import { checkCharacters } from './checkCharacters.ts';
import { Parameters } from './Parameters.ts';
import { invalidValue, sqsError } from './sqsError.ts';

/** One message attribute on the wire; binary values are base64 in JSON. */
export interface MessageAttribute {
  readonly DataType: string;
  readonly StringValue?: string;
  readonly BinaryValue?: string;
}

export type MessageAttributes = Readonly<Record<string, MessageAttribute>>;

/** Checks the attributes of a message; `undefined` when it has none. */
export function readMessageAttributes(parameters: Parameters): MessageAttributes | undefined {
  const given = parameters.record('MessageAttributes');
  if (!given || Object.keys(given).length === 0) return undefined;
  const names = Object.keys(given);
  if (names.length > 10) {
    throw sqsError(
      'InvalidParameterValueException',
      `Number of message attributes [${names.length}] exceeds the allowed maximum [10].`,
    );
  }
  const attributes: Record<string, MessageAttribute> = {};
  for (const name of names)
    attributes[name] = readAttribute(name, new Parameters(given[name] as Record<string, unknown>));
  return attributes;
}

/** The bytes that attributes add to a message's size: names, types and values. */
export function attributesBytes(attributes: MessageAttributes | undefined): number {
  let bytes = 0;
  for (const [name, attribute] of Object.entries(attributes ?? {})) {
    bytes += Buffer.byteLength(name) + Buffer.byteLength(attribute.DataType) + valueOf(attribute).length;
  }
  return bytes;
}

/**
 * The digest that SDK clients recompute and compare: attributes by name, each part with its length before it.
 * Source: SQS Developer Guide, "Calculating the MD5 message digest for message attributes".
 */
export function attributesMd5(attributes: MessageAttributes): string {
  const digest = createHash('md5');
  const part = (bytes: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    digest.update(length).update(bytes);
  };
  for (const name of Object.keys(attributes).sort()) {
    const attribute = attributes[name] as MessageAttribute;
    part(Buffer.from(name));
    part(Buffer.from(attribute.DataType));
    digest.update(Buffer.of(attribute.BinaryValue === undefined ? 1 : 2));
    part(valueOf(attribute));
  }
  return digest.digest('hex');
}

/** The attributes that a receiver asked for: by name, by prefix (`order.*`), or all of them. */
export function selectAttributes(
  attributes: MessageAttributes,
  wanted: readonly string[],
): MessageAttributes | undefined {
  const isWanted = (name: string) =>
    wanted.some((pattern) => pattern === 'All' || pattern === name || isPrefix(pattern, name));
  const selected = Object.entries(attributes).filter(([name]) => isWanted(name));
  return selected.length > 0 ? Object.fromEntries(selected) : undefined;
}

function isPrefix(pattern: string, name: string): boolean {
  return pattern.endsWith('.*') && name.startsWith(pattern.slice(0, -2));
}

function readAttribute(name: string, attribute: Parameters): MessageAttribute {
  if (!/^(?!\.)(?!.*\.\.)[A-Za-z0-9_.-]{1,256}(?<!\.)$/.test(name) || /^(aws|amazon)\./i.test(name)) {
    throw invalidValue('MessageAttributes', name, 'The message attribute name is not valid.');
  }
  const dataType = attribute.string('DataType');
  if (!dataType || !/^(String|Number|Binary)(\..+)?$/.test(dataType)) {
    throw sqsError(
      'InvalidParameterValueException',
      `The message attribute '${name}' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.`,
    );
  }
  const member = dataType.startsWith('Binary') ? 'BinaryValue' : 'StringValue';
  const value = attribute.string(member);
  if (!value) {
    throw sqsError(
      'InvalidParameterValueException',
      `Message (user) attribute '${name}' must contain a non-empty value of type '${dataType.split('.')[0]}'.`,
    );
  }
  if (member === 'StringValue') checkCharacters(value);
  if (dataType.startsWith('Number') && !Number.isFinite(Number(value))) {
    throw sqsError(
      'InvalidParameterValueException',
      `Can't cast the value of message (user) attribute '${name}' to a number.`,
    );
  }
  return { DataType: dataType, [member]: value };
}

function valueOf(attribute: MessageAttribute): Buffer {
  return attribute.BinaryValue === undefined
    ? Buffer.from(attribute.StringValue ?? '')
    : Buffer.from(attribute.BinaryValue, 'base64');
}

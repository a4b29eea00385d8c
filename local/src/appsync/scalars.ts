import { isIP } from 'node:net';
import { GraphQLError, GraphQLScalarType } from 'graphql';

const DATE = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const OFFSET = String.raw`(?:Z|[+-](?:0\d|1[0-8]):[0-5]\d(?::[0-5]\d)?)`;
const TIME = String.raw`(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?`;

const AWS_DATE = new RegExp(`^${DATE}${OFFSET}?$`);
const AWS_TIME = new RegExp(`^${TIME}${OFFSET}?$`);
const AWS_DATE_TIME = new RegExp(`^${DATE}T${TIME}${OFFSET}$`);
const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;
const PHONE = /^\+?[\d][\d\s-]{2,}$/;

/** `YYYY-MM-DD` may still name a day that its month does not have. */
function isCalendarDate(text: string): boolean {
  const date = text.slice(0, 10);
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}

function isCidr(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
}

/** A scalar whose values are strings of one form, the same on the way in and on the way out. */
function textScalar(name: string, described: string, isValid: (text: string) => boolean): GraphQLScalarType {
  const check = (value: unknown): string => {
    if (typeof value === 'string' && isValid(value)) return value;
    throw new GraphQLError(`Unable to serialize \`${String(value)}\` as a valid ${described} Object.`);
  };
  return new GraphQLScalarType({
    name,
    serialize: check,
    parseValue(value) {
      if (typeof value === 'string' && isValid(value)) return value;
      throw new GraphQLError(`Unable to parse \`${String(value)}\` as a valid ${described} Object.`);
    },
  });
}

function timestamp(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw new GraphQLError(`Unable to serialize \`${String(value)}\` as a valid timestamp.`);
}

function isUrl(text: string): boolean {
  return URL.canParse(text) && text.includes('://');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Arrives as a JSON string and is parsed before a resolver sees it; leaves as a JSON string. */
const AWS_JSON = new GraphQLScalarType({
  name: 'AWSJSON',
  // Text that already is JSON stays as it is: a published object passes here once for the mutation and once per subscription.
  serialize: (value) => (typeof value === 'string' && isJson(value) ? value : JSON.stringify(value)),
  parseValue(value) {
    if (typeof value === 'string' && isJson(value)) return JSON.parse(value) as unknown;
    throw new GraphQLError(`Unable to parse \`${String(value)}\` as valid JSON.`);
  },
});

const AWS_TIMESTAMP = new GraphQLScalarType({
  name: 'AWSTimestamp',
  serialize: timestamp,
  parseValue: timestamp,
});

/** AppSync's scalars beyond GraphQL's five, by name. There are no others: an API cannot define its own. */
export const SCALARS: ReadonlyMap<string, GraphQLScalarType> = new Map(
  [
    textScalar('AWSDate', 'Date', (text) => AWS_DATE.test(text) && isCalendarDate(text)),
    textScalar('AWSTime', 'Time', (text) => AWS_TIME.test(text)),
    textScalar('AWSDateTime', 'DateTime', (text) => AWS_DATE_TIME.test(text) && isCalendarDate(text)),
    AWS_TIMESTAMP,
    textScalar('AWSEmail', 'Email', (text) => EMAIL.test(text)),
    AWS_JSON,
    textScalar('AWSPhone', 'Phone', (text) => PHONE.test(text)),
    textScalar('AWSURL', 'URL', isUrl),
    textScalar('AWSIPAddress', 'IPAddress', isCidr),
  ].map((scalar) => [scalar.name, scalar]),
);

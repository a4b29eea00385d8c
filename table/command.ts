import { createHmac } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient, tableName } from './documentClient.ts';
import { commandKey } from './keys.ts';
import type { TransactItem } from './transact.ts';

/** One call of a mutation, as its idempotency key identifies it. */
export interface Command {
  companyId: string;
  mutation: string;
  idempotencyKey: string;
  actor: string;
  /** The input without the key: what must be the same when the key comes again. */
  input: Readonly<Record<string, unknown>>;
}

/** What a key did: kept as long as the records of money that it led to. */
export interface CommandRecord {
  /** Field path -> keyed hash of its value; the values themselves may be personal and stay out. */
  fingerprint: Record<string, string>;
  /** JSON text of the answer; deflated when it is long, as that of a thousand rows. */
  answer: string | Uint8Array;
  actor: string;
  at: string;
  /** Whether the answer was there before the command: it wrote nothing but this record. */
  foundExisting?: true;
}

/** An answer up to here is kept as text; a longer one takes a tenth when it is deflated. */
const LONGEST_TEXT = 4_096;

export type EarlierAnswer = { answer: unknown } | { differingField: string } | undefined;

export async function getCommand(
  command: Pick<Command, 'companyId' | 'mutation' | 'idempotencyKey'>,
): Promise<CommandRecord | undefined> {
  const { Item } = await documentClient.send(
    new GetCommand({ TableName: tableName(), Key: keyOf(command), ConsistentRead: true }),
  );
  return Item as CommandRecord | undefined;
}

/** The answer that the same key got before; the first field that differs when the key was used with other input. */
export async function earlierAnswer(command: Command): Promise<EarlierAnswer> {
  const earlier = await getCommand(command);
  if (!earlier) return undefined;
  const fingerprint = fingerprintOf(command);
  const fields = [...new Set([...Object.keys(fingerprint), ...Object.keys(earlier.fingerprint)])];
  const differingField = fields.find((field) => fingerprint[field] !== earlier.fingerprint[field]);
  return differingField === undefined ? { answer: JSON.parse(answerTextOf(earlier)) } : { differingField };
}

/** The write that remembers an answer; it goes into the transaction that has the effect, and refuses a second effect. */
export function rememberAnswer(command: Command, answer: unknown, nowMs: number, foundExisting = false): TransactItem {
  return { Put: recordOf(command, answer, nowMs, foundExisting) };
}

/** Remembers an answer whose effects are written. Answers whether nobody did before. */
export async function putAnswer(command: Command, answer: unknown, nowMs: number): Promise<boolean> {
  try {
    await documentClient.send(new PutCommand(recordOf(command, answer, nowMs, false)));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

function recordOf(command: Command, answer: unknown, nowMs: number, foundExisting: boolean) {
  const text = withoutNumbers(JSON.stringify(answer));
  return {
    TableName: tableName(),
    Item: {
      ...keyOf(command),
      fingerprint: fingerprintOf(command),
      answer: text.length > LONGEST_TEXT ? deflateRawSync(text) : text,
      actor: command.actor,
      at: new Date(nowMs).toISOString(),
      ...(foundExisting ? { foundExisting } : {}),
    } satisfies CommandRecord & Record<string, unknown>,
    ConditionExpression: 'attribute_not_exists(pk)',
  };
}

/** The JSON text of an answer as it is kept. */
export const answerTextOf = ({ answer }: CommandRecord): string =>
  typeof answer === 'string' ? answer : inflateRawSync(answer).toString('utf8');

const keyOf = ({ companyId, mutation, idempotencyKey }: Pick<Command, 'companyId' | 'mutation' | 'idempotencyKey'>) =>
  commandKey(companyId, mutation, hashOf(idempotencyKey, ''));

/** A hash for each field, and for each element of a list, so that a difference can be named without keeping values. */
function fingerprintOf({ idempotencyKey, input }: Command): Record<string, string> {
  const fingerprint: Record<string, string> = {};
  for (const [field, value] of Object.entries(input)) {
    if (value === undefined || value === null) continue;
    if (Array.isArray(value))
      value.forEach((element, index) => (fingerprint[`${field}.${index}`] = hashOf(idempotencyKey, element)));
    else fingerprint[field] = hashOf(idempotencyKey, value);
  }
  return fingerprint;
}

/**
 * Keyed by the idempotency key, which is stored nowhere in the clear: a reader of the table cannot try out the nine digits of
 * a number until its hash comes up.
 */
const hashOf = (idempotencyKey: string, value: unknown) =>
  createHmac('sha256', idempotencyKey).update(canonicalJson(value)).digest('base64url').slice(0, 22);

/**
 * Five digits and more that a refusal quotes, also beside letters: perhaps a Social Security or an account number in the wrong
 * field. The ids that the service makes and dates come first, and stay.
 */
const LONG_NUMBER = /\b(?:run|emp)_\w+|(?<!\d)\d{4}-\d\d-\d\d(?![\d-])|\d(?:[ .-]?\d){4,}/g;

/** The answer as it is kept: numbers that the messages of refusals quote are left out. */
const withoutNumbers = (json: string): string =>
  json.replace(/"(?:message|resolution)":"(?:[^"\\]|\\.)*"/g, (text) =>
    text.replace(LONG_NUMBER, (found) => (/^(?:run|emp)_|^\d{4}-\d\d-\d\d$/.test(found) ? found : '(number)')),
  );

/** JSON with sorted members, without absent ones: two clients may write the same input in another order. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const members = Object.entries(value).filter(([, member]) => member !== undefined && member !== null);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`;
}

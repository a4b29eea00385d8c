import { createHash } from 'node:crypto';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient, tableName } from './documentClient.ts';
import { commandKey } from './keys.ts';
import type { TransactItem } from './transact.ts';

/** One call of a mutation, as its idempotency key identifies it. */
export interface Command {
  companyId: string;
  mutation: string;
  idempotencyKey: string;
  /** The input without the key: what must be the same when the key comes again. */
  input: Readonly<Record<string, unknown>>;
}

/** How long an answered command is remembered. Afterwards natural keys still keep the effect single. */
const REMEMBERED_DAYS = 90;

interface CommandRecord {
  /** Field path -> hash of its value; the values themselves may be personal and stay out. */
  fingerprint: Record<string, string>;
  /** JSON text of the answer. */
  answer: string;
}

export type EarlierAnswer = { answer: unknown } | { differingField: string } | undefined;

/** The answer that the same key got before; the first field that differs when the key was used with other input. */
export async function earlierAnswer(command: Command): Promise<EarlierAnswer> {
  const { Item } = await documentClient.send(
    new GetCommand({ TableName: tableName(), Key: keyOf(command), ConsistentRead: true }),
  );
  if (!Item) return undefined;
  const earlier = Item as CommandRecord;
  const fingerprint = fingerprintOf(command.input);
  const fields = [...new Set([...Object.keys(fingerprint), ...Object.keys(earlier.fingerprint)])];
  const differingField = fields.find((field) => fingerprint[field] !== earlier.fingerprint[field]);
  return differingField === undefined ? { answer: JSON.parse(earlier.answer) } : { differingField };
}

/** The write that remembers an answer; it goes into the transaction that has the effect, and refuses a second effect. */
export function rememberAnswer(command: Command, answer: unknown, nowMs: number): TransactItem {
  return {
    Put: {
      TableName: tableName(),
      Item: {
        ...keyOf(command),
        fingerprint: fingerprintOf(command.input),
        answer: JSON.stringify(answer),
        expiresAtSeconds: Math.floor(nowMs / 1000) + REMEMBERED_DAYS * 86_400,
      } satisfies CommandRecord & Record<string, unknown>,
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}

const keyOf = ({ companyId, mutation, idempotencyKey }: Command) => commandKey(companyId, mutation, idempotencyKey);

/** A hash for each field, and for each element of a list, so that a difference can be named without keeping values. */
function fingerprintOf(input: Readonly<Record<string, unknown>>): Record<string, string> {
  const fingerprint: Record<string, string> = {};
  for (const [field, value] of Object.entries(input)) {
    if (value === undefined || value === null) continue;
    if (Array.isArray(value)) value.forEach((element, index) => (fingerprint[`${field}.${index}`] = hashOf(element)));
    else fingerprint[field] = hashOf(value);
  }
  return fingerprint;
}

const hashOf = (value: unknown) => createHash('sha256').update(canonicalJson(value)).digest('base64url').slice(0, 22);

/** JSON with sorted members, without absent ones: two clients may write the same input in another order. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const members = Object.entries(value).filter(([, member]) => member !== undefined && member !== null);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`;
}

import { createHash } from 'node:crypto';
import { AwsError } from '../../AwsError.ts';
import type { Caller } from '../../Caller.ts';
import { readUnits } from '../Consumption.ts';
import type { Engine } from '../Engine.ts';
import {
  conditionCheck,
  deleteWrite,
  type ItemWrite,
  type KeyedInput,
  performWrite,
  type PutInput,
  putWrite,
  readWriteExpressions,
  updateWrite,
  type WriteExpressions,
  type WriteInput,
} from '../ItemWrite.ts';
import { consumedCapacityDetail, refuseItemCollectionMetrics, refuseOtherMembers } from '../requestMembers.ts';
import type { StoredTable } from '../StoredTable.ts';
import { validationException } from '../validationException.ts';
import { DistinctKeys } from './DistinctKeys.ts';
import {
  CancellationReasons,
  MULTIPLE_OPERATIONS_ON_ONE_ITEM,
  requireTransactItems,
  TransactionConsumption,
} from './transactions.ts';

const MEMBERS = new Set([
  'TransactItems',
  'ClientRequestToken',
  'ReturnConsumedCapacity',
  'ReturnItemCollectionMetrics',
]);
const ITEM_MEMBERS = new Set([
  'TableName',
  'Item',
  'Key',
  'ConditionExpression',
  'UpdateExpression',
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
  'ReturnValuesOnConditionCheckFailure',
]);
const NO_MEMBERS = new Set<string>();
const IDEMPOTENCY_WINDOW_MS = 10 * 60_000;
const MAX_TOKEN_LENGTH = 36;
const MAX_TRANSACTION_BYTES = 4 * 1_048_576;

interface TransactItem {
  Put?: PutInput & { TableName: string };
  Update?: KeyedInput & { TableName: string };
  Delete?: KeyedInput & { TableName: string };
  ConditionCheck?: KeyedInput & { TableName: string };
}

interface Input {
  TransactItems: TransactItem[];
  ClientRequestToken?: string;
  ReturnConsumedCapacity?: string;
  ReturnItemCollectionMetrics?: string;
}

/** All writes or none; every item's condition is looked at, so that the answer names all that failed. */
export function transactWriteItems(engine: Engine, input: Input, caller: Caller): Record<string, unknown> {
  refuseOtherMembers('TransactWriteItems', input, MEMBERS);
  const detail = consumedCapacityDetail(input.ReturnConsumedCapacity);
  refuseItemCollectionMetrics(input.ReturnItemCollectionMetrics);
  requireTransactItems(input.TransactItems);
  const text = JSON.stringify(input.TransactItems);
  if (text.length > MAX_TRANSACTION_BYTES) {
    throw validationException('Transaction request size has exceeded the maximum allowed size of 4 MB');
  }
  const reasons = new CancellationReasons(input.TransactItems.length);
  const writes = prepareWrites(engine, input.TransactItems, caller, reasons);
  reasons.throwIfAny();

  const token = input.ClientRequestToken;
  requireToken(token);
  const digest = token === undefined ? '' : createHash('sha256').update(text).digest('base64');
  const nowMs = engine.clock.now();
  const written = new TransactionConsumption('writeUnits');
  const consumed = engine.store.write(() => {
    if (token !== undefined) {
      const earlier = engine.store.clientRequestDigest(token, nowMs);
      if (earlier === digest) return repeated(writes);
      if (earlier !== undefined) throw parameterMismatch();
      engine.store.rememberClientRequest(token, digest, nowMs + IDEMPOTENCY_WINDOW_MS);
    }
    try {
      writes.forEach((write, position) => {
        reasons.attempt(position, () => performWrite(write, written.of(write.table)));
      });
      reasons.throwIfAny();
    } catch (error) {
      written.countIn(engine.meter);
      throw error;
    }
    return written;
  });
  consumed.countIn(engine.meter);
  return consumed.describe(detail);
}

function prepareWrites(
  engine: Engine,
  items: readonly TransactItem[],
  caller: Caller,
  reasons: CancellationReasons,
): ItemWrite[] {
  const distinct = new DistinctKeys(MULTIPLE_OPERATIONS_ON_ONE_ITEM);
  return items.flatMap((item, position) => {
    const { action, input, make } = chosen(item);
    refuseOtherMembers('TransactWriteItems', input, ITEM_MEMBERS);
    const table = engine.open(caller, `dynamodb:${action}`, input.TableName);
    const expressions = readWriteExpressions(input);
    const write = reasons.attempt(position, () => make(table, expressions));
    if (!write) return [];
    distinct.add(table, write.key);
    return [write];
  });
}

/** The one action of a transaction item, with the IAM action that it needs. */
function chosen(item: TransactItem): {
  action: string;
  input: WriteInput & { TableName: string };
  make: (table: StoredTable, expressions: WriteExpressions) => ItemWrite;
} {
  const { Put, Update, Delete, ConditionCheck, ...others } = item;
  refuseOtherMembers('TransactWriteItems', others, NO_MEMBERS);
  const given = [Put, Update, Delete, ConditionCheck].filter((action) => action !== undefined);
  if (given.length > 1) throw validationException('TransactItems can only contain one of Check, Put, Update or Delete');
  if (Put) return { action: 'PutItem', input: Put, make: (table, expressions) => putWrite(table, Put, expressions) };
  if (Update) {
    if (Update.UpdateExpression === undefined) throw missingMember('update.updateExpression');
    return {
      action: 'UpdateItem',
      input: Update,
      make: (table, expressions) => updateWrite(table, Update, expressions),
    };
  }
  if (Delete) {
    return {
      action: 'DeleteItem',
      input: Delete,
      make: (table, expressions) => deleteWrite(table, Delete, expressions),
    };
  }
  if (ConditionCheck) {
    if (ConditionCheck.ConditionExpression === undefined) throw missingMember('conditionCheck.conditionExpression');
    return {
      action: 'ConditionCheckItem',
      input: ConditionCheck,
      make: (table, expressions) => conditionCheck(table, ConditionCheck, expressions),
    };
  }
  throw validationException('Invalid Request: TransactWriteRequest should contain Delete or Put or Update request');
}

/** The same request again within the window writes nothing; AWS bills it as reads of the items. */
function repeated(writes: readonly ItemWrite[]): TransactionConsumption {
  const consumption = new TransactionConsumption('readUnits');
  for (const { table, key } of writes) {
    consumption.of(table).addTable(readUnits(table.get(key)?.sizeBytes ?? 0, true));
  }
  return consumption;
}

function requireToken(token: string | undefined): void {
  if (token === undefined || (token.length >= 1 && token.length <= MAX_TOKEN_LENGTH)) return;
  throw validationException(
    `1 validation error detected: Value '${token}' at 'clientRequestToken' failed to satisfy constraint: ` +
      `Member must have length ${token === '' ? 'greater than or equal to 1' : `less than or equal to ${MAX_TOKEN_LENGTH}`}`,
  );
}

function parameterMismatch(): AwsError {
  return new AwsError(
    'IdempotentParameterMismatchException',
    'DynamoDB rejected the request because you retried a request with a different payload but with an idempotent token that was already used.',
  );
}

function missingMember(member: string): AwsError {
  return validationException(
    `1 validation error detected: Value null at 'transactItems.1.member.${member}' failed to satisfy constraint: Member must not be null`,
  );
}

import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { AwsError } from '../../AwsError.ts';
import type { Caller } from '../../Caller.ts';
import type { Cloud } from '../../Cloud.ts';
import { unsupported } from '../../unsupported.ts';
import { FieldError } from '../FieldError.ts';
import type { DataSource, SourceError, SourceOutcome, SourceRequest } from './DataSource.ts';
import { conditionOf, Placeholders, transactWriteItem, type Expression, type TransactItem } from './dynamoDbInput.ts';
import { NextToken } from './NextToken.ts';
import { refuseUnknownMembers } from './refuseUnknownMembers.ts';
import { fromWireItem, toWireMap, type Item } from './wireValues.ts';

const MAX_KEYS_PER_BATCH_GET = 100;
const MAX_WRITES_PER_BATCH = 25;
const MAX_TRANSACT_ITEMS = 100;

const READ_MEMBERS = [
  ...['operation', 'index', 'limit', 'nextToken', 'consistentRead', 'filter', 'projection', 'select'],
  'scanIndexForward',
];

interface CancellationReason {
  Code?: string;
  Message?: string;
  Item?: Item;
}

/** One table (batches and transactions name theirs), called with the data source's role. */
export class DynamoDbDataSource implements DataSource {
  readonly #tableName: string;
  readonly #cloud: Cloud;
  readonly #caller: Caller;
  readonly #nextToken: NextToken;

  constructor(tableName: string, sealedFor: string, caller: Caller, cloud: Cloud) {
    this.#tableName = tableName;
    this.#caller = caller;
    this.#cloud = cloud;
    this.#nextToken = new NextToken(`${sealedFor}/${tableName}`);
  }

  async invoke(request: SourceRequest): Promise<SourceOutcome> {
    try {
      return await this.#operate(request);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      return { result: null, error: sourceError(error) };
    }
  }

  #operate(request: SourceRequest): Promise<SourceOutcome> {
    switch (request['operation']) {
      case 'GetItem':
        return this.#getItem(request);
      case 'PutItem':
        return this.#putItem(request);
      case 'UpdateItem':
        return this.#updateItem(request);
      case 'DeleteItem':
        return this.#deleteItem(request);
      case 'Query':
        return this.#read('Query', request, [...READ_MEMBERS, 'query']);
      case 'Scan':
        return this.#read('Scan', request, [...READ_MEMBERS, 'totalSegments', 'segment']);
      case 'BatchGetItem':
        return this.#batchGet(request);
      case 'BatchPutItem':
        return this.#batchWrite(request, 'PutRequest', 'Item', 'unprocessedItems');
      case 'BatchDeleteItem':
        return this.#batchWrite(request, 'DeleteRequest', 'Key', 'unprocessedKeys');
      case 'TransactGetItems':
        return this.#transactGet(request);
      case 'TransactWriteItems':
        return this.#transactWrite(request);
      default:
        throw new FieldError(`Unsupported operation '${String(request['operation'])}'.`, 'MappingTemplate');
    }
  }

  #call(operation: string, input: Item): Promise<Item> {
    return this.#cloud.call('DynamoDB_20120810', operation, input, this.#caller) as Promise<Item>;
  }

  async #getItem(request: SourceRequest): Promise<SourceOutcome> {
    refuseUnknownMembers('a GetItem request', request, ['operation', 'key', 'consistentRead', 'projection']);
    const placeholders = new Placeholders();
    const { Item: item } = await this.#call('GetItem', {
      TableName: this.#tableName,
      Key: toWireMap(request['key'] as Item),
      ...(request['consistentRead'] ? { ConsistentRead: true } : {}),
      ...projection(request['projection'], placeholders),
      ...placeholders.members,
    });
    return { result: fromWireItem(item) };
  }

  async #putItem(request: SourceRequest): Promise<SourceOutcome> {
    refuseUnknownMembers('a PutItem request', request, ['operation', 'key', 'attributeValues', 'condition']);
    const key = toWireMap(request['key'] as Item);
    const item = { ...toWireMap((request['attributeValues'] ?? {}) as Item), ...key };
    const written = fromWireItem(item);
    return this.#write(
      'PutItem',
      request,
      { Item: item },
      () => written,
      key,
      (stored, ignored) =>
        stored !== null && isDeepStrictEqual(without(stored, ignored), without(written ?? {}, ignored)),
    );
  }

  async #deleteItem(request: SourceRequest): Promise<SourceOutcome> {
    refuseUnknownMembers('a DeleteItem request', request, ['operation', 'key', 'condition']);
    const key = toWireMap(request['key'] as Item);
    const input = { Key: key, ReturnValues: 'ALL_OLD' };
    return this.#write(
      'DeleteItem',
      request,
      input,
      (output) => fromWireItem(output['Attributes']),
      key,
      (stored) => stored === null,
    );
  }

  async #updateItem(request: SourceRequest): Promise<SourceOutcome> {
    refuseUnknownMembers('an UpdateItem request', request, ['operation', 'key', 'update', 'condition']);
    const placeholders = new Placeholders();
    const condition = conditionOf(request);
    const output = await this.#call('UpdateItem', {
      TableName: this.#tableName,
      Key: toWireMap(request['key'] as Item),
      UpdateExpression: placeholders.take(request['update'] as Expression),
      ...(condition ? { ConditionExpression: placeholders.take(condition) } : {}),
      ...placeholders.members,
      ReturnValues: 'ALL_NEW',
    });
    return { result: fromWireItem(output['Attributes']) };
  }

  /** A failed condition is looked at again: when the table already holds what was wanted, the write succeeded. */
  async #write(
    operation: string,
    request: SourceRequest,
    input: Item,
    resultOf: (output: Item) => Item | null,
    key: Item,
    isWanted: (stored: Item | null, ignored: readonly string[]) => boolean,
  ): Promise<SourceOutcome> {
    const placeholders = new Placeholders();
    const condition = conditionOf(request);
    const conditionMember = condition ? { ConditionExpression: placeholders.take(condition) } : {};
    const write = { TableName: this.#tableName, ...input, ...conditionMember, ...placeholders.members };
    try {
      return { result: resultOf(await this.#call(operation, write)) };
    } catch (error) {
      if (!(error instanceof AwsError) || error.code !== 'ConditionalCheckFailedException') throw error;
      const ConsistentRead = condition?.consistentRead ?? true;
      const { Item: item } = await this.#call('GetItem', { TableName: this.#tableName, Key: key, ConsistentRead });
      const stored = fromWireItem(item);
      if (isWanted(stored, condition?.equalsIgnore ?? [])) return { result: stored };
      throw error;
    }
  }

  async #read(operation: 'Query' | 'Scan', request: SourceRequest, known: readonly string[]): Promise<SourceOutcome> {
    refuseUnknownMembers(`a ${operation} request`, request, known);
    const placeholders = new Placeholders();
    const { query, filter, nextToken } = request;
    const output = await this.#call(operation, {
      TableName: this.#tableName,
      ...(query ? { KeyConditionExpression: placeholders.take(query as Expression) } : {}),
      ...(filter ? { FilterExpression: placeholders.take(filter as Expression) } : {}),
      ...projection(request['projection'], placeholders),
      ...(nextToken ? { ExclusiveStartKey: this.#nextToken.open(typeof nextToken === 'string' ? nextToken : '') } : {}),
      ...present({
        IndexName: request['index'],
        Limit: request['limit'],
        ConsistentRead: request['consistentRead'],
        ScanIndexForward: request['scanIndexForward'],
        Select: request['select'],
        TotalSegments: request['totalSegments'],
        Segment: request['segment'],
      }),
      ...placeholders.members,
    });
    const last = output['LastEvaluatedKey'];
    return {
      result: {
        items: (output['Items'] as Item[]).map(fromWireItem),
        nextToken: last ? this.#nextToken.seal(last) : null,
        scannedCount: output['ScannedCount'],
      },
    };
  }

  async #batchGet(request: SourceRequest): Promise<SourceOutcome> {
    refuseUnknownMembers('a BatchGetItem request', request, ['operation', 'tables']);
    const tables = Object.entries(request['tables'] as Record<string, { keys: Item[] } & SourceRequest>);
    const requestItems: Item = {};
    for (const [table, wanted] of tables) {
      refuseUnknownMembers('a BatchGetItem table', wanted, ['keys', 'consistentRead', 'projection']);
      // Without the key attributes the answer could not be put into the order of the request.
      if (wanted['projection']) unsupported('a projection in BatchGetItem');
      const ConsistentRead = Boolean(wanted['consistentRead']);
      requestItems[table] = { Keys: wanted.keys.map(toWireMap), ConsistentRead };
    }
    limited(tables.flatMap(([, { keys }]) => keys).length, MAX_KEYS_PER_BATCH_GET, 'BatchGetItem');
    const output = await this.#call('BatchGetItem', { RequestItems: requestItems });
    const responses = (output['Responses'] ?? {}) as Record<string, Item[]>;
    const unprocessed = (output['UnprocessedKeys'] ?? {}) as Record<string, { Keys: Item[] }>;
    const data: Item = {};
    const unprocessedKeys: Item = {};
    for (const [table, { keys }] of tables) {
      const found = (responses[table] ?? []).map(fromWireItem);
      data[table] = keys.map((key) => {
        const plainKey = Object.entries(fromWireItem(toWireMap(key)) ?? {});
        return found.find((item) => plainKey.every(([name, value]) => item?.[name] === value)) ?? null;
      });
      unprocessedKeys[table] = (unprocessed[table]?.Keys ?? []).map(fromWireItem);
    }
    return { result: { data, unprocessedKeys } };
  }

  async #batchWrite(
    request: SourceRequest,
    kind: 'PutRequest' | 'DeleteRequest',
    member: 'Item' | 'Key',
    unprocessedMember: string,
  ): Promise<SourceOutcome> {
    refuseUnknownMembers('a batch write request', request, ['operation', 'tables']);
    const tables = Object.entries(request['tables'] as Record<string, Item[]>);
    limited(tables.flatMap(([, writes]) => writes).length, MAX_WRITES_PER_BATCH, String(request['operation']));
    const wire = tables.map(([table, writes]) => [table, writes.map(toWireMap)] as const);
    const requestItems = wire.map(([table, writes]) => [
      table,
      writes.map((write) => ({ [kind]: { [member]: write } })),
    ]);
    const output = await this.#call('BatchWriteItem', { RequestItems: Object.fromEntries(requestItems) as Item });
    const left = (output['UnprocessedItems'] ?? {}) as Record<string, Record<string, Item>[]>;
    const data: Item = {};
    const unprocessed: Item = {};
    for (const [table, writes] of wire) {
      const leftHere = (left[table] ?? []).map((write) => write[kind]?.[member]);
      unprocessed[table] = leftHere.map(fromWireItem);
      data[table] = writes.map((write) =>
        leftHere.some((other) => isDeepStrictEqual(other, write)) ? null : fromWireItem(write),
      );
    }
    return { result: { data, [unprocessedMember]: unprocessed } };
  }

  async #transactGet(request: SourceRequest): Promise<SourceOutcome> {
    refuseUnknownMembers('a TransactGetItems request', request, ['operation', 'transactItems']);
    const items = request['transactItems'] as TransactItem[];
    limited(items.length, MAX_TRANSACT_ITEMS, 'TransactGetItems');
    const TransactItems = items.map((item) => {
      const placeholders = new Placeholders();
      const read = projection(item.projection, placeholders);
      return { Get: { TableName: item.table, Key: toWireMap(item.key), ...read, ...placeholders.members } };
    });
    return this.#transact('TransactGetItems', { TransactItems }, 'items', (output) =>
      (output['Responses'] as { Item?: Item }[]).map(({ Item: item }) => fromWireItem(item)),
    );
  }

  async #transactWrite(request: SourceRequest): Promise<SourceOutcome> {
    refuseUnknownMembers('a TransactWriteItems request', request, ['operation', 'transactItems']);
    const items = request['transactItems'] as TransactItem[];
    limited(items.length, MAX_TRANSACT_ITEMS, 'TransactWriteItems');
    return this.#transact('TransactWriteItems', { TransactItems: items.map(transactWriteItem) }, 'keys', () =>
      items.map(({ key }) => fromWireItem(toWireMap(key))),
    );
  }

  /** A cancelled transaction is an error whose reasons stay readable in `ctx.result`. */
  async #transact(
    operation: string,
    input: Item,
    member: 'items' | 'keys',
    resultOf: (output: Item) => unknown,
  ): Promise<SourceOutcome> {
    try {
      return { result: { [member]: resultOf(await this.#call(operation, input)), cancellationReasons: null } };
    } catch (error) {
      if (!(error instanceof AwsError) || error.code !== 'TransactionCanceledException') throw error;
      const reasons = (error.extra['CancellationReasons'] ?? []) as CancellationReason[];
      const cancellationReasons = reasons.map(({ Code = 'None', Message, Item: item }) => ({
        ...(item ? { item: fromWireItem(item) } : {}),
        type: Code === 'ConditionalCheckFailed' ? 'ConditionCheckFailed' : Code,
        message: Message ?? 'None',
      }));
      return { result: { [member]: null, cancellationReasons }, error: sourceError(error) };
    }
  }
}

function sourceError(error: AwsError): SourceError {
  const details = `(Service: DynamoDb, Status Code: ${error.statusCode}, Request ID: ${randomUUID()})`;
  return { message: `${error.message} ${details}`, type: `DynamoDB:${error.code}` };
}

function projection(expression: unknown, placeholders: Placeholders): Item {
  return expression ? { ProjectionExpression: placeholders.take(expression as Expression) } : {};
}

function present(members: Item): Item {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined && value !== null));
}

function without(item: Item, ignored: readonly string[]): Item {
  return Object.fromEntries(Object.entries(item).filter(([name]) => !ignored.includes(name)));
}

function limited(count: number, limit: number, operation: string): void {
  if (count <= limit) return;
  throw new FieldError(`${operation} takes at most ${limit} items, ${count} were given.`, 'MappingTemplate');
}

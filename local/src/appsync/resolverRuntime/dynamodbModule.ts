import { unsupported } from '../../unsupported.ts';
import { FieldError } from '../FieldError.ts';
import { toTypedMap, type TypedValue } from './attributeValues.ts';
import { dynamodbExpression } from './dynamodbExpression.ts';
import { updateExpression } from './updateExpression.ts';

type Plain = Readonly<Record<string, unknown>>;

interface ItemInput {
  key: Plain;
  item?: Plain;
  update?: Plain;
  condition?: unknown;
  projection?: readonly string[];
  consistentRead?: boolean;
}

interface ReadInput {
  query?: Plain;
  index?: string | null;
  limit?: number | null;
  nextToken?: string | null;
  filter?: unknown;
  projection?: readonly string[];
  consistentRead?: boolean | null;
  scanIndexForward?: boolean | null;
  select?: string;
  totalSegments?: number;
  segment?: number;
}

const READ_MEMBERS = [
  ...(['index', 'limit', 'nextToken', 'consistentRead', 'scanIndexForward', 'select', 'totalSegments'] as const),
  'segment' as const,
];
const CONFLICT_DETECTION_MEMBERS = ['customPartitionKey', 'populateIndexFields', '_version'];

/** `@aws-appsync/utils/dynamodb`: each function makes the request object of one operation. */
export const dynamodbModule = {
  get: (input: ItemInput) => ({
    operation: 'GetItem',
    key: toTypedMap(input.key),
    ...present({ consistentRead: input.consistentRead }),
    ...projectionOf(input.projection),
  }),
  put: (input: ItemInput) => ({ operation: 'PutItem', ...putOf(input), ...conditionOf(input) }),
  remove: (input: ItemInput) => ({ operation: 'DeleteItem', key: toTypedMap(input.key), ...conditionOf(input) }),
  update: (input: ItemInput) => ({ operation: 'UpdateItem', ...updateOf(input), ...conditionOf(input) }),
  query: (input: ReadInput) => ({ operation: 'Query', query: expressionOf(input.query), ...readOf(input) }),
  scan: (input: ReadInput) => ({ operation: 'Scan', ...readOf(input) }),
  sync: () => unsupported('the DynamoDB operation Sync'),
  batchGet: ({
    tables,
  }: {
    tables: Record<string, { keys: Plain[] } & Pick<ItemInput, 'consistentRead' | 'projection'>>;
  }) => ({
    operation: 'BatchGetItem',
    tables: mapValues(tables, ({ keys, consistentRead, projection }) => ({
      keys: keys.map(toTypedMap),
      ...present({ consistentRead }),
      ...projectionOf(projection),
    })),
  }),
  batchPut: ({ tables }: { tables: Record<string, Plain[]> }) => ({
    operation: 'BatchPutItem',
    tables: mapValues(tables, (items) => items.map(toTypedMap)),
  }),
  batchDelete: ({ tables }: { tables: Record<string, Plain[]> }) => ({
    operation: 'BatchDeleteItem',
    tables: mapValues(tables, (keys) => keys.map(toTypedMap)),
  }),
  transactGet: ({ items }: { items: ({ table: string } & ItemInput)[] }) => ({
    operation: 'TransactGetItems',
    transactItems: items.map(({ table, key, projection }) => ({
      table,
      key: toTypedMap(key),
      ...projectionOf(projection),
    })),
  }),
  transactWrite: ({ items }: { items: Record<string, { table: string } & ItemInput>[] }) => ({
    operation: 'TransactWriteItems',
    transactItems: items.map(transactItemOf),
  }),
  toStringSet: (members: string[]) => ({ SS: members }),
  toNumberSet: (members: number[]) => ({ NS: members }),
  toBinarySet: (members: string[]) => ({ BS: members }),
  operations: {
    add: (value: unknown) => ({ type: 'OPERATION_ADD', value }),
    replace: (value: unknown) => ({ type: 'OPERATION_REPLACE', value }),
    increment: (by = 1) => ({ type: 'OPERATION_INCREMENT', by }),
    decrement: (by = 1) => ({ type: 'OPERATION_DECREMENT', by }),
    append: (items: unknown[]) => ({ type: 'OPERATION_APPEND', items }),
    prepend: (items: unknown[]) => ({ type: 'OPERATION_PREPEND', items }),
    remove: () => ({ type: 'OPERATION_REMOVE' }),
    updateListItem: (value: unknown, index: number) => ({ type: 'OPERATION_UPDATE_LIST_ITEM', value, index }),
  },
};

function transactItemOf(item: Record<string, { table: string } & ItemInput>): unknown {
  const { putItem, updateItem, deleteItem, conditionCheck } = item;
  if (putItem) return { table: putItem.table, operation: 'PutItem', ...putOf(putItem), ...conditionOf(putItem) };
  if (updateItem) {
    return { table: updateItem.table, operation: 'UpdateItem', ...updateOf(updateItem), ...conditionOf(updateItem) };
  }
  const keyOnly = deleteItem ?? conditionCheck;
  if (!keyOnly) throw new FieldError(`'${Object.keys(item)[0] ?? ''}' is not an item of a transaction`, 'Code');
  const operation = deleteItem ? 'DeleteItem' : 'ConditionCheck';
  return { table: keyOnly.table, operation, key: toTypedMap(keyOnly.key), ...conditionOf(keyOnly) };
}

function putOf({ key, item = {} }: ItemInput): { key: Record<string, TypedValue>; attributeValues: unknown } {
  return { key: toTypedMap(key), attributeValues: toTypedMap(item) };
}

function updateOf({ key, update = {} }: ItemInput): { key: Record<string, TypedValue>; update: unknown } {
  return { key: toTypedMap(key), update: updateExpression(update) };
}

function conditionOf(input: ItemInput): { condition?: unknown } {
  const versioned = CONFLICT_DETECTION_MEMBERS.find((member) => Object.hasOwn(input, member));
  if (versioned) unsupported(`conflict detection on a DynamoDB data source (${versioned})`);
  return input.condition ? { condition: expressionOf(input.condition) } : {};
}

function readOf(input: ReadInput): Record<string, unknown> {
  const members = Object.fromEntries(READ_MEMBERS.map((name) => [name, input[name]]));
  return {
    ...present(members),
    ...(input.filter ? { filter: expressionOf(input.filter) } : {}),
    ...projectionOf(input.projection),
  };
}

/** Values are left out when there are none. AWS renders null for what it does not understand, and writes without condition. */
function expressionOf(filter: unknown): unknown {
  const rendered = dynamodbExpression(filter);
  if (!rendered) unsupported(`a DynamoDB condition that AppSync renders as no condition: ${JSON.stringify(filter)}`);
  const { expressionValues, ...rest } = rendered;
  return Object.keys(expressionValues).length > 0 ? { ...rest, expressionValues } : rest;
}

/** Attributes are numbered over the whole projection; a dot goes into a map. */
function projectionOf(paths: readonly string[] | undefined): { projection?: unknown } {
  if (!paths || paths.length === 0) return {};
  const expressionNames: Record<string, string> = {};
  const nameOf = (attribute: string) => {
    const known = Object.entries(expressionNames).find(([, named]) => named === attribute)?.[0];
    const placeholder = known ?? `#expName_${Object.keys(expressionNames).length + 1}`;
    expressionNames[placeholder] = attribute;
    return placeholder;
  };
  const expression = paths.map((path) => path.split('.').map(nameOf).join('.')).join(', ');
  return { projection: { expression, expressionNames } };
}

function present(members: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined && value !== null));
}

function mapValues<T>(map: Record<string, T>, change: (value: T) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, change(value)]));
}

import type { Caller } from '../../Caller.ts';
import type { AttributeMap } from '../AttributeValue.ts';
import { Consumption, readUnits } from '../Consumption.ts';
import type { Engine } from '../Engine.ts';
import type { Condition } from '../expressions/Condition.ts';
import { evaluateCondition } from '../expressions/evaluateCondition.ts';
import type { BoundExpression, DocumentPath } from '../expressions/ParsedExpression.ts';
import type { KeyRange } from '../expressions/readKeyCondition.ts';
import type { ExpressionInput } from '../expressions/RequestExpressions.ts';
import { Item } from '../Item.ts';
import { indexKeyOf, readKey } from '../ItemKey.ts';
import { itemSizeBytes } from '../itemSizeBytes.ts';
import { normalizeMap } from '../normalizeValue.ts';
import { consumedCapacityDetail, oneOf } from '../requestMembers.ts';
import type { PageRequest, StoredTable } from '../StoredTable.ts';
import { type IndexDefinition, keyNames, projectedNames } from '../TableDefinition.ts';
import { validationException } from '../validationException.ts';
import { projected } from './projected.ts';

const MAX_PAGE_BYTES = 1_048_576;
/** Enough for a page of a hundred in one statement; further rows are fetched by the average size seen so far. */
const FIRST_CHUNK = 128;
const MAX_CHUNK = 4_096;

/** Members that Query and Scan share. */
export const READ_MEMBERS = [
  'TableName',
  'IndexName',
  'ConsistentRead',
  'ExclusiveStartKey',
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
  'FilterExpression',
  'Limit',
  'ProjectionExpression',
  'ReturnConsumedCapacity',
  'Select',
] as const;

export interface ReadInput extends ExpressionInput {
  TableName: string;
  IndexName?: string;
  ConsistentRead?: boolean;
  ExclusiveStartKey?: AttributeMap;
  Limit?: number;
  ReturnConsumedCapacity?: string;
  Select?: string;
}

/** What a Query or Scan looks for, its expressions understood. */
export interface Reading {
  operation: 'Query' | 'Scan';
  table: StoredTable;
  index: IndexDefinition | undefined;
  range?: KeyRange;
  forward: boolean;
  filter: BoundExpression<Condition> | undefined;
  projection: readonly DocumentPath[] | undefined;
}

/** Opens the table, and the index if the request names one, for the given action. */
export function openForRead(
  engine: Engine,
  operation: 'Query' | 'Scan',
  input: ReadInput,
  caller: Caller,
): Pick<Reading, 'operation' | 'table' | 'index'> {
  const table = engine.open(caller, `dynamodb:${operation}`, input.TableName, input.IndexName);
  if (input.IndexName === undefined) return { operation, table, index: undefined };
  const index = table.definition.indexes.find(({ name }) => name === input.IndexName);
  if (!index) throw validationException(`The table does not have the specified index: ${input.IndexName}`);
  if (input.ConsistentRead && index.kind === 'GLOBAL') {
    throw validationException('Consistent reads are not supported on global secondary indexes');
  }
  return { operation, table, index };
}

/** Reads one page: at most `Limit` items or 1 MB are looked at, then filtered and projected. */
export function readItems(engine: Engine, input: ReadInput, reading: Reading): Record<string, unknown> {
  const { table, index } = reading;
  const detail = consumedCapacityDetail(input.ReturnConsumedCapacity);
  const select = readSelect(input, reading);
  const limit = readLimit(input.Limit);
  const held = index && select !== 'ALL_ATTRIBUTES' ? projectedNames(table.definition, index) : undefined;
  const fetches = held !== undefined && requiresFetch(reading, held);
  const after = readStart(input, reading);
  const page = engine.store.snapshot(() => readPage(reading, limit, after));

  const view = (item: Item) => (held && !fetches ? restricted(item, held) : item);
  const { filter } = reading;
  const matching = filter ? page.rows.filter(({ item }) => evaluateCondition(filter, item.attributes)) : page.rows;
  const consumption = new Consumption(table.definition, 'readUnits');
  const units = readUnits(page.sizeBytes, input.ConsistentRead === true);
  if (index) consumption.addIndex(index.name, units);
  else consumption.addTable(units);
  if (index && (fetches || (select === 'ALL_ATTRIBUTES' && index.projection !== 'ALL'))) {
    for (const { sizeBytes } of page.rows) consumption.addTable(readUnits(sizeBytes, input.ConsistentRead === true));
  }
  consumption.countIn(engine.meter);

  return {
    ...(select === 'COUNT' ? {} : { Items: matching.map(({ item }) => projected(view(item), reading.projection)) }),
    Count: matching.length,
    ScannedCount: page.rows.length,
    ...(page.last ? { LastEvaluatedKey: keyAttributes(reading, page.last) } : {}),
    ...(detail === 'NONE' ? {} : { ConsumedCapacity: consumption.describe(detail) }),
  };
}

interface Page {
  rows: { item: Item; sizeBytes: number }[];
  /** What was looked at, which for an index is what the index holds. */
  sizeBytes: number;
  /** The last item, when reading stopped at the limit or at 1 MB. */
  last?: Item;
}

function readPage(reading: Reading, limit: number, after: PageRequest['after']): Page {
  const { table, index, range, forward } = reading;
  const held = index && projectedNames(table.definition, index);
  const page: Page = { rows: [], sizeBytes: 0 };
  for (;;) {
    const offset = page.rows.length;
    const average = offset === 0 ? 0 : page.sizeBytes / offset;
    const estimate = offset === 0 ? FIRST_CHUNK : Math.ceil((MAX_PAGE_BYTES - page.sizeBytes) / average) + 1;
    const count = Math.min(estimate, MAX_CHUNK, limit - offset);
    const chunk = table.page({
      ...(range ? { range } : {}),
      ...(index ? { index } : {}),
      ...(after ? { after } : {}),
      forward,
      count,
      offset,
    });
    for (const [text, sizeBytes] of chunk) {
      const item = Item.ofText(text);
      page.rows.push({ item, sizeBytes });
      page.sizeBytes += held ? itemSizeBytes(restricted(item, held).attributes) : sizeBytes;
      if (page.rows.length < limit && page.sizeBytes < MAX_PAGE_BYTES) continue;
      page.last = item;
      return page;
    }
    if (chunk.length < count) return page;
  }
}

function restricted(item: Item, names: ReadonlySet<string>): Item {
  const entries = Object.entries(item.attributes).filter(([name]) => names.has(name));
  return Item.ofAttributes(Object.fromEntries(entries));
}

function keyAttributes({ table, index }: Reading, { attributes }: Item): AttributeMap {
  const names = new Set([...keyNames(table.definition.key), ...(index ? keyNames(index.key) : [])]);
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => names.has(name)));
}

function readStart({ ExclusiveStartKey: given }: ReadInput, reading: Reading): PageRequest['after'] {
  if (given === undefined) return undefined;
  const { table, index, range } = reading;
  const attributes = normalizeMap(given);
  const names = new Set([...keyNames(table.definition.key), ...(index ? keyNames(index.key) : [])]);
  const invalid = (): Error =>
    validationException('The provided starting key is invalid: The provided key element does not match the schema');
  if (Object.keys(attributes).length !== names.size) throw invalid();
  const tableKey = Object.fromEntries(
    keyNames(table.definition.key).flatMap((name) => (attributes[name] ? [[name, attributes[name]]] : [])),
  );
  const { key } = readKey(table.definition, tableKey);
  const indexKey = index && indexKeyOf(index, attributes);
  if (index && !indexKey) throw invalid();
  const partition = (indexKey ?? key).partition;
  if (range && !Buffer.from(partition).equals(Buffer.from(range.partition))) {
    throw validationException('The provided starting key is outside query boundaries based on provided conditions');
  }
  return { key, ...(indexKey ? { indexKey } : {}) };
}

function readLimit(limit: number | undefined): number {
  if (limit === undefined) return Number.POSITIVE_INFINITY;
  if (Number.isInteger(limit) && limit >= 1) return limit;
  throw validationException(
    `1 validation error detected: Value '${limit}' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1`,
  );
}

function readSelect(input: ReadInput, { operation, index, projection }: Reading): string {
  const select = oneOf(
    'Select',
    input.Select,
    ['SPECIFIC_ATTRIBUTES', 'COUNT', 'ALL_ATTRIBUTES', 'ALL_PROJECTED_ATTRIBUTES'],
    projection ? 'SPECIFIC_ATTRIBUTES' : index ? 'ALL_PROJECTED_ATTRIBUTES' : 'ALL_ATTRIBUTES',
  );
  if (projection && select !== 'SPECIFIC_ATTRIBUTES') {
    throw validationException(
      `Cannot specify the ProjectionExpression when choosing to get ${select === 'COUNT' ? 'only the Count' : select}`,
    );
  }
  if (!projection && select === 'SPECIFIC_ATTRIBUTES') {
    throw validationException(
      'Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES',
    );
  }
  if (!index && select === 'ALL_PROJECTED_ATTRIBUTES') {
    throw validationException(
      `ALL_PROJECTED_ATTRIBUTES can be used only when ${operation === 'Query' ? 'Querying' : 'Scanning'} using an IndexName`,
    );
  }
  if (index?.kind === 'GLOBAL' && index.projection !== 'ALL' && select === 'ALL_ATTRIBUTES') {
    throw validationException(
      'One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported ' +
        `for global secondary index ${index.name} because its projection type is not ALL`,
    );
  }
  return select;
}

/** Whether an index lacks attributes that the request names: a local one then reads them from the table, a global one cannot. */
function requiresFetch({ index, projection, filter }: Reading, held: ReadonlySet<string>): boolean {
  const missing = (paths: readonly DocumentPath[] | undefined): string[] =>
    (paths ?? []).map(([name]) => String(name)).filter((name) => !held.has(name));
  const notProjected = missing(projection);
  const notFilterable = missing(filter?.paths);
  if (index?.kind === 'GLOBAL' && notProjected.length > 0) {
    throw validationException(
      `One or more parameter values were invalid: Global secondary index ${index.name} does not project [${notProjected.join(', ')}]`,
    );
  }
  if (index?.kind === 'GLOBAL' && notFilterable.length > 0) {
    throw validationException(
      `One or more parameter values were invalid: Secondary index ${index.name} does not project one or more filter attributes: [${notFilterable.join(', ')}]`,
    );
  }
  return notProjected.length > 0 || notFilterable.length > 0;
}

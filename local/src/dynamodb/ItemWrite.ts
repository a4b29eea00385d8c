import { AwsError } from '../AwsError.ts';
import type { AttributeMap, AttributeValue } from './AttributeValue.ts';
import { type Consumption, writeUnits } from './Consumption.ts';
import { applyUpdate } from './expressions/applyUpdate.ts';
import type { Condition } from './expressions/Condition.ts';
import { evaluateCondition } from './expressions/evaluateCondition.ts';
import type { BoundExpression, DocumentPath } from './expressions/ParsedExpression.ts';
import { projectItem } from './expressions/projectItem.ts';
import { type ExpressionInput, RequestExpressions } from './expressions/RequestExpressions.ts';
import type { Update } from './expressions/Update.ts';
import { Item } from './Item.ts';
import { checkIndexKeys, indexKeyOf, type ItemKey, keyOfItem, readKey } from './ItemKey.ts';
import { itemSizeBytes } from './itemSizeBytes.ts';
import { normalizeMap } from './normalizeValue.ts';
import { oneOf } from './requestMembers.ts';
import type { StoredRow, StoredTable } from './StoredTable.ts';
import { type IndexDefinition, keyNames, projectedNames } from './TableDefinition.ts';
import { validationException } from './validationException.ts';

const MAX_ITEM_BYTES = 409_600;
const NO_ITEM: AttributeMap = {};

/** One change of one item, checked as far as that is possible before the item is read. */
export interface ItemWrite {
  readonly table: StoredTable;
  readonly key: ItemKey;
  readonly condition: BoundExpression<Condition> | undefined;
  /** ReturnValuesOnConditionCheckFailure: ALL_OLD. */
  readonly returnsOldOnFailure: boolean;
  /** The item after the change: undefined deletes it, the very `old` leaves it as it is. */
  next(old: Item | undefined): NextItem | undefined;
  /** The update, for those that have one: its paths are the UPDATED_OLD and UPDATED_NEW attributes. */
  readonly update?: BoundExpression<Update> | undefined;
}

interface NextItem {
  item: Item;
  sizeBytes: number;
}

export interface WriteInput extends ExpressionInput {
  ReturnValuesOnConditionCheckFailure?: string;
}

export interface PutInput extends WriteInput {
  Item: AttributeMap;
}

export interface KeyedInput extends WriteInput {
  Key: AttributeMap;
}

/** The expressions of one write; they are checked before anything else is, also within a transaction. */
export interface WriteExpressions {
  condition: BoundExpression<Condition> | undefined;
  update: BoundExpression<Update> | undefined;
}

export function readWriteExpressions(input: WriteInput): WriteExpressions {
  const expressions = new RequestExpressions(input);
  const update = expressions.update();
  const condition = expressions.condition('ConditionExpression');
  expressions.finish();
  return { condition, update };
}

export function putWrite(table: StoredTable, input: PutInput, { condition }: WriteExpressions): ItemWrite {
  if (typeof input.Item !== 'object' || input.Item === null) {
    throw validationException(
      "1 validation error detected: Value null at 'item' failed to satisfy constraint: Member must not be null",
    );
  }
  const attributes = normalizeMap(input.Item);
  const key = keyOfItem(table.definition, attributes);
  checkIndexKeys(table.definition, attributes, 'put');
  const next = { item: Item.ofAttributes(attributes), sizeBytes: itemSizeBytes(attributes) };
  if (next.sizeBytes > MAX_ITEM_BYTES) throw validationException('Item size has exceeded the maximum allowed size');
  return { table, key, condition, returnsOldOnFailure: returnsOld(input), next: () => next };
}

export function deleteWrite(table: StoredTable, input: KeyedInput, { condition }: WriteExpressions): ItemWrite {
  const { key } = readKey(table.definition, input.Key);
  return { table, key, condition, returnsOldOnFailure: returnsOld(input), next: () => undefined };
}

export function updateWrite(table: StoredTable, input: KeyedInput, { condition, update }: WriteExpressions): ItemWrite {
  const { key, attributes: keyAttributes } = readKey(table.definition, input.Key);
  if (update) refuseKeyUpdate(table, update);
  return {
    table,
    key,
    condition,
    returnsOldOnFailure: returnsOld(input),
    update,
    next(old) {
      const before = old?.attributes ?? keyAttributes;
      const after = update ? applyUpdate(update, before) : before;
      checkIndexKeys(table.definition, after, 'update');
      const sizeBytes = itemSizeBytes(after);
      if (sizeBytes > MAX_ITEM_BYTES) {
        throw validationException('Item size to update has exceeded the maximum allowed size');
      }
      return { item: Item.ofAttributes(after), sizeBytes };
    },
  };
}

/** A transaction's ConditionCheck: looks, and leaves the item alone. */
export function conditionCheck(table: StoredTable, input: KeyedInput, { condition }: WriteExpressions): ItemWrite {
  const { key } = readKey(table.definition, input.Key);
  return {
    table,
    key,
    condition,
    returnsOldOnFailure: returnsOld(input),
    next: (old) => old && { item: old, sizeBytes: 0 },
  };
}

/** Does the write within a transaction that is open. Throws ConditionalCheckFailedException; units are counted either way. */
export function performWrite(write: ItemWrite, consumption: Consumption): { old?: Item; next?: Item } {
  const { table, key, condition } = write;
  const previous = table.get(key);
  if (condition && !evaluateCondition(condition, previous?.item.attributes ?? NO_ITEM)) {
    consumption.addTable(writeUnits(previous?.sizeBytes ?? 0));
    throw new AwsError('ConditionalCheckFailedException', 'The conditional request failed', {
      extra: write.returnsOldOnFailure && previous ? { Item: previous.item.attributes } : {},
    });
  }
  const next = write.next(previous?.item);
  consumption.addTable(writeUnits(Math.max(previous?.sizeBytes ?? 0, next?.sizeBytes ?? 0)));
  if (next?.item !== previous?.item) {
    for (const index of table.definition.indexes) countIndexWrite(table, index, previous, next, consumption);
    if (next) table.put(key, next.item, next.sizeBytes, previous);
    else if (previous) table.delete(key, previous);
  }
  return { ...(previous ? { old: previous.item } : {}), ...(next ? { next: next.item } : {}) };
}

/** The attributes that an UpdateItem touched, as they stand in `item`: parts of maps, but lists whole. */
export function updatedAttributes(update: BoundExpression<Update>, item: AttributeMap): AttributeMap {
  const { set, remove, add, delete: deleted } = update.root;
  const paths = [...set, ...remove, ...add, ...deleted].map(({ path: position }) => {
    const path = update.paths[position] as DocumentPath;
    const list = path.findIndex((step) => typeof step === 'number');
    return list < 0 ? path : path.slice(0, list);
  });
  return projectItem(item, paths);
}

function returnsOld({ ReturnValuesOnConditionCheckFailure: value }: WriteInput): boolean {
  return oneOf('ReturnValuesOnConditionCheckFailure', value, ['ALL_OLD', 'NONE'], 'NONE') === 'ALL_OLD';
}

function refuseKeyUpdate({ definition }: StoredTable, { root, paths }: BoundExpression<Update>): void {
  const keys = keyNames(definition.key);
  for (const { path } of [...root.set, ...root.remove, ...root.add, ...root.delete]) {
    const name = paths[path]?.[0];
    if (typeof name !== 'string' || !keys.includes(name)) continue;
    throw validationException(
      `One or more parameter values were invalid: Cannot update attribute ${name}. This attribute is part of the key`,
    );
  }
}

/** A changed index key costs a delete and a put, a changed projection one write, anything else nothing. */
function countIndexWrite(
  table: StoredTable,
  index: IndexDefinition,
  previous: StoredRow | undefined,
  next: NextItem | undefined,
  consumption: Consumption,
): void {
  const before = previous && indexKeyOf(index, previous.item.attributes);
  const after = next && indexKeyOf(index, next.item.attributes);
  if (!before && !after) return;
  const names = projectedNames(table.definition, index);
  const old = before && previous ? projection(previous.item, previous.sizeBytes, names) : undefined;
  const fresh = after && next ? projection(next.item, next.sizeBytes, names) : undefined;
  if (old && fresh && JSON.stringify(before) === JSON.stringify(after)) {
    if (old.text !== fresh.text) consumption.addIndex(index.name, writeUnits(Math.max(old.sizeBytes, fresh.sizeBytes)));
    return;
  }
  if (old) consumption.addIndex(index.name, writeUnits(old.sizeBytes));
  if (fresh) consumption.addIndex(index.name, writeUnits(fresh.sizeBytes));
}

function projection(
  item: Item,
  sizeBytes: number,
  names: ReadonlySet<string> | undefined,
): { text: string; sizeBytes: number } {
  if (!names) return { text: item.text, sizeBytes };
  const entries = [...names].flatMap((name): [string, AttributeValue][] => {
    const value = item.attributes[name];
    return value === undefined ? [] : [[name, value]];
  });
  const projected = Object.fromEntries(entries);
  return { text: JSON.stringify(projected), sizeBytes: itemSizeBytes(projected) };
}

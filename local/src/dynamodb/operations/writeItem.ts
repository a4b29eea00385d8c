import { Consumption } from '../Consumption.ts';
import type { Engine } from '../Engine.ts';
import { type ItemWrite, performWrite } from '../ItemWrite.ts';
import type { Item } from '../Item.ts';
import { consumedCapacityDetail, refuseItemCollectionMetrics } from '../requestMembers.ts';

/** Members that all three operations on one item share. */
export const WRITE_MEMBERS = [
  'TableName',
  'ConditionExpression',
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
  'ReturnConsumedCapacity',
  'ReturnItemCollectionMetrics',
  'ReturnValues',
  'ReturnValuesOnConditionCheckFailure',
] as const;

export interface WriteResponseInput {
  ReturnConsumedCapacity?: string;
  ReturnItemCollectionMetrics?: string;
}

/** Performs the write in a transaction of its own; `attributes` picks the response's `Attributes`. */
export function writeItem(
  engine: Engine,
  input: WriteResponseInput,
  write: ItemWrite,
  attributes: (outcome: { old?: Item; next?: Item }) => Item | undefined,
): Record<string, unknown> {
  const detail = consumedCapacityDetail(input.ReturnConsumedCapacity);
  refuseItemCollectionMetrics(input.ReturnItemCollectionMetrics);
  const consumption = new Consumption(write.table.definition, 'writeUnits');
  try {
    const returned = attributes(engine.store.write(() => performWrite(write, consumption)));
    return {
      ...(returned ? { Attributes: returned } : {}),
      ...(detail === 'NONE' ? {} : { ConsumedCapacity: consumption.describe(detail) }),
    };
  } finally {
    consumption.countIn(engine.meter);
  }
}

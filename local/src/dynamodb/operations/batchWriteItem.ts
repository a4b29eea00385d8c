import type { Caller } from '../../Caller.ts';
import type { AttributeMap } from '../AttributeValue.ts';
import { Consumption } from '../Consumption.ts';
import type { Engine } from '../Engine.ts';
import { deleteWrite, type ItemWrite, performWrite, putWrite } from '../ItemWrite.ts';
import { consumedCapacityDetail, refuseItemCollectionMetrics, refuseOtherMembers } from '../requestMembers.ts';
import type { StoredTable } from '../StoredTable.ts';
import { validationException } from '../validationException.ts';
import { DistinctKeys } from './DistinctKeys.ts';

const MEMBERS = new Set(['RequestItems', 'ReturnConsumedCapacity', 'ReturnItemCollectionMetrics']);
const MAX_WRITES = 25;
const NO_EXPRESSIONS = { condition: undefined, update: undefined };

interface WriteRequest {
  PutRequest?: { Item: AttributeMap };
  DeleteRequest?: { Key: AttributeMap };
}

interface Input {
  RequestItems: Record<string, WriteRequest[]>;
  ReturnConsumedCapacity?: string;
  ReturnItemCollectionMetrics?: string;
}

/** One transaction of the file for the whole batch: AWS promises less (each write by itself), which nobody can rely on. */
export function batchWriteItem(engine: Engine, input: Input, caller: Caller): Record<string, unknown> {
  refuseOtherMembers('BatchWriteItem', input, MEMBERS);
  const detail = consumedCapacityDetail(input.ReturnConsumedCapacity);
  refuseItemCollectionMetrics(input.ReturnItemCollectionMetrics);
  const requests = Object.entries(input.RequestItems ?? {});
  if (requests.length === 0) throw validationException('BatchWriteItem cannot have a null or no requests set');
  let total = 0;
  for (const [name, writes] of requests) {
    if (!writes?.length) {
      throw validationException(`The batch write request list for a table cannot be null or empty: ${name}`);
    }
    total += writes.length;
  }
  if (total > MAX_WRITES) throw validationException('Too many items requested for the BatchWriteItem call');
  const distinct = new DistinctKeys('Provided list of item keys contains duplicates');
  const batches = requests.map(([name, writes]) => {
    const table = engine.open(caller, 'dynamodb:BatchWriteItem', name);
    const prepared = writes.map((write) => prepare(table, write));
    for (const { key } of prepared) distinct.add(table, key);
    return { prepared, consumption: new Consumption(table.definition, 'writeUnits') };
  });
  engine.store.write(() => {
    for (const { prepared, consumption } of batches) {
      for (const write of prepared) performWrite(write, consumption);
    }
  });
  for (const { consumption } of batches) consumption.countIn(engine.meter);
  return {
    UnprocessedItems: {},
    ...(detail === 'NONE' ? {} : { ConsumedCapacity: batches.map(({ consumption }) => consumption.describe(detail)) }),
  };
}

function prepare(table: StoredTable, { PutRequest, DeleteRequest }: WriteRequest): ItemWrite {
  if (PutRequest && !DeleteRequest) return putWrite(table, { Item: PutRequest.Item }, NO_EXPRESSIONS);
  if (DeleteRequest && !PutRequest) return deleteWrite(table, { Key: DeleteRequest.Key }, NO_EXPRESSIONS);
  throw validationException(
    'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
  );
}

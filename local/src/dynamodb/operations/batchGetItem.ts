import type { Caller } from '../../Caller.ts';
import type { AttributeMap } from '../AttributeValue.ts';
import { Consumption, readUnits } from '../Consumption.ts';
import type { Engine } from '../Engine.ts';
import { type ExpressionInput, RequestExpressions } from '../expressions/RequestExpressions.ts';
import type { Item } from '../Item.ts';
import { readKey } from '../ItemKey.ts';
import { consumedCapacityDetail, refuseOtherMembers } from '../requestMembers.ts';
import { validationException } from '../validationException.ts';
import { DistinctKeys } from './DistinctKeys.ts';
import { projected } from './projected.ts';

const MEMBERS = new Set(['RequestItems', 'ReturnConsumedCapacity']);
const TABLE_MEMBERS = new Set(['Keys', 'ConsistentRead', 'ExpressionAttributeNames', 'ProjectionExpression']);
const MAX_KEYS = 100;
const MAX_RESPONSE_BYTES = 16 * 1_048_576;

interface TableRequest extends ExpressionInput {
  Keys: AttributeMap[];
  ConsistentRead?: boolean;
}

interface Input {
  RequestItems: Record<string, TableRequest>;
  ReturnConsumedCapacity?: string;
}

export function batchGetItem(engine: Engine, input: Input, caller: Caller): Record<string, unknown> {
  refuseOtherMembers('BatchGetItem', input, MEMBERS);
  const detail = consumedCapacityDetail(input.ReturnConsumedCapacity);
  const requests = Object.entries(input.RequestItems ?? {});
  if (requests.length === 0) throw validationException('BatchGetItem must have some requests set');
  let total = 0;
  for (const [name, { Keys }] of requests) {
    if (!Keys?.length) {
      throw validationException(
        `The list of keys in RequestItems for BatchGetItem is required: ${name} has empty list`,
      );
    }
    total += Keys.length;
  }
  if (total > MAX_KEYS) throw validationException('Too many items requested for the BatchGetItem call');
  const reads = requests.map(([name, request]) => prepare(engine, name, request, caller));

  const responses: Record<string, Item[]> = {};
  const unprocessed: Record<string, TableRequest> = {};
  let sizeBytes = 0;
  engine.store.snapshot(() => {
    for (const { name, table, request, keys, projection, consumption } of reads) {
      const found = (responses[name] = [] as Item[]);
      keys.forEach((key, position) => {
        if (sizeBytes >= MAX_RESPONSE_BYTES) {
          unprocessed[name] ??= { ...request, Keys: request.Keys.slice(position) };
          return;
        }
        const row = table.get(key);
        consumption.addTable(readUnits(row?.sizeBytes ?? 0, request.ConsistentRead === true));
        if (!row) return;
        sizeBytes += row.sizeBytes;
        found.push(projected(row.item, projection));
      });
    }
  });
  for (const { consumption } of reads) consumption.countIn(engine.meter);
  return {
    Responses: responses,
    UnprocessedKeys: unprocessed,
    ...(detail === 'NONE' ? {} : { ConsumedCapacity: reads.map(({ consumption }) => consumption.describe(detail)) }),
  };
}

function prepare(engine: Engine, name: string, request: TableRequest, caller: Caller) {
  refuseOtherMembers('BatchGetItem', request, TABLE_MEMBERS);
  const table = engine.open(caller, 'dynamodb:BatchGetItem', name);
  const expressions = new RequestExpressions(request);
  const projection = expressions.projection();
  expressions.finish();
  const distinct = new DistinctKeys('Provided list of item keys contains duplicates');
  const keys = request.Keys.map((given) => {
    const { key } = readKey(table.definition, given);
    distinct.add(table, key);
    return key;
  });
  return { name, table, request, keys, projection, consumption: new Consumption(table.definition, 'readUnits') };
}

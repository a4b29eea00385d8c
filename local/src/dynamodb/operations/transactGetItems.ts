import type { Caller } from '../../Caller.ts';
import type { AttributeMap } from '../AttributeValue.ts';
import { readUnits } from '../Consumption.ts';
import type { Engine } from '../Engine.ts';
import { type ExpressionInput, RequestExpressions } from '../expressions/RequestExpressions.ts';
import { readKey } from '../ItemKey.ts';
import { consumedCapacityDetail, refuseOtherMembers } from '../requestMembers.ts';
import { validationException } from '../validationException.ts';
import { DistinctKeys } from './DistinctKeys.ts';
import { projected } from './projected.ts';
import {
  CancellationReasons,
  MULTIPLE_OPERATIONS_ON_ONE_ITEM,
  requireTransactItems,
  TransactionConsumption,
} from './transactions.ts';

const MEMBERS = new Set(['TransactItems', 'ReturnConsumedCapacity']);
const GET_MEMBERS = new Set(['TableName', 'Key', 'ExpressionAttributeNames', 'ProjectionExpression']);

interface Get extends ExpressionInput {
  TableName: string;
  Key: AttributeMap;
}

interface Input {
  TransactItems: { Get: Get }[];
  ReturnConsumedCapacity?: string;
}

export function transactGetItems(engine: Engine, input: Input, caller: Caller): Record<string, unknown> {
  refuseOtherMembers('TransactGetItems', input, MEMBERS);
  const detail = consumedCapacityDetail(input.ReturnConsumedCapacity);
  requireTransactItems(input.TransactItems);
  const distinct = new DistinctKeys(MULTIPLE_OPERATIONS_ON_ONE_ITEM);
  const reasons = new CancellationReasons(input.TransactItems.length);
  const gets = input.TransactItems.flatMap(({ Get: get }, position) => {
    if (!get) throw validationException('Invalid Request: TransactGetRequest should contain Get request');
    refuseOtherMembers('TransactGetItems', get, GET_MEMBERS);
    const table = engine.open(caller, 'dynamodb:GetItem', get.TableName);
    const expressions = new RequestExpressions(get);
    const projection = expressions.projection();
    expressions.finish();
    const key = reasons.attempt(position, () => readKey(table.definition, get.Key).key);
    if (key === undefined) return [];
    distinct.add(table, key);
    return [{ table, key, projection }];
  });
  reasons.throwIfAny();
  const consumption = new TransactionConsumption('readUnits');
  const responses = engine.store.snapshot(() =>
    gets.map(({ table, key, projection }) => {
      const row = table.get(key);
      consumption.of(table).addTable(readUnits(row?.sizeBytes ?? 0, true));
      return row ? { Item: projected(row.item, projection) } : {};
    }),
  );
  consumption.countIn(engine.meter);
  return { Responses: responses, ...consumption.describe(detail) };
}

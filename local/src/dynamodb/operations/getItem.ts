import type { Caller } from '../../Caller.ts';
import type { AttributeMap } from '../AttributeValue.ts';
import { Consumption, readUnits } from '../Consumption.ts';
import type { Engine } from '../Engine.ts';
import { type ExpressionInput, RequestExpressions } from '../expressions/RequestExpressions.ts';
import { readKey } from '../ItemKey.ts';
import { consumedCapacityDetail, refuseOtherMembers } from '../requestMembers.ts';
import { projected } from './projected.ts';

const MEMBERS = new Set([
  'TableName',
  'Key',
  'ConsistentRead',
  'ExpressionAttributeNames',
  'ProjectionExpression',
  'ReturnConsumedCapacity',
]);

interface Input extends ExpressionInput {
  TableName: string;
  Key: AttributeMap;
  ConsistentRead?: boolean;
  ReturnConsumedCapacity?: string;
}

export function getItem(engine: Engine, input: Input, caller: Caller): Record<string, unknown> {
  refuseOtherMembers('GetItem', input, MEMBERS);
  const table = engine.open(caller, 'dynamodb:GetItem', input.TableName);
  const detail = consumedCapacityDetail(input.ReturnConsumedCapacity);
  const expressions = new RequestExpressions(input);
  const projection = expressions.projection();
  expressions.finish();
  const row = table.get(readKey(table.definition, input.Key).key);
  const consumption = new Consumption(table.definition, 'readUnits');
  consumption.addTable(readUnits(row?.sizeBytes ?? 0, input.ConsistentRead === true));
  consumption.countIn(engine.meter);
  return {
    ...(row ? { Item: projected(row.item, projection) } : {}),
    ...(detail === 'NONE' ? {} : { ConsumedCapacity: consumption.describe(detail) }),
  };
}

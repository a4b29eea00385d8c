import type { Caller } from '../../Caller.ts';
import type { Engine } from '../Engine.ts';
import { Item } from '../Item.ts';
import { type ItemWrite, type KeyedInput, updatedAttributes, updateWrite, readWriteExpressions } from '../ItemWrite.ts';
import { refuseOtherMembers } from '../requestMembers.ts';
import { returnValues } from './returnValues.ts';
import { WRITE_MEMBERS, writeItem, type WriteResponseInput } from './writeItem.ts';

const MEMBERS = new Set<string>([...WRITE_MEMBERS, 'Key', 'UpdateExpression']);

interface Input extends KeyedInput, WriteResponseInput {
  TableName: string;
  ReturnValues?: string;
}

export function updateItem(engine: Engine, input: Input, caller: Caller): Record<string, unknown> {
  refuseOtherMembers('UpdateItem', input, MEMBERS);
  const table = engine.open(caller, 'dynamodb:UpdateItem', input.TableName);
  const returned = returnValues(input.ReturnValues, ['NONE', 'ALL_OLD', 'ALL_NEW', 'UPDATED_OLD', 'UPDATED_NEW']);
  const write = updateWrite(table, input, readWriteExpressions(input));
  return writeItem(engine, input, write, ({ old, next }) => {
    switch (returned) {
      case 'NONE':
        return undefined;
      case 'ALL_OLD':
        return old;
      case 'ALL_NEW':
        return next;
      case 'UPDATED_OLD':
        return touched(write, old);
      case 'UPDATED_NEW':
        return touched(write, next);
    }
  });
}

function touched({ update }: ItemWrite, item: Item | undefined): Item | undefined {
  if (!update || !item) return undefined;
  const attributes = updatedAttributes(update, item.attributes);
  return Object.keys(attributes).length === 0 ? undefined : Item.ofAttributes(attributes);
}

import type { Caller } from '../../Caller.ts';
import type { Engine } from '../Engine.ts';
import { deleteWrite, type KeyedInput, readWriteExpressions } from '../ItemWrite.ts';
import { refuseOtherMembers } from '../requestMembers.ts';
import { returnValues } from './returnValues.ts';
import { WRITE_MEMBERS, writeItem, type WriteResponseInput } from './writeItem.ts';

const MEMBERS = new Set<string>([...WRITE_MEMBERS, 'Key']);

interface Input extends KeyedInput, WriteResponseInput {
  TableName: string;
  ReturnValues?: string;
}

export function deleteItem(engine: Engine, input: Input, caller: Caller): Record<string, unknown> {
  refuseOtherMembers('DeleteItem', input, MEMBERS);
  const table = engine.open(caller, 'dynamodb:DeleteItem', input.TableName);
  const returned = returnValues(input.ReturnValues, ['NONE', 'ALL_OLD']);
  return writeItem(engine, input, deleteWrite(table, input, readWriteExpressions(input)), ({ old }) =>
    returned === 'ALL_OLD' ? old : undefined,
  );
}

import type { Caller } from '../../Caller.ts';
import type { Engine } from '../Engine.ts';
import { putWrite, type PutInput, readWriteExpressions } from '../ItemWrite.ts';
import { refuseOtherMembers } from '../requestMembers.ts';
import { returnValues } from './returnValues.ts';
import { WRITE_MEMBERS, writeItem, type WriteResponseInput } from './writeItem.ts';

const MEMBERS = new Set<string>([...WRITE_MEMBERS, 'Item']);

interface Input extends PutInput, WriteResponseInput {
  TableName: string;
  ReturnValues?: string;
}

export function putItem(engine: Engine, input: Input, caller: Caller): Record<string, unknown> {
  refuseOtherMembers('PutItem', input, MEMBERS);
  const table = engine.open(caller, 'dynamodb:PutItem', input.TableName);
  const returned = returnValues(input.ReturnValues, ['NONE', 'ALL_OLD']);
  return writeItem(engine, input, putWrite(table, input, readWriteExpressions(input)), ({ old }) =>
    returned === 'ALL_OLD' ? old : undefined,
  );
}

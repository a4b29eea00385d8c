import type { Caller } from '../../Caller.ts';
import type { Engine } from '../Engine.ts';
import { refuseOtherMembers } from '../requestMembers.ts';
import { tableDescription } from './tableDescription.ts';

const MEMBERS = new Set(['TableName']);

export function describeTable(engine: Engine, input: { TableName: string }, caller: Caller): Record<string, unknown> {
  refuseOtherMembers('DescribeTable', input, MEMBERS);
  const table = engine.open(caller, 'dynamodb:DescribeTable', input.TableName);
  return { Table: tableDescription(engine, table, 'ACTIVE') };
}

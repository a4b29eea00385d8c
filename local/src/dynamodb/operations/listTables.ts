import { authorize, type Caller } from '../../Caller.ts';
import type { Engine } from '../Engine.ts';
import { refuseOtherMembers } from '../requestMembers.ts';

const MEMBERS = new Set(['ExclusiveStartTableName', 'Limit']);
const MAX_NAMES = 100;

interface Input {
  ExclusiveStartTableName?: string;
  Limit?: number;
}

export function listTables(engine: Engine, input: Input, caller: Caller): Record<string, unknown> {
  refuseOtherMembers('ListTables', input, MEMBERS);
  authorize(caller, 'dynamodb:ListTables', '*');
  const { ExclusiveStartTableName: after } = input;
  const names = engine.store.names().filter((name) => after === undefined || name > after);
  const page = names.slice(0, input.Limit ?? MAX_NAMES);
  return { TableNames: page, ...(page.length < names.length ? { LastEvaluatedTableName: page.at(-1) } : {}) };
}

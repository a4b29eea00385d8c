import type { Caller } from '../../Caller.ts';
import type { Engine } from '../Engine.ts';
import { refuseOtherMembers } from '../requestMembers.ts';
import { validationException } from '../validationException.ts';
import { tableDescription } from './tableDescription.ts';

const MEMBERS = new Set(['TableName']);

export function deleteTable(engine: Engine, input: { TableName: string }, caller: Caller): Record<string, unknown> {
  refuseOtherMembers('DeleteTable', input, MEMBERS);
  const table = engine.open(caller, 'dynamodb:DeleteTable', input.TableName);
  if (table.definition.deletionProtection) {
    throw validationException(
      `Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.`,
    );
  }
  const description = tableDescription(engine, table, 'DELETING');
  engine.store.drop(table);
  return { TableDescription: description };
}

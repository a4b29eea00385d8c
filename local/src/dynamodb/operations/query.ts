import type { Caller } from '../../Caller.ts';
import type { Engine } from '../Engine.ts';
import { readKeyCondition } from '../expressions/readKeyCondition.ts';
import { RequestExpressions } from '../expressions/RequestExpressions.ts';
import { refuseOtherMembers } from '../requestMembers.ts';
import { keyNames } from '../TableDefinition.ts';
import { validationException } from '../validationException.ts';
import { openForRead, READ_MEMBERS, type ReadInput, readItems } from './readItems.ts';

const MEMBERS = new Set<string>([...READ_MEMBERS, 'KeyConditionExpression', 'ScanIndexForward']);

interface Input extends ReadInput {
  ScanIndexForward?: boolean;
}

export function query(engine: Engine, input: Input, caller: Caller): Record<string, unknown> {
  refuseOtherMembers('Query', input, MEMBERS);
  const opened = openForRead(engine, 'Query', input, caller);
  const key = (opened.index ?? opened.table.definition).key;
  const expressions = new RequestExpressions(input);
  const filter = expressions.condition('FilterExpression');
  const projection = expressions.projection();
  const keyCondition = expressions.condition('KeyConditionExpression');
  expressions.finish();
  if (!keyCondition) {
    throw validationException(
      'Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.',
    );
  }
  const range = readKeyCondition(keyCondition, key);
  for (const [name] of filter?.paths ?? []) {
    if (!keyNames(key).includes(String(name))) continue;
    throw validationException(
      `Filter Expression can only contain non-primary key attributes: Primary key attribute: ${name}`,
    );
  }
  return readItems(engine, input, { ...opened, range, filter, projection, forward: input.ScanIndexForward !== false });
}

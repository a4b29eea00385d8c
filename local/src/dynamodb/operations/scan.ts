import type { Caller } from '../../Caller.ts';
import type { Engine } from '../Engine.ts';
import { RequestExpressions } from '../expressions/RequestExpressions.ts';
import { refuseOtherMembers } from '../requestMembers.ts';
import { openForRead, READ_MEMBERS, type ReadInput, readItems } from './readItems.ts';

/** Parallel scans (Segment and TotalSegments) are among what is refused. */
const MEMBERS = new Set<string>(READ_MEMBERS);

export function scan(engine: Engine, input: ReadInput, caller: Caller): Record<string, unknown> {
  refuseOtherMembers('Scan', input, MEMBERS);
  const opened = openForRead(engine, 'Scan', input, caller);
  const expressions = new RequestExpressions(input);
  const filter = expressions.condition('FilterExpression');
  const projection = expressions.projection();
  expressions.finish();
  return readItems(engine, input, { ...opened, filter, projection, forward: true });
}

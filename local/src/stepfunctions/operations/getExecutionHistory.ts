import { authorize } from '../../Caller.ts';
import { detailsMemberOf, type HistoryEvent } from '../HistoryEvent.ts';
import { findExecution } from './findExecution.ts';
import type { Operation } from './Operation.ts';
import { pageTokenFor, positionOf } from './pageToken.ts';
import { arnOf, optionalStringOf, pageSizeOf } from './requestMembers.ts';

/** Members that `includeExecutionData: false` leaves out. */
const EXECUTION_DATA = ['input', 'output', 'parameters', 'assignedVariables'];

export const getExecutionHistory: Operation = (engine, input, caller) => {
  const executionArn = arnOf(input, 'executionArn');
  authorize(caller, 'states:GetExecutionHistory', executionArn);
  const { id } = findExecution(engine, executionArn);
  if (id === undefined) return { events: [] };
  engine.executions.get(id)?.checkpoint();
  const isReversed = input['reverseOrder'] === true;
  const limit = pageSizeOf(input);
  const listing = `${executionArn} ${isReversed}`;
  const after = positionOf(optionalStringOf(input, 'nextToken'), listing) ?? (isReversed ? Number.MAX_SAFE_INTEGER : 0);
  const events = engine.store.events(id, after, limit + 1, isReversed);
  const shown = events.slice(0, limit);
  const last = shown.at(-1);
  return {
    events: shown.map((event) => eventOf(event, input['includeExecutionData'] !== false)),
    ...(events.length > limit && last ? { nextToken: pageTokenFor(listing, last.id) } : {}),
  };
};

function eventOf(
  { id, previousEventId, type, atMs, details }: HistoryEvent,
  hasData: boolean,
): Record<string, unknown> {
  const shown =
    hasData || !details
      ? details
      : Object.fromEntries(Object.entries(details).filter(([name]) => !EXECUTION_DATA.includes(name)));
  return {
    timestamp: atMs / 1000,
    type,
    id,
    previousEventId,
    ...(shown ? { [detailsMemberOf(type)]: shown } : {}),
  };
}

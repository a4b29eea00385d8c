import { authorize } from '../../Caller.ts';
import type { StateMachineRow } from '../Store.ts';
import type { Operation } from './Operation.ts';
import { pageTokenFor, positionOf } from './pageToken.ts';
import { optionalStringOf, pageSizeOf } from './requestMembers.ts';

export const listStateMachines: Operation = (engine, input, caller) => {
  authorize(caller, 'states:ListStateMachines', '*');
  const limit = pageSizeOf(input);
  const offset = positionOf(optionalStringOf(input, 'nextToken'), 'machines') ?? 0;
  const rows = engine.store.all<StateMachineRow>('SELECT * FROM machines ORDER BY name LIMIT :limit OFFSET :offset', {
    limit: limit + 1,
    offset,
  });
  return {
    stateMachines: rows.slice(0, limit).map(({ arn, name, type, created_ms }) => ({
      stateMachineArn: arn,
      name,
      type,
      creationDate: created_ms / 1000,
    })),
    ...(rows.length > limit ? { nextToken: pageTokenFor('machines', offset + limit) } : {}),
  };
};

import { AwsError } from '../../AwsError.ts';
import { authorize, type Caller } from '../../Caller.ts';
import type { Engine } from '../Engine.ts';
import type { TaskCallback } from '../states/TaskCallback.ts';
import type { ExecutionRow } from '../Store.ts';
import { stringOf } from './requestMembers.ts';

/** The Task that waits for a token. Throws `InvalidToken`, `TaskDoesNotExist`, or `TaskTimedOut` when it waits no more. */
export function findTask(
  engine: Engine,
  input: Readonly<Record<string, unknown>>,
  caller: Caller,
  action: `states:${string}`,
): TaskCallback {
  const token = stringOf(input, 'taskToken');
  const id = engine.executionIdOfToken(token);
  if (id === undefined) throw new AwsError('InvalidToken', "Invalid Token: 'Invalid token'");
  const row = engine.store.get<ExecutionRow>('SELECT * FROM executions WHERE id = :id', { id });
  if (!row) throw new AwsError('TaskDoesNotExist', "Task Does Not Exist: 'Provided task does not exist'");
  authorize(caller, action, row.machine_arn.split('/')[0] ?? '');
  const callback = engine.executions.get(id)?.callbacks.get(token);
  if (!callback) throw new AwsError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
  return callback;
}

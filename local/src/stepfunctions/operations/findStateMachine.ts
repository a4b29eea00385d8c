import { AwsError } from '../../AwsError.ts';
import type { Engine } from '../Engine.ts';
import type { StateMachineRow } from '../Store.ts';

/** Throws `StateMachineDoesNotExist`. */
export function findStateMachine({ store }: Engine, arn: string): StateMachineRow {
  const row = store.get<StateMachineRow>('SELECT * FROM machines WHERE arn = :arn', { arn });
  if (!row) throw new AwsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  return row;
}

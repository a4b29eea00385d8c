import { AwsError } from '../../AwsError.ts';
import { authorize } from '../../Caller.ts';
import type { Engine } from '../Engine.ts';
import type { Execution } from '../Execution.ts';
import { executionStatusChange } from '../executionStatusChange.ts';
import { REDRIVE_TOKEN_WINDOW_MS, REDRIVE_TOKENS } from '../limits.ts';
import { redriveExecution as redrive } from '../redriveExecution.ts';
import type { ExecutionRow } from '../Store.ts';
import { type FoundExecution, findExecution } from './findExecution.ts';
import type { Operation } from './Operation.ts';
import { redriveStatusOf } from './redriveStatusOf.ts';
import { arnOf, optionalStringOf } from './requestMembers.ts';

export const redriveExecution: Operation = (engine, input, caller) => {
  const executionArn = arnOf(input, 'executionArn');
  const clientToken = optionalStringOf(input, 'clientToken');
  authorize(caller, 'states:RedriveExecution', executionArn);
  const found = findExecution(engine, executionArn);
  const answeredMs = clientToken === undefined ? undefined : redrivenBefore(engine, found, clientToken);
  if (answeredMs !== undefined) return { redriveDate: answeredMs / 1000 };
  const { redriveStatus, redriveStatusReason } = redriveStatusOf(engine, found);
  if (redriveStatus !== 'REDRIVABLE' || found.id === undefined) {
    throw new AwsError(
      'ExecutionNotRedrivable',
      redriveStatusReason ?? `Execution is ${redriveStatus} and cannot be redriven`,
    );
  }
  const execution = redriven(engine, { ...found, id: found.id }, clientToken);
  const { identity } = execution;
  engine.onStatusChange?.(executionStatusChange({ ...identity, input: identity.input.text }));
  setImmediate(() => void execution.run());
  return { redriveDate: (identity.redriven_ms ?? 0) / 1000 };
};

/** When the same request redrove the execution; `undefined` when it did not, or too long ago. */
function redrivenBefore({ store, cloud }: Engine, { id }: FoundExecution, clientToken: string): number | undefined {
  const latest = store.all<{ client_token: string; redriven_ms: number }>(
    `SELECT client_token, redriven_ms FROM redrives WHERE execution = :execution AND redriven_ms > :since
     ORDER BY redriven_ms DESC LIMIT :limit`,
    { execution: id ?? 0, since: cloud.clock.now() - REDRIVE_TOKEN_WINDOW_MS, limit: REDRIVE_TOKENS },
  );
  return latest.find(({ client_token }) => client_token === clientToken)?.redriven_ms;
}

/** The redrive and the memory of its token are one transaction: a repeated request must not redrive twice. */
function redriven(engine: Engine, row: ExecutionRow, clientToken: string | undefined): Execution {
  const { store, cloud } = engine;
  return store.transaction(() => {
    if (clientToken !== undefined) {
      store.run('INSERT OR REPLACE INTO redrives VALUES (:execution, :clientToken, :now)', {
        execution: row.id,
        clientToken,
        now: cloud.clock.now(),
      });
    }
    return redrive(engine, row, engine.definition(row.definition, 'STANDARD'));
  });
}

import type { Engine } from './Engine.ts';
import type { Closing, Execution } from './Execution.ts';

/**
 * Runs an Express execution that has a row: the row lets a restart run it again (Express is at-least-once), and stays,
 * with the history, only when the execution did not succeed.
 */
export async function runExpress({ store }: Engine, execution: Execution): Promise<Closing> {
  void execution.run();
  const closing = await execution.closed;
  const { id } = execution;
  if (id === undefined) return closing;
  const { status, stoppedAtMs, error = null, cause = null } = closing;
  store.transaction(() => {
    if (status === 'SUCCEEDED') {
      store.run('DELETE FROM executions WHERE id = :id', { id });
      return;
    }
    store.update('executions', id, { status, stopped_ms: stoppedAtMs, error, cause });
    store.appendEvents(id, execution.takeHistory());
  });
  return closing;
}

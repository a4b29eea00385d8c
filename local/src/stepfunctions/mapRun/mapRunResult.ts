import { MAX_PAYLOAD_BYTES } from '../limits.ts';
import { Payload } from '../Payload.ts';
import { StatesError } from '../StatesError.ts';
import type { MapRunRow, Store } from '../Store.ts';

/** A map run's result without a ResultWriter: its children's outputs in the order of the items. */
export function mapRunResult(store: Store, { id }: MapRunRow, stateName: string): Payload {
  const size = store.get<{ bytes: number }>(
    `SELECT IFNULL(SUM(LENGTH(CAST(output AS BLOB)) + 1), 0) + 1 AS bytes FROM map_children WHERE map_run = :id AND status = 'SUCCEEDED'`,
    { id },
  );
  if ((size?.bytes ?? 0) > MAX_PAYLOAD_BYTES) {
    throw new StatesError(
      'States.DataLimitExceeded',
      `The state/task '${stateName}' returned a result with a size exceeding the maximum number of bytes service limit.`,
    );
  }
  const outputs = store.all<{ output: string }>(
    `SELECT output FROM map_children WHERE map_run = :id AND status = 'SUCCEEDED' ORDER BY idx`,
    { id },
  );
  return Payload.ofText(`[${outputs.map(({ output }) => output).join(',')}]`);
}

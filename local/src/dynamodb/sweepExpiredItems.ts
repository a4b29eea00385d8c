import type { Engine } from './Engine.ts';
import type { StoredTable } from './StoredTable.ts';

/** Items deleted per transaction, so that writers of other threads get their turn in between. */
const CHUNK = 500;
const FIVE_YEARS_SECONDS = 5 * 365 * 24 * 3600;

/**
 * Deletes the items of every table whose time to live has passed, free of charge, and forgets the transaction tokens
 * whose window is over. Times more than five years back are left alone, as on AWS: they are taken for mistakes.
 */
export function sweepExpiredItems(engine: Engine): number {
  const nowMs = engine.clock.now();
  let deleted = 0;
  for (const table of engine.store.tables()) {
    if (table.definition.timeToLiveAttribute === undefined) continue;
    let swept: number;
    do {
      swept = sweepChunk(engine, table, nowMs / 1000);
      deleted += swept;
    } while (swept === CHUNK);
  }
  engine.store.write(() => engine.store.forgetClientRequests(nowMs));
  return deleted;
}

function sweepChunk(engine: Engine, table: StoredTable, nowSeconds: number): number {
  return engine.store.write(() => {
    const keys = table.expired(nowSeconds - FIVE_YEARS_SECONDS, nowSeconds, CHUNK);
    for (const key of keys) {
      const row = table.get(key);
      if (row) table.delete(key, row);
    }
    return keys.length;
  });
}

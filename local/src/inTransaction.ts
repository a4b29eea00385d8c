import type { DatabaseSync } from 'node:sqlite';

/** Runs `work` as one write transaction: all of it happens, or (when it throws) nothing. Nested calls join the outer one. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  if (database.isTransaction) return work();
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // SQLite has already rolled back when, for example, the disk is full.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** SQLite's result code when another connection holds the lock. */
const SQLITE_BUSY = 5;

/** Another process has the data directory: two engines on one would each deliver what the other delivers. */
export class DataDirectoryInUse extends Error {
  constructor(dataDirectory: string, processId: number) {
    super(
      `The data directory ${dataDirectory} is in use by process ${processId}. ` +
        `Stop that process (kill ${processId}), or choose another data directory (--data-dir).`,
    );
    this.name = 'DataDirectoryInUse';
  }
}

/**
 * Keeps a second engine off a data directory, by a write transaction that stays open on a file of its own. The operating
 * system ends it with the process, however that dies, so there is nothing to clean up after `kill -9`.
 */
export class DataDirectoryLock {
  readonly #database: DatabaseSync;

  /** @throws DataDirectoryInUse */
  constructor(dataDirectory: string) {
    this.#database = new DatabaseSync(join(dataDirectory, 'lock.sqlite'));
    try {
      // The version number of the file is free for our use: it says who holds the lock, and can be read despite it.
      this.#database.exec(`BEGIN IMMEDIATE; PRAGMA user_version = ${process.pid}; COMMIT; BEGIN IMMEDIATE`);
    } catch (error) {
      const holder = Number(this.#database.prepare('PRAGMA user_version').get()?.['user_version']);
      this.#database.close();
      if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error;
      throw new DataDirectoryInUse(dataDirectory, holder);
    }
  }

  close(): void {
    this.#database.close();
  }
}

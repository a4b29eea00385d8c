import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Opens (or makes) a database file that several threads may share: WAL lets readers go on while one writes, and
 * `synchronous=NORMAL` survives a killed process without paying an fsync per commit.
 */
export function openDatabase(path: string): DatabaseSync {
  mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path);
  // The patience first: changing the journal mode already needs the lock that another thread may hold.
  database.exec('PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  return database;
}

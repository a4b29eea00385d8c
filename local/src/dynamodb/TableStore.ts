import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { AwsError } from '../AwsError.ts';
import { openDatabase } from '../openDatabase.ts';
import { unsupported } from '../unsupported.ts';
import { StoredTable } from './StoredTable.ts';
import type { IndexDefinition, TableDefinition } from './TableDefinition.ts';
import { isBusy, primaryCode, waitWhileBusy } from './waitWhileBusy.ts';

/** Another thread changed the table definitions since they were read; the operation starts again. */
class DefinitionsChanged extends Error {}

const MAX_ATTEMPTS = 5;
/** 16 MB of log between checkpoints: each costs an fsync, and pages that are written often are copied once. */
const CHECKPOINT_PAGES = 4_000;
const SQLITE_ERROR = 1;
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS tables(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, definition TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS client_requests(token TEXT PRIMARY KEY, digest TEXT NOT NULL, expires_at_ms INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS client_requests_expiry ON client_requests(expires_at_ms);`;

/**
 * The tables of one file, as one of possibly many threads sees them. The file's `user_version` counts changes of the
 * definitions, so that a single cheap read tells whether the cached ones still hold.
 */
export class TableStore {
  readonly #database: DatabaseSync;
  readonly #begin: StatementSync;
  readonly #beginRead: StatementSync;
  readonly #commit: StatementSync;
  readonly #rollback: StatementSync;
  readonly #version: StatementSync;
  readonly #busyTimeoutMs: number;
  #knownVersion = -1;
  readonly #tables = new Map<string, StoredTable>();

  /** @param busyTimeoutMs how long a call waits for another thread's write before it is throttled */
  constructor(path: string, busyTimeoutMs: number) {
    this.#busyTimeoutMs = busyTimeoutMs;
    // Threads that open a new file at the same moment get in each other's way until it is in WAL mode.
    this.#database = waitWhileBusy(busyTimeoutMs, () => openDatabase(path));
    this.#database.exec(`PRAGMA busy_timeout = 0; PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES};`);
    waitWhileBusy(busyTimeoutMs, () => this.#database.exec(SCHEMA));
    this.#begin = this.#database.prepare('BEGIN IMMEDIATE');
    this.#beginRead = this.#database.prepare('BEGIN');
    this.#commit = this.#database.prepare('COMMIT');
    this.#rollback = this.#database.prepare('ROLLBACK');
    this.#version = this.#database.prepare('PRAGMA user_version');
    this.#version.setReturnArrays(true);
  }

  /** Runs one operation, again if the definitions changed under it. SQLite's lock errors become ThrottlingException. */
  run<T>(operation: () => T): T {
    for (let attempt = 1; ; attempt++) {
      try {
        waitWhileBusy(this.#busyTimeoutMs, () => this.#refresh());
        return operation();
      } catch (error) {
        const again = error instanceof DefinitionsChanged || isMissingTable(error);
        if (again && attempt < MAX_ATTEMPTS) continue;
        throw isBusy(error) ? throttled() : error;
      }
    }
  }

  /** One write transaction: all of `task` happens, or (when it throws) nothing. */
  write<T>(task: () => T): T {
    waitWhileBusy(this.#busyTimeoutMs, () => this.#begin.run());
    try {
      if (this.#readVersion() !== this.#knownVersion) throw new DefinitionsChanged();
      const result = task();
      this.#commit.run();
      return result;
    } catch (error) {
      if (this.#database.isTransaction) this.#rollback.run();
      throw error;
    }
  }

  /** Reads of one moment, whatever others write meanwhile. */
  snapshot<T>(task: () => T): T {
    this.#beginRead.run();
    try {
      return task();
    } finally {
      this.#commit.run();
    }
  }

  find(name: string): StoredTable | undefined {
    return this.#tables.get(name);
  }

  /** In alphabetical order, as ListTables pages through them. */
  names(): string[] {
    return [...this.#tables.keys()].sort();
  }

  tables(): StoredTable[] {
    return [...this.#tables.values()];
  }

  create(definition: TableDefinition): StoredTable {
    this.#change(() => {
      const insert = this.#database.prepare('INSERT INTO tables(name, definition) VALUES (?, ?)');
      const { lastInsertRowid } = insert.run(definition.name, JSON.stringify(definition));
      StoredTable.create(this.#database, Number(lastInsertRowid), definition);
    });
    return this.#tables.get(definition.name) as StoredTable;
  }

  /** Gives a table new indexes, another time-to-live attribute or other settings; its key cannot change. */
  redefine(table: StoredTable, definition: TableDefinition): void {
    const old = table.definition;
    if (JSON.stringify(old.key) !== JSON.stringify(definition.key)) {
      unsupported(`replacing DynamoDB table ${old.name} because its KeySchema changed`);
    }
    this.#change(() => {
      this.#database
        .prepare('UPDATE tables SET definition = ? WHERE name = ?')
        .run(JSON.stringify(definition), definition.name);
      const [gone, added] = [without(old.indexes, definition.indexes), without(definition.indexes, old.indexes)];
      for (const index of gone) table.dropIndex(index);
      for (const index of added) table.addIndex(index);
      if (old.timeToLiveAttribute !== definition.timeToLiveAttribute) {
        new StoredTable(this.#database, table.id, definition).refillExpiry();
      }
    });
  }

  drop(table: StoredTable): void {
    this.#change(() => {
      this.#database.prepare('DELETE FROM tables WHERE name = ?').run(table.definition.name);
      table.drop();
    });
  }

  /** The digest of the request that used this token and has not expired. */
  clientRequestDigest(token: string, nowMs: number): string | undefined {
    const row = this.#database
      .prepare('SELECT digest FROM client_requests WHERE token = ? AND expires_at_ms > ?')
      .get(token, nowMs);
    return row?.['digest'] as string | undefined;
  }

  rememberClientRequest(token: string, digest: string, expiresAtMs: number): void {
    this.#database
      .prepare('INSERT OR REPLACE INTO client_requests(token, digest, expires_at_ms) VALUES (?, ?, ?)')
      .run(token, digest, expiresAtMs);
  }

  forgetClientRequests(nowMs: number): void {
    this.#database.prepare('DELETE FROM client_requests WHERE expires_at_ms <= ?').run(nowMs);
  }

  close(): void {
    this.#database.close();
  }

  #change(task: () => void): void {
    this.write(() => {
      task();
      this.#database.exec(`PRAGMA user_version = ${this.#knownVersion + 1}`);
    });
    this.#refresh();
  }

  #refresh(): void {
    const version = this.#readVersion();
    if (version === this.#knownVersion) return;
    this.#load();
    this.#knownVersion = version;
  }

  #load(): void {
    this.#tables.clear();
    for (const row of this.#database.prepare('SELECT id, definition FROM tables ORDER BY id').all()) {
      const definition = JSON.parse(row['definition'] as string) as TableDefinition;
      this.#tables.set(definition.name, new StoredTable(this.#database, row['id'] as number, definition));
    }
  }

  #readVersion(): number {
    return (this.#version.get() as unknown as [number])[0];
  }
}

function without(indexes: readonly IndexDefinition[], others: readonly IndexDefinition[]): IndexDefinition[] {
  const known = new Set(others.map((index) => JSON.stringify(index)));
  return indexes.filter((index) => !known.has(JSON.stringify(index)));
}

/** A thread dropped the table between our look at the definitions and the statement. */
function isMissingTable(error: unknown): boolean {
  return primaryCode(error) === SQLITE_ERROR && (error as Error).message.startsWith('no such table');
}

function throttled(): AwsError {
  return new AwsError(
    'ThrottlingException',
    'Throughput exceeds the current capacity of your table or index. Please try again shortly.',
  );
}

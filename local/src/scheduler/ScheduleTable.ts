import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from '../inTransaction.ts';
import type { Schedule } from './readSchedule.ts';

/** A schedule with what the engine keeps beside it. */
export interface StoredSchedule {
  readonly schedule: Schedule;
  readonly createdAtMs: number;
  readonly modifiedAtMs: number;
  /** From where a rate counts. */
  readonly anchorMs: number;
  /** The next instant of the expression; absent when disabled or over. */
  readonly nextAtMs: number | undefined;
  /** When it is invoked for it: later within a flexible window. */
  readonly wakeAtMs: number | undefined;
  /** Of the `CreateSchedule` that made it, so that its repetition is not a conflict. */
  readonly clientToken: string | undefined;
}

export interface StoredGroup {
  readonly name: string;
  readonly createdAtMs: number;
}

/** Schedules and their groups in SQLite. */
export class ScheduleTable {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    database.exec(`
      CREATE TABLE IF NOT EXISTS groups (name TEXT PRIMARY KEY, createdAtMs INTEGER NOT NULL);
      CREATE TABLE IF NOT EXISTS schedules (
        groupName TEXT NOT NULL, name TEXT NOT NULL, document TEXT NOT NULL, createdAtMs INTEGER NOT NULL,
        modifiedAtMs INTEGER NOT NULL, anchorMs INTEGER NOT NULL, nextAtMs INTEGER, wakeAtMs INTEGER, clientToken TEXT,
        PRIMARY KEY (groupName, name));
      CREATE INDEX IF NOT EXISTS schedulesByWake ON schedules (wakeAtMs) WHERE wakeAtMs IS NOT NULL`);
  }

  transaction(work: () => void): void {
    inTransaction(this.#database, work);
  }

  put(stored: StoredSchedule): void {
    const { schedule, createdAtMs, modifiedAtMs, anchorMs, nextAtMs, wakeAtMs, clientToken } = stored;
    this.#database
      .prepare('INSERT OR REPLACE INTO schedules VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(
        schedule.GroupName,
        schedule.Name,
        JSON.stringify(schedule),
        createdAtMs,
        modifiedAtMs,
        anchorMs,
        nextAtMs ?? null,
        wakeAtMs ?? null,
        clientToken ?? null,
      );
  }

  get(groupName: string, name: string): StoredSchedule | undefined {
    const row = this.#database.prepare('SELECT * FROM schedules WHERE groupName = ? AND name = ?').get(groupName, name);
    return row && read(row);
  }

  /** Schedules by group and name; `groupName` and `namePrefix` narrow the list. */
  list(groupName: string | undefined, namePrefix: string): StoredSchedule[] {
    return this.#database
      .prepare(
        `SELECT * FROM schedules WHERE groupName = coalesce(?1, groupName) AND substr(name, 1, length(?2)) = ?2
           ORDER BY groupName, name`,
      )
      .all(groupName ?? null, namePrefix)
      .map(read);
  }

  due(nowMs: number): StoredSchedule[] {
    return this.#database.prepare('SELECT * FROM schedules WHERE wakeAtMs <= ? ORDER BY wakeAtMs').all(nowMs).map(read);
  }

  nextWakeAtMs(): number | undefined {
    const row = this.#database.prepare('SELECT min(wakeAtMs) AS atMs FROM schedules WHERE wakeAtMs IS NOT NULL').get();
    return row?.['atMs'] ? Number(row['atMs']) : undefined;
  }

  delete(groupName: string, name: string): boolean {
    const { changes } = this.#database
      .prepare('DELETE FROM schedules WHERE groupName = ? AND name = ?')
      .run(groupName, name);
    return Number(changes) > 0;
  }

  putGroup(group: StoredGroup): void {
    this.#database.prepare('INSERT OR IGNORE INTO groups VALUES (?, ?)').run(group.name, group.createdAtMs);
  }

  group(name: string): StoredGroup | undefined {
    return this.#database.prepare('SELECT * FROM groups WHERE name = ?').get(name) as StoredGroup | undefined;
  }

  groups(namePrefix: string): StoredGroup[] {
    return this.#database
      .prepare('SELECT * FROM groups WHERE substr(name, 1, length(?1)) = ?1 ORDER BY name')
      .all(namePrefix) as unknown as StoredGroup[];
  }

  /** Deletes a group with all its schedules. */
  deleteGroup(name: string): void {
    this.transaction(() => {
      this.#database.prepare('DELETE FROM schedules WHERE groupName = ?').run(name);
      this.#database.prepare('DELETE FROM groups WHERE name = ?').run(name);
    });
  }
}

function read(row: Record<string, unknown>): StoredSchedule {
  const optional = (value: unknown) => (value === null ? undefined : Number(value));
  return {
    schedule: JSON.parse(String(row['document'])) as Schedule,
    createdAtMs: Number(row['createdAtMs']),
    modifiedAtMs: Number(row['modifiedAtMs']),
    anchorMs: Number(row['anchorMs']),
    nextAtMs: optional(row['nextAtMs']),
    wakeAtMs: optional(row['wakeAtMs']),
    clientToken: typeof row['clientToken'] === 'string' ? row['clientToken'] : undefined,
  };
}

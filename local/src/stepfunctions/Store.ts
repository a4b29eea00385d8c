import { join } from 'node:path';
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { inTransaction } from '../inTransaction.ts';
import { openDatabase } from '../openDatabase.ts';
import type { HistoryEvent } from './HistoryEvent.ts';

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED' | 'PENDING_REDRIVE';
export type MapRunStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';

export interface StateMachineRow {
  arn: string;
  name: string;
  type: 'STANDARD' | 'EXPRESS';
  role_arn: string;
  definition: number;
  created_ms: number;
}

export interface ExecutionRow {
  id: number;
  arn: string;
  machine_arn: string;
  /** The definition it was started with, which a redrive uses too. */
  definition: number;
  role_arn: string;
  name: string;
  type: 'STANDARD' | 'EXPRESS';
  status: ExecutionStatus;
  started_ms: number;
  stopped_ms: number | null;
  input: string;
  output: string | null;
  error: string | null;
  cause: string | null;
  redrive_count: number;
  redriven_ms: number | null;
  /** For a child of a Distributed Map: its map run and its place in it. */
  map_run: number | null;
  map_index: number | null;
}

/** Where a branch of a Standard execution stands. */
export interface BranchRow {
  path: string;
  /** The branch's input while it has not started, then its current state's. */
  input: string;
  /** The branch's own variables, a JSON object. */
  variables: string;
  /** Position within the scope, JSON; `null` before the first state. */
  position: string | null;
  /** The branch's result once it is over. */
  output: string | null;
}

export interface MapRunRow {
  id: number;
  arn: string;
  execution: number;
  execution_arn: string;
  /** The branch and the Map state that it belongs to. */
  branch: string;
  state: string;
  machine_arn: string;
  label: string;
  status: MapRunStatus;
  started_ms: number;
  stopped_ms: number | null;
  max_concurrency: number;
  tolerated_count: number;
  tolerated_percentage: number;
  total: number;
  total_items: number;
  results_written: number;
  redrive_count: number;
  redriven_ms: number | null;
}

/** A finished child of a map run. */
export interface MapChildRow {
  map_run: number;
  idx: number;
  name: string;
  status: ExecutionStatus;
  items: number;
  started_ms: number;
  stopped_ms: number;
  input: string;
  output: string | null;
  error: string | null;
  cause: string | null;
  redrive_count: number;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS definitions (id INTEGER PRIMARY KEY, machine_arn TEXT NOT NULL, text TEXT NOT NULL, UNIQUE (machine_arn, text));
  CREATE TABLE IF NOT EXISTS machines (arn TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, role_arn TEXT NOT NULL,
    definition INTEGER NOT NULL, created_ms INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS executions (id INTEGER PRIMARY KEY AUTOINCREMENT, arn TEXT NOT NULL UNIQUE, machine_arn TEXT NOT NULL,
    definition INTEGER NOT NULL, role_arn TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL,
    started_ms INTEGER NOT NULL, stopped_ms INTEGER, input TEXT NOT NULL, output TEXT, error TEXT, cause TEXT,
    redrive_count INTEGER NOT NULL DEFAULT 0, redriven_ms INTEGER, map_run INTEGER, map_index INTEGER);
  CREATE INDEX IF NOT EXISTS executions_by_machine ON executions (machine_arn, id) WHERE map_run IS NULL;
  CREATE INDEX IF NOT EXISTS executions_by_map_run ON executions (map_run, map_index) WHERE map_run IS NOT NULL;
  CREATE INDEX IF NOT EXISTS executions_running ON executions (id) WHERE status = 'RUNNING';
  CREATE TABLE IF NOT EXISTS branches (execution INTEGER NOT NULL, path TEXT NOT NULL, input TEXT NOT NULL, variables TEXT NOT NULL,
    position TEXT, output TEXT, PRIMARY KEY (execution, path)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS events (execution INTEGER NOT NULL, id INTEGER NOT NULL, previous INTEGER NOT NULL, type TEXT NOT NULL,
    at_ms INTEGER NOT NULL, details TEXT, PRIMARY KEY (execution, id)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS map_runs (id INTEGER PRIMARY KEY AUTOINCREMENT, arn TEXT NOT NULL UNIQUE, execution INTEGER NOT NULL,
    execution_arn TEXT NOT NULL, branch TEXT NOT NULL, state TEXT NOT NULL, machine_arn TEXT NOT NULL, label TEXT NOT NULL,
    status TEXT NOT NULL, started_ms INTEGER NOT NULL, stopped_ms INTEGER, max_concurrency INTEGER NOT NULL,
    tolerated_count INTEGER NOT NULL, tolerated_percentage REAL NOT NULL, total INTEGER NOT NULL DEFAULT 0,
    total_items INTEGER NOT NULL DEFAULT 0, results_written INTEGER NOT NULL DEFAULT 0,
    redrive_count INTEGER NOT NULL DEFAULT 0, redriven_ms INTEGER);
  CREATE INDEX IF NOT EXISTS map_runs_by_execution ON map_runs (execution);
  CREATE TABLE IF NOT EXISTS redrives (execution INTEGER NOT NULL, client_token TEXT NOT NULL, redriven_ms INTEGER NOT NULL,
    PRIMARY KEY (execution, client_token)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS map_children (map_run INTEGER NOT NULL, idx INTEGER NOT NULL, name TEXT NOT NULL, status TEXT NOT NULL,
    items INTEGER NOT NULL, started_ms INTEGER NOT NULL, stopped_ms INTEGER NOT NULL, input TEXT NOT NULL, output TEXT, error TEXT,
    cause TEXT, redrive_count INTEGER NOT NULL, PRIMARY KEY (map_run, idx)) WITHOUT ROWID;
`;

type Parameters = Readonly<Record<string, SQLInputValue>>;

/** Everything that must survive the process: machines, executions with their positions and histories, and map runs. */
export class Store {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(dataDirectory: string) {
    this.#database = openDatabase(join(dataDirectory, 'stepfunctions.sqlite'));
    this.#database.exec(SCHEMA);
  }

  close(): void {
    this.#database.close();
  }

  /** Runs `work` as one transaction. */
  transaction<Result>(work: () => Result): Result {
    return inTransaction(this.#database, work);
  }

  /** Every row of a query, one at a time; `sql` is prepared once. */
  *each<Row>(sql: string, parameters: Parameters): Iterable<Row> {
    // A statement of its own: a cached one would be reset by the next user while this one is being read.
    for (const row of this.#database.prepare(sql).iterate(parameters)) yield row as Row;
  }

  all<Row>(sql: string, parameters: Parameters = {}): Row[] {
    return this.#statement(sql).all(parameters) as Row[];
  }

  get<Row>(sql: string, parameters: Parameters): Row | undefined {
    return this.#statement(sql).get(parameters) as Row | undefined;
  }

  run(sql: string, parameters: Parameters): number {
    return Number(this.#statement(sql).run(parameters).lastInsertRowid);
  }

  /** Adds a row whose members are the table's columns; answers the new row's id. */
  insert(table: 'executions' | 'map_runs' | 'map_children', row: Parameters): number {
    const columns = Object.keys(row);
    return this.run(
      `INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `:${column}`).join(', ')})`,
      row,
    );
  }

  /** Changes the columns in `changes` of one row. */
  update(table: 'executions' | 'map_runs', id: number, changes: Parameters): void {
    const assignments = Object.keys(changes).map((column) => `${column} = :${column}`);
    this.run(`UPDATE ${table} SET ${assignments.join(', ')} WHERE id = :id`, { ...changes, id });
  }

  appendEvents(execution: number, events: readonly HistoryEvent[]): void {
    const statement = this.#statement('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)');
    for (const { id, previousEventId, type, atMs, details } of events) {
      statement.run(execution, id, previousEventId, type, atMs, details === undefined ? null : JSON.stringify(details));
    }
  }

  event(execution: number, id: number): HistoryEvent | undefined {
    const row = this.get<EventRow>('SELECT * FROM events WHERE execution = :execution AND id = :id', { execution, id });
    return row && eventOf(row);
  }

  events(execution: number, after: number, limit: number, isReversed: boolean): HistoryEvent[] {
    const rows = isReversed
      ? this.all<EventRow>(
          'SELECT * FROM events WHERE execution = :execution AND id < :after ORDER BY id DESC LIMIT :limit',
          { execution, after, limit },
        )
      : this.all<EventRow>(
          'SELECT * FROM events WHERE execution = :execution AND id > :after ORDER BY id LIMIT :limit',
          { execution, after, limit },
        );
    return rows.map(eventOf);
  }

  putBranch(execution: number, { path, input, variables, position, output }: BranchRow): void {
    this.#statement('INSERT OR REPLACE INTO branches VALUES (?, ?, ?, ?, ?, ?)').run(
      execution,
      path,
      input,
      variables,
      position,
      output,
    );
  }

  branches(execution: number): BranchRow[] {
    return this.all<BranchRow>(
      'SELECT path, input, variables, position, output FROM branches WHERE execution = :execution',
      { execution },
    );
  }

  /** Forgets everything below `path`; `0` is the character after `/`. */
  deleteBranchesBelow(execution: number, path: string): void {
    this.run('DELETE FROM branches WHERE execution = :execution AND path > :from AND path < :to', {
      execution,
      from: `${path}/`,
      to: `${path}0`,
    });
  }

  /** Keeps a definition's text once; answers its number. */
  putDefinition(machineArn: string, text: string): number {
    this.run('INSERT OR IGNORE INTO definitions (machine_arn, text) VALUES (:machineArn, :text)', { machineArn, text });
    const row = this.get<{ id: number }>(
      'SELECT id FROM definitions WHERE machine_arn = :machineArn AND text = :text',
      { machineArn, text },
    );
    if (!row) throw new Error(`definition of ${machineArn} was not stored`);
    return row.id;
  }

  definitionText(id: number): string {
    const row = this.get<{ text: string }>('SELECT text FROM definitions WHERE id = :id', { id });
    if (!row) throw new Error(`definition ${id} is not stored`);
    return row.text;
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.#database.prepare(sql)));
    return statement;
  }
}

interface EventRow {
  id: number;
  previous: number;
  type: string;
  at_ms: number;
  details: string | null;
}

function eventOf({ id, previous, type, at_ms, details }: EventRow): HistoryEvent {
  return {
    id,
    previousEventId: previous,
    type,
    atMs: at_ms,
    details: details === null ? undefined : (JSON.parse(details) as Record<string, unknown>),
  };
}

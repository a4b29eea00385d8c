import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { inTransaction } from '../inTransaction.ts';

/** One message as it is kept. `receipt` is the token of its latest receive, absent until the first one. */
export interface StoredMessage {
  readonly sequence: number;
  readonly queue: string;
  readonly messageId: string;
  readonly body: string;
  readonly attributes: string | null;
  readonly traceHeader: string | null;
  readonly senderId: string;
  readonly groupId: string | null;
  readonly deduplicationId: string | null;
  readonly sentAtMs: number;
  readonly visibleAtMs: number;
  readonly receipt: string | null;
  readonly receivedAtMs: number | null;
  readonly firstReceivedAtMs: number | null;
  readonly receiveCount: number;
  readonly deadLetterSourceArn: string | null;
}

export type NewMessage = Omit<
  StoredMessage,
  'sequence' | 'receipt' | 'receivedAtMs' | 'firstReceivedAtMs' | 'receiveCount'
>;

export interface MessageCounts {
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS messages (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    queue TEXT NOT NULL,
    messageId TEXT NOT NULL,
    body TEXT NOT NULL,
    attributes TEXT,
    traceHeader TEXT,
    senderId TEXT NOT NULL,
    groupId TEXT,
    deduplicationId TEXT,
    sentAtMs INTEGER NOT NULL,
    visibleAtMs INTEGER NOT NULL,
    receipt TEXT,
    receivedAtMs INTEGER,
    firstReceivedAtMs INTEGER,
    receiveCount INTEGER NOT NULL DEFAULT 0,
    deadLetterSourceArn TEXT,
    ordered INTEGER NOT NULL,
    polled INTEGER NOT NULL DEFAULT 0
  );
  CREATE INDEX IF NOT EXISTS messagesByVisibility ON messages (queue, visibleAtMs);
  CREATE INDEX IF NOT EXISTS messagesByGroup ON messages (queue, groupId, sequence) WHERE ordered = 1;
  CREATE INDEX IF NOT EXISTS receivedByGroup ON messages (queue, groupId, visibleAtMs)
    WHERE ordered = 1 AND receipt IS NOT NULL;
  CREATE TABLE IF NOT EXISTS groups (
    queue TEXT NOT NULL,
    groupId TEXT NOT NULL,
    headSequence INTEGER NOT NULL,
    availableAtMs INTEGER NOT NULL,
    PRIMARY KEY (queue, groupId)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS groupsByHead ON groups (queue, headSequence, availableAtMs);
  CREATE INDEX IF NOT EXISTS groupsByAvailability ON groups (queue, availableAtMs);
  CREATE TABLE IF NOT EXISTS deduplication (
    queue TEXT NOT NULL,
    key TEXT NOT NULL,
    messageId TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    expiresAtMs INTEGER NOT NULL,
    PRIMARY KEY (queue, key)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS deduplicationByExpiry ON deduplication (expiresAtMs);
`;

/**
 * Messages in SQLite. A FIFO group has a row of its own that says when its head can be received next, so that a
 * receive never scans the messages of a blocked group.
 */
export class MessageStore {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
    database.exec(SCHEMA);
  }

  /** Runs `work` as one transaction; nested calls join the outer one. */
  transaction<T>(work: () => T): T {
    return inTransaction(this.#database, work);
  }

  /** Adds a message and answers its sequence. `ordered` is true on FIFO queues. */
  insert(message: NewMessage, ordered: boolean): number {
    const { lastInsertRowid } = this.#prepare(
      `INSERT INTO messages (queue, messageId, body, attributes, traceHeader, senderId, groupId, deduplicationId,
         sentAtMs, visibleAtMs, deadLetterSourceArn, ordered) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      message.queue,
      message.messageId,
      message.body,
      message.attributes,
      message.traceHeader,
      message.senderId,
      message.groupId,
      message.deduplicationId,
      message.sentAtMs,
      message.visibleAtMs,
      message.deadLetterSourceArn,
      Number(ordered),
    );
    const sequence = Number(lastInsertRowid);
    if (ordered) {
      // A group that has messages keeps its head: the newcomer waits behind it.
      this.#prepare('INSERT OR IGNORE INTO groups VALUES (?, ?, ?, ?)').run(
        message.queue,
        message.groupId,
        sequence,
        message.visibleAtMs,
      );
    }
    return sequence;
  }

  find(queue: string, sequence: number): StoredMessage | undefined {
    return this.#prepare('SELECT * FROM messages WHERE sequence = ? AND queue = ?').get(sequence, queue) as
      StoredMessage | undefined;
  }

  /** Messages of a standard queue that can be received now, the longest waiting first. */
  visible(queue: string, nowMs: number, limit: number): StoredMessage[] {
    return this.#prepare(
      'SELECT * FROM messages WHERE queue = ? AND visibleAtMs <= ? ORDER BY visibleAtMs, sequence LIMIT ?',
    ).all(queue, nowMs, limit) as unknown as StoredMessage[];
  }

  /** Groups of a FIFO queue whose oldest message is visible, by its age. */
  availableGroups(queue: string, nowMs: number, limit: number): string[] {
    const rows = this.#prepare(
      'SELECT groupId FROM groups INDEXED BY groupsByHead WHERE queue = ? AND availableAtMs <= ? ORDER BY headSequence LIMIT ?',
    ).all(queue, nowMs, limit);
    return rows.map((row) => String(row['groupId']));
  }

  /** The oldest messages of a FIFO group, in order. */
  groupHead(queue: string, groupId: string, limit: number): StoredMessage[] {
    return this.#prepare(
      'SELECT * FROM messages WHERE ordered = 1 AND queue = ? AND groupId = ? ORDER BY sequence LIMIT ?',
    ).all(queue, groupId, limit) as unknown as StoredMessage[];
  }

  /** Everything that can be received now, in order of arrival, whatever the groups' state: for redrives. */
  oldest(queue: string, nowMs: number, limit: number): StoredMessage[] {
    return this.#prepare('SELECT * FROM messages WHERE queue = ? AND visibleAtMs <= ? ORDER BY sequence LIMIT ?').all(
      queue,
      nowMs,
      limit,
    ) as unknown as StoredMessage[];
  }

  /** Notes a receive. `polled` marks a message that is held by an event source mapping of this process. */
  receive(sequence: number, receipt: string, nowMs: number, visibleAtMs: number, polled: boolean): void {
    this.#prepare(
      `UPDATE messages SET receipt = ?1, receivedAtMs = ?2, firstReceivedAtMs = coalesce(firstReceivedAtMs, ?2),
         visibleAtMs = ?3, receiveCount = receiveCount + 1, polled = ?4 WHERE sequence = ?5`,
    ).run(receipt, nowMs, visibleAtMs, Number(polled), sequence);
  }

  setVisibleAt(sequence: number, visibleAtMs: number): void {
    this.#prepare('UPDATE messages SET visibleAtMs = ? WHERE sequence = ?').run(visibleAtMs, sequence);
  }

  delete(sequence: number): void {
    this.#prepare('DELETE FROM messages WHERE sequence = ?').run(sequence);
  }

  /**
   * Works out when a FIFO group can be received: when its head is visible. A head that became visible again is received
   * while a later message is still in flight, as on AWS; nothing is received past a message that is in flight.
   * To be called after its messages changed in any way but by `insert`.
   */
  refreshGroup(queue: string, groupId: string): void {
    const head = this.#prepare(
      'SELECT sequence, visibleAtMs FROM messages WHERE ordered = 1 AND queue = ? AND groupId = ? ORDER BY sequence LIMIT 1',
    ).get(queue, groupId) as { sequence: number; visibleAtMs: number } | undefined;
    if (!head) {
      this.#prepare('DELETE FROM groups WHERE queue = ? AND groupId = ?').run(queue, groupId);
      return;
    }
    this.#prepare('INSERT OR REPLACE INTO groups VALUES (?, ?, ?, ?)').run(
      queue,
      groupId,
      head.sequence,
      head.visibleAtMs,
    );
  }

  /** When the next message (or FIFO group) that cannot be received now can be; `undefined` when there is none. */
  nextVisibleAtMs(queue: string, ordered: boolean, nowMs: number): number | undefined {
    const row = this.#prepare(
      ordered
        ? 'SELECT min(availableAtMs) AS atMs FROM groups WHERE queue = ? AND availableAtMs > ?'
        : 'SELECT min(visibleAtMs) AS atMs FROM messages WHERE queue = ? AND visibleAtMs > ?',
    ).get(queue, nowMs) as { atMs: number | null };
    return row.atMs ?? undefined;
  }

  counts(queue: string, nowMs: number, sentAfterMs: number): MessageCounts {
    return this.#prepare(
      `SELECT count(*) FILTER (WHERE visibleAtMs <= ?1) AS visible,
              count(*) FILTER (WHERE visibleAtMs > ?1 AND receipt IS NOT NULL) AS inFlight,
              count(*) FILTER (WHERE visibleAtMs > ?1 AND receipt IS NULL) AS delayed
         FROM messages WHERE queue = ?2 AND sentAtMs > ?3`,
    ).get(nowMs, queue, sentAfterMs) as unknown as MessageCounts;
  }

  /** Messages in flight, counted no further than `limit`. */
  countInFlight(queue: string, nowMs: number, limit: number): number {
    const row = this.#prepare(
      `SELECT count(*) AS inFlight FROM
         (SELECT 1 FROM messages WHERE queue = ? AND visibleAtMs > ? AND receipt IS NOT NULL LIMIT ?)`,
    ).get(queue, nowMs, limit) as { inFlight: number };
    return row.inFlight;
  }

  /** Whether any message of the queue is visible or in flight (and not merely delayed). */
  isBusy(queue: string, nowMs: number): boolean {
    const row = this.#prepare(
      'SELECT 1 FROM messages WHERE queue = ? AND (receipt IS NOT NULL OR visibleAtMs <= ?) LIMIT 1',
    ).get(queue, nowMs);
    return row !== undefined;
  }

  /** The message that was sent with a deduplication key less than five minutes ago. */
  duplicateOf(queue: string, key: string, nowMs: number): { messageId: string; sequence: number } | undefined {
    return this.#prepare(
      'SELECT messageId, sequence FROM deduplication WHERE queue = ? AND key = ? AND expiresAtMs > ?',
    ).get(queue, key, nowMs) as { messageId: string; sequence: number } | undefined;
  }

  rememberDeduplication(queue: string, key: string, messageId: string, sequence: number, expiresAtMs: number): void {
    this.#prepare('INSERT OR REPLACE INTO deduplication VALUES (?, ?, ?, ?, ?)').run(
      queue,
      key,
      messageId,
      sequence,
      expiresAtMs,
    );
  }

  forgetExpiredDeduplication(nowMs: number): void {
    this.#prepare('DELETE FROM deduplication WHERE expiresAtMs <= ?').run(nowMs);
  }

  purge(queue: string): void {
    this.#prepare('DELETE FROM messages WHERE queue = ?').run(queue);
    this.#prepare('DELETE FROM groups WHERE queue = ?').run(queue);
  }

  /**
   * Makes visible what event source mappings held when the process ended: their consumers are known to be gone, so
   * nothing is gained by waiting for the visibility timeout. Receivers outside keep theirs.
   */
  releasePolled(nowMs: number): void {
    this.transaction(() => {
      const groups = this.#prepare(
        'UPDATE messages SET visibleAtMs = ?1, polled = 0 WHERE polled = 1 RETURNING queue, groupId, ordered',
      ).all(nowMs);
      for (const { queue, groupId, ordered } of groups) {
        if (ordered === 1) this.refreshGroup(String(queue), String(groupId));
      }
    });
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.#database.prepare(sql)));
    return statement;
  }
}

import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../Clock.ts';
import type { Queue } from './Queue.ts';
import { sqsError } from './sqsError.ts';

interface MoveTask {
  readonly handle: string;
  readonly sourceArn: string;
  readonly destinationArn: string | null;
  readonly messagesPerSecond: number;
  readonly startedAtMs: number;
  readonly toMove: number;
  readonly moved: number;
  readonly status: 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELLED';
  readonly failureReason: string | null;
}

/** The rate that SQS says it reaches when none is asked for. */
const DEFAULT_MESSAGES_PER_SECOND = 500;

/** Dead-letter queue redrives: messages go back to where they failed (or elsewhere), at a given rate, durably. */
export class MessageMoveTasks {
  readonly #clock: Clock;
  readonly #database: DatabaseSync;
  readonly #findQueue: (arn: string) => Queue | undefined;
  readonly #timers = new Map<string, () => void>();

  constructor(database: DatabaseSync, clock: Clock, findQueue: (arn: string) => Queue | undefined) {
    this.#database = database;
    this.#clock = clock;
    this.#findQueue = findQueue;
    database.exec(`CREATE TABLE IF NOT EXISTS moveTasks (
      handle TEXT PRIMARY KEY, sourceArn TEXT NOT NULL, destinationArn TEXT, messagesPerSecond INTEGER NOT NULL,
      startedAtMs INTEGER NOT NULL, toMove INTEGER NOT NULL, moved INTEGER NOT NULL, status TEXT NOT NULL,
      failureReason TEXT)`);
  }

  /** Goes on with the tasks that a restart interrupted. */
  resume(): void {
    const rows = this.#database.prepare(`SELECT handle FROM moveTasks WHERE status = 'RUNNING'`).all();
    for (const { handle } of rows) this.#step(String(handle));
  }

  start(source: Queue, destinationArn: string | undefined, messagesPerSecond: number | undefined): string {
    const isRunning = this.list(source.arn, 10).some((task) => task.Status === 'RUNNING');
    if (isRunning) {
      throw sqsError(
        'UnsupportedOperation',
        'There is already a task running. Only one active task is allowed for a source queue arn at a given time.',
      );
    }
    const handle = Buffer.from(JSON.stringify({ taskId: randomUUID(), sourceArn: source.arn })).toString('base64');
    this.#database
      .prepare(`INSERT INTO moveTasks VALUES (?, ?, ?, ?, ?, ?, 0, 'RUNNING', NULL)`)
      .run(
        handle,
        source.arn,
        destinationArn ?? null,
        messagesPerSecond ?? DEFAULT_MESSAGES_PER_SECOND,
        this.#clock.now(),
        source.counts().visible,
      );
    this.#step(handle);
    return handle;
  }

  /** Stops a running task; answers how many messages it has moved. */
  cancel(handle: string): number {
    const task = this.#find(handle);
    if (task?.status !== 'RUNNING') {
      throw sqsError('ResourceNotFoundException', 'Task does not exist.', 404);
    }
    this.#timers.get(handle)?.();
    this.#finish(task, 'CANCELLED', null);
    return task.moved;
  }

  /** The tasks of a source queue as `ListMessageMoveTasks` answers them, the newest first. */
  list(sourceArn: string, limit: number): ReturnType<typeof describe>[] {
    const rows = this.#database
      .prepare('SELECT * FROM moveTasks WHERE sourceArn = ? ORDER BY startedAtMs DESC, rowid DESC LIMIT ?')
      .all(sourceArn, limit) as unknown as MoveTask[];
    return rows.map(describe);
  }

  close(): void {
    for (const cancel of this.#timers.values()) cancel();
  }

  /** Moves one second's worth of messages. */
  #step(handle: string): void {
    this.#timers.delete(handle);
    const task = this.#find(handle);
    const source = task && this.#findQueue(task.sourceArn);
    if (!source) return;
    let moved: number;
    try {
      moved = source.moveOut(task.messagesPerSecond, ({ deadLetterSourceArn }) => {
        const arn = task.destinationArn ?? deadLetterSourceArn;
        const destination = arn === null ? undefined : this.#findQueue(arn);
        if (!destination)
          throw new Error(arn === null ? 'CouldNotDetermineMessageSource' : 'AWS.SimpleQueueService.NonExistentQueue');
        return destination;
      });
    } catch (error) {
      this.#finish(task, 'FAILED', (error as Error).message);
      return;
    }
    this.#database.prepare('UPDATE moveTasks SET moved = moved + ? WHERE handle = ?').run(moved, handle);
    if (moved < task.messagesPerSecond) this.#finish(task, 'COMPLETED', null);
    else
      this.#timers.set(
        handle,
        this.#clock.at(this.#clock.now() + 1000, () => this.#step(handle)),
      );
  }

  #find(handle: string): MoveTask | undefined {
    return this.#database.prepare('SELECT * FROM moveTasks WHERE handle = ?').get(handle) as MoveTask | undefined;
  }

  #finish(task: MoveTask, status: MoveTask['status'], failureReason: string | null): void {
    this.#database
      .prepare('UPDATE moveTasks SET status = ?, failureReason = ? WHERE handle = ?')
      .run(status, failureReason, task.handle);
  }
}

function describe(task: MoveTask) {
  return {
    // Only a running task can be cancelled, so only it shows its handle.
    ...(task.status === 'RUNNING' && { TaskHandle: task.handle }),
    Status: task.status,
    SourceArn: task.sourceArn,
    ...(task.destinationArn !== null && { DestinationArn: task.destinationArn }),
    MaxNumberOfMessagesPerSecond: task.messagesPerSecond,
    ApproximateNumberOfMessagesMoved: task.moved,
    ApproximateNumberOfMessagesToMove: task.toMove,
    ...(task.failureReason !== null && { FailureReason: task.failureReason }),
    StartedTimestamp: task.startedAtMs,
  };
}

import { randomUUID } from 'node:crypto';
import type { Cloud } from '../Cloud.ts';
import { DEFAULT_RETRY_POLICY } from '../eventbridge/Deliveries.ts';
import type { Schedule } from './readSchedule.ts';
import { ScheduleExpression } from './ScheduleExpression.ts';
import type { ScheduleTable, StoredSchedule } from './ScheduleTable.ts';
import type { Invocation } from './ScheduleTarget.ts';

/** The Scheduler promises a precision of one minute: what is later than that was missed, not merely late. */
const PRECISION_MS = 60_000;

/**
 * Turns schedules into invocations when their time comes. Instants that passed while the process was down are made up
 * for by one invocation, for the latest of them, if that is not older than the retry policy's maximum age.
 */
export class ScheduleTimer {
  readonly #cloud: Cloud;
  readonly #table: ScheduleTable;
  readonly #invoke: (invocation: Invocation) => void;
  readonly #expressions = new Map<string, ScheduleExpression>();
  #isStarted = false;
  #wakeAtMs = Infinity;
  #cancelWake: () => void = () => {};

  /** @param invoke promises an invocation; called in the transaction that moves its schedule on */
  constructor(cloud: Cloud, table: ScheduleTable, invoke: (invocation: Invocation) => void) {
    this.#cloud = cloud;
    this.#table = table;
    this.#invoke = invoke;
  }

  start(): void {
    this.#isStarted = true;
    this.#fireDue();
  }

  close(): void {
    this.#isStarted = false;
    this.#cancelWake();
  }

  /** Stores a new or changed schedule, which counts from now. */
  put(schedule: Schedule, createdAtMs: number, clientToken: string | undefined): void {
    const nowMs = this.#cloud.clock.now();
    const expression = this.#expressionOf(schedule);
    const isRate = expression.kind === 'rate';
    const startMs =
      schedule.StartDate === undefined || expression.kind === 'at' ? undefined : schedule.StartDate * 1000;
    const anchorMs = startMs ?? nowMs;
    // Without a start date a rate invokes its target at once.
    const afterMs = Math.max(isRate && startMs === undefined ? nowMs - 1 : nowMs, (startMs ?? nowMs) - 1);
    const nextAtMs = schedule.State === 'ENABLED' ? this.#next(schedule, afterMs, anchorMs) : undefined;
    this.#table.put({
      schedule,
      createdAtMs,
      modifiedAtMs: nowMs,
      anchorMs,
      nextAtMs,
      wakeAtMs: this.#wakeFor(schedule, nextAtMs),
      clientToken,
    });
    this.#arm();
  }

  #fireDue(): void {
    if (!this.#isStarted) return;
    for (const stored of this.#table.due(this.#cloud.clock.now())) {
      this.#table.transaction(() => this.#fire(stored));
    }
    this.#arm();
  }

  #fire(stored: StoredSchedule): void {
    const { schedule, anchorMs, nextAtMs, wakeAtMs } = stored;
    if (nextAtMs === undefined || wakeAtMs === undefined) return;
    const nowMs = this.#cloud.clock.now();
    let scheduledAtMs = nextAtMs;
    if (nowMs - wakeAtMs > PRECISION_MS) {
      const endMs = schedule.EndDate === undefined ? nowMs : Math.min(nowMs, schedule.EndDate * 1000);
      scheduledAtMs = this.#expressionOf(schedule).last(nextAtMs, endMs, anchorMs) ?? nextAtMs;
    }
    const maximumAgeSeconds = schedule.Target.RetryPolicy?.MaximumEventAgeInSeconds;
    const maximumAgeMs = maximumAgeSeconds === undefined ? DEFAULT_RETRY_POLICY.maximumAgeMs : maximumAgeSeconds * 1000;
    if (nowMs - scheduledAtMs <= maximumAgeMs + windowMs(schedule)) {
      this.#invoke({
        scheduleArn: scheduleArn(this.#cloud, schedule.GroupName, schedule.Name),
        scheduledAtMs,
        executionId: randomUUID(),
        target: schedule.Target,
      });
    }
    const followingMs = this.#next(schedule, scheduledAtMs, anchorMs);
    if (followingMs === undefined && schedule.ActionAfterCompletion === 'DELETE') {
      this.#table.delete(schedule.GroupName, schedule.Name);
    } else {
      this.#table.put({ ...stored, nextAtMs: followingMs, wakeAtMs: this.#wakeFor(schedule, followingMs) });
    }
  }

  #next(schedule: Schedule, afterMs: number, anchorMs: number): number | undefined {
    const expression = this.#expressionOf(schedule);
    const nextAtMs = expression.next(afterMs, anchorMs);
    const isOver =
      expression.kind !== 'at' && schedule.EndDate !== undefined && (nextAtMs ?? 0) > schedule.EndDate * 1000;
    return isOver ? undefined : nextAtMs;
  }

  #wakeFor(schedule: Schedule, nextAtMs: number | undefined): number | undefined {
    return nextAtMs === undefined ? undefined : nextAtMs + Math.floor(this.#cloud.random() * windowMs(schedule));
  }

  #expressionOf({ ScheduleExpression: text, ScheduleExpressionTimezone: zone }: Schedule): ScheduleExpression {
    const key = `${zone} ${text}`;
    let expression = this.#expressions.get(key);
    if (!expression) this.#expressions.set(key, (expression = new ScheduleExpression(text, zone)));
    return expression;
  }

  #arm(): void {
    const atMs = this.#isStarted ? (this.#table.nextWakeAtMs() ?? Infinity) : Infinity;
    if (atMs === this.#wakeAtMs) return;
    this.#cancelWake();
    this.#cancelWake = () => {};
    this.#wakeAtMs = atMs;
    if (atMs === Infinity) return;
    this.#cancelWake = this.#cloud.clock.at(atMs, () => {
      this.#wakeAtMs = Infinity;
      this.#fireDue();
    });
  }
}

export function scheduleArn(cloud: Cloud, groupName: string, name: string): string {
  return `arn:aws:scheduler:${cloud.region}:${cloud.accountId}:schedule/${groupName}/${name}`;
}

function windowMs({ FlexibleTimeWindow: { Mode, MaximumWindowInMinutes = 0 } }: Schedule): number {
  return Mode === 'FLEXIBLE' ? MaximumWindowInMinutes * 60_000 : 0;
}

import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import { AwsError } from '../AwsError.ts';
import { authorize, type Caller } from '../Caller.ts';
import type { Cloud } from '../Cloud.ts';
import {
  DEFAULT_RETRY_POLICY,
  Deliveries,
  type Delivery,
  type DeliveryEnd,
  type DroppedDelivery,
  type KeepFailedEvent,
} from '../eventbridge/Deliveries.ts';
import { eventTime } from '../eventbridge/BridgeEvent.ts';
import { sendToQueue } from '../eventbridge/targetCalls.ts';
import { openDatabase } from '../openDatabase.ts';
import { unsupported } from '../unsupported.ts';
import { checkName, readSchedule, type Schedule } from './readSchedule.ts';
import { ScheduleTable, type StoredGroup, type StoredSchedule } from './ScheduleTable.ts';
import { inputOf, sendInvocation, type Invocation } from './ScheduleTarget.ts';
import { scheduleArn, ScheduleTimer } from './ScheduleTimer.ts';

/** One REST request, its path split. */
interface Request {
  readonly name: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly caller: Caller;
}

const PRINCIPAL = 'scheduler.amazonaws.com';
const DEFAULT_GROUP = 'default';
const MAX_PAGE = 100;

/**
 * Amazon EventBridge Scheduler (REST JSON): schedules, their groups and undelivered invocations in
 * `<dataDirectory>/scheduler.sqlite`. Targets are called as the target's role, at least once.
 */
export class Scheduler {
  readonly #cloud: Cloud;
  readonly #database: DatabaseSync;
  readonly #table: ScheduleTable;
  readonly #timer: ScheduleTimer;
  readonly #deliveries: Deliveries<Invocation>;

  constructor(cloud: Cloud, keepFailedEvent: KeepFailedEvent) {
    this.#cloud = cloud;
    this.#database = openDatabase(join(cloud.dataDirectory, 'scheduler.sqlite'));
    this.#table = new ScheduleTable(this.#database);
    this.#table.putGroup({ name: DEFAULT_GROUP, createdAtMs: cloud.clock.now() });
    this.#deliveries = new Deliveries(this.#database, cloud, {
      parse: (text) => JSON.parse(text) as Invocation,
      targetOf: ({ value }) => value.target.Arn,
      retryPolicyOf: ({ value: { target } }) => ({
        maximumAgeMs: (target.RetryPolicy?.MaximumEventAgeInSeconds ?? DEFAULT_RETRY_POLICY.maximumAgeMs / 1000) * 1000,
        maximumRetries: target.RetryPolicy?.MaximumRetryAttempts ?? DEFAULT_RETRY_POLICY.maximumRetries,
      }),
      attempt: (delivery) => sendInvocation(cloud, delivery.value, attemptNumber(delivery)),
      deadLetter: (delivery, end) => this.#deadLetter(delivery, end),
      keepFailedEvent,
    });
    this.#timer = new ScheduleTimer(cloud, this.#table, (invocation) => {
      this.#deliveries.add([{ key: invocation.scheduleArn, value: invocation, text: JSON.stringify(invocation) }]);
    });
  }

  /**
   * An `AWS::Scheduler::Schedule` with resolved properties. One that is stored unchanged keeps its rhythm.
   * @throws AwsError `ValidationException`, or `ResourceNotFoundException` for its group
   */
  defineSchedule(properties: Readonly<Record<string, unknown>>): void {
    const schedule = readSchedule(properties);
    this.#requireGroup(schedule.GroupName);
    const stored = this.#table.get(schedule.GroupName, schedule.Name);
    if (stored && JSON.stringify(stored.schedule) === JSON.stringify(schedule)) return;
    this.#timer.put(schedule, stored?.createdAtMs ?? this.#cloud.clock.now(), undefined);
  }

  /** An `AWS::Scheduler::ScheduleGroup`. */
  defineGroup(properties: { Name: string }): void {
    checkName('name', properties.Name);
    this.#table.putGroup({ name: properties.Name, createdAtMs: this.#cloud.clock.now() });
  }

  /** Begins to invoke: what was left undelivered, then what fell due meanwhile, then what the clock brings. */
  start(): void {
    this.#deliveries.start();
    this.#timer.start();
  }

  close(): void {
    this.#timer.close();
    this.#deliveries.close();
    this.#database.close();
  }

  /** Resolves when no target is being called; retries and schedules that wait for the clock do not count. */
  idle(): Promise<void> {
    return this.#deliveries.idle();
  }

  /** When a schedule is due next, in epoch milliseconds; `undefined` when it is disabled, over or unknown. */
  nextInvocation(name: string, groupName = DEFAULT_GROUP): number | undefined {
    return this.#table.get(groupName, name)?.nextAtMs;
  }

  /** Invocations given up without a dead-letter queue, and why: the latest 100. */
  get dropped(): readonly DroppedDelivery[] {
    return this.#deliveries.dropped;
  }

  /**
   * Answers one REST request with the body of its reply, always under status 200.
   * @param path the URL's path, still percent-encoded
   * @param body the parsed JSON body; `undefined` when there is none
   * @throws AwsError
   */
  handle(method: string, path: string, query: URLSearchParams, body: unknown, caller: Caller): unknown {
    const [, collection = '', name = ''] = path.split('/');
    const request: Request = {
      name: decodeURIComponent(name),
      query,
      body: (body ?? {}) as Record<string, unknown>,
      caller,
    };
    const route = `${method} /${collection}${name && '/Name'}`;
    const [, answer] = this.#routes[route] ?? unsupported(`the Scheduler request ${method} ${path}`);
    return answer(request);
  }

  get operations(): readonly string[] {
    return Object.values(this.#routes).map(([operation]) => operation);
  }

  readonly #routes: Readonly<Record<string, [operation: string, answer: (request: Request) => unknown]>> = {
    'POST /schedules/Name': ['CreateSchedule', (request) => this.#createSchedule(request)],
    'GET /schedules/Name': ['GetSchedule', (request) => this.#getSchedule(request)],
    'PUT /schedules/Name': ['UpdateSchedule', (request) => this.#updateSchedule(request)],
    'DELETE /schedules/Name': ['DeleteSchedule', (request) => this.#deleteSchedule(request)],
    'GET /schedules': ['ListSchedules', (request) => this.#listSchedules(request)],
    'POST /schedule-groups/Name': ['CreateScheduleGroup', (request) => this.#createGroup(request)],
    'GET /schedule-groups/Name': ['GetScheduleGroup', (request) => this.#getGroup(request)],
    'DELETE /schedule-groups/Name': ['DeleteScheduleGroup', (request) => this.#deleteGroup(request)],
    'GET /schedule-groups': ['ListScheduleGroups', (request) => this.#listGroups(request)],
  };

  #createSchedule({ name, body, caller }: Request): unknown {
    const schedule = readSchedule({ ...body, Name: name });
    const arn = this.#authorizeWrite('CreateSchedule', schedule, caller);
    const clientToken = typeof body['ClientToken'] === 'string' ? body['ClientToken'] : undefined;
    const stored = this.#table.get(schedule.GroupName, name);
    const isRepeated =
      stored !== undefined && stored.clientToken === clientToken && isDeepStrictEqual(stored.schedule, schedule);
    if (stored && (clientToken === undefined || !isRepeated)) {
      throw new AwsError('ConflictException', `Schedule ${name} already exists.`, { statusCode: 409 });
    }
    if (!stored) this.#timer.put(schedule, this.#cloud.clock.now(), clientToken);
    return { ScheduleArn: arn };
  }

  #updateSchedule({ name, body, caller }: Request): unknown {
    const schedule = readSchedule({ ...body, Name: name });
    const arn = this.#authorizeWrite('UpdateSchedule', schedule, caller);
    this.#timer.put(schedule, this.#requireSchedule(schedule.GroupName, name).createdAtMs, undefined);
    return { ScheduleArn: arn };
  }

  #getSchedule({ name, query, caller }: Request): unknown {
    const groupName = query.get('groupName') ?? DEFAULT_GROUP;
    const Arn = scheduleArn(this.#cloud, groupName, name);
    authorize(caller, 'scheduler:GetSchedule', Arn);
    const stored = this.#requireSchedule(groupName, name);
    return { ...stored.schedule, Arn, ...dates(stored.createdAtMs, stored.modifiedAtMs) };
  }

  #deleteSchedule({ name, query, caller }: Request): unknown {
    const groupName = query.get('groupName') ?? DEFAULT_GROUP;
    authorize(caller, 'scheduler:DeleteSchedule', scheduleArn(this.#cloud, groupName, name));
    this.#requireSchedule(groupName, name);
    this.#table.delete(groupName, name);
    return {};
  }

  #listSchedules({ query, caller }: Request): unknown {
    authorize(caller, 'scheduler:ListSchedules', scheduleArn(this.#cloud, '*', '*'));
    const state = query.get('State');
    const schedules = this.#table
      .list(query.get('ScheduleGroup') ?? undefined, query.get('NamePrefix') ?? '')
      .filter(({ schedule }) => state === null || schedule.State === state);
    const { page, NextToken } = paginate(schedules, query);
    return { Schedules: page.map((stored) => this.#summary(stored)), ...(NextToken && { NextToken }) };
  }

  #createGroup({ name, body, caller }: Request): unknown {
    const ScheduleGroupArn = this.#groupArn(name);
    authorize(caller, 'scheduler:CreateScheduleGroup', ScheduleGroupArn);
    if (body['Tags'] !== undefined) unsupported('Tags in CreateScheduleGroup');
    if (this.#table.group(name)) {
      throw new AwsError('ConflictException', `Schedule group ${name} already exists.`, { statusCode: 409 });
    }
    this.defineGroup({ Name: name });
    return { ScheduleGroupArn };
  }

  #getGroup({ name, caller }: Request): unknown {
    authorize(caller, 'scheduler:GetScheduleGroup', this.#groupArn(name));
    return this.#describeGroup(this.#requireGroup(name));
  }

  #deleteGroup({ name, caller }: Request): unknown {
    authorize(caller, 'scheduler:DeleteScheduleGroup', this.#groupArn(name));
    if (name === DEFAULT_GROUP)
      throw new AwsError('ValidationException', 'The default schedule group cannot be deleted.');
    this.#requireGroup(name);
    this.#table.deleteGroup(name);
    return {};
  }

  #listGroups({ query, caller }: Request): unknown {
    authorize(caller, 'scheduler:ListScheduleGroups', this.#groupArn('*'));
    const { page, NextToken } = paginate(this.#table.groups(query.get('NamePrefix') ?? ''), query);
    return { ScheduleGroups: page.map((group) => this.#describeGroup(group)), ...(NextToken && { NextToken }) };
  }

  /** Who writes a schedule also hands its role to the Scheduler, and needs the right to do so. */
  #authorizeWrite(operation: string, schedule: Schedule, caller: Caller): string {
    const arn = scheduleArn(this.#cloud, schedule.GroupName, schedule.Name);
    authorize(caller, `scheduler:${operation}`, arn);
    authorize(caller, 'iam:PassRole', schedule.Target.RoleArn, { 'iam:PassedToService': PRINCIPAL });
    this.#requireGroup(schedule.GroupName);
    this.#requireTrust(schedule.Target.RoleArn);
    return arn;
  }

  /** A role that the Scheduler cannot assume would fail only when the schedule is due. */
  #requireTrust(roleArn: string): void {
    try {
      this.#cloud.callerOfRole(roleArn, PRINCIPAL);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      throw new AwsError(
        'ValidationException',
        'The execution role you provide must allow AWS EventBridge Scheduler to assume the role.',
      );
    }
  }

  #requireSchedule(groupName: string, name: string): StoredSchedule {
    const stored = this.#table.get(groupName, name);
    if (stored) return stored;
    throw new AwsError('ResourceNotFoundException', `Schedule ${name} does not exist.`, { statusCode: 404 });
  }

  #requireGroup(name: string): StoredGroup {
    const group = this.#table.group(name);
    if (group) return group;
    throw new AwsError('ResourceNotFoundException', `Schedule group ${name} does not exist.`, { statusCode: 404 });
  }

  #summary({ schedule, createdAtMs, modifiedAtMs }: StoredSchedule): unknown {
    const { Name, GroupName, State, Target } = schedule;
    const Arn = scheduleArn(this.#cloud, GroupName, Name);
    return { Arn, Name, GroupName, State, Target: { Arn: Target.Arn }, ...dates(createdAtMs, modifiedAtMs) };
  }

  #describeGroup({ name, createdAtMs }: StoredGroup): unknown {
    return { Arn: this.#groupArn(name), Name: name, State: 'ACTIVE', ...dates(createdAtMs, createdAtMs) };
  }

  #groupArn(name: string): string {
    return `arn:aws:scheduler:${this.#cloud.region}:${this.#cloud.accountId}:schedule-group/${name}`;
  }

  async #deadLetter(delivery: Delivery<Invocation>, { failure, exhausted }: DeliveryEnd): Promise<string | undefined> {
    const { target, scheduleArn: arn, executionId, scheduledAtMs } = delivery.value;
    const queueArn = target.DeadLetterConfig?.Arn;
    if (queueArn === undefined) return 'the target has no dead-letter queue';
    const body = inputOf(this.#cloud, delivery.value, attemptNumber(delivery));
    await sendToQueue(this.#cloud, queueArn, body, this.#cloud.callerOfRole(target.RoleArn), {
      attributes: {
        ERROR_CODE: failure.code,
        ERROR_MESSAGE: failure.message || failure.code,
        EXECUTION_ID: executionId,
        ...(exhausted && { EXHAUSTED_RETRY_CONDITION: exhausted }),
        IS_PAYLOAD_TRUNCATED: 'false',
        RETRY_ATTEMPTS: String(delivery.attempts),
        SCHEDULE_ARN: arn,
        SCHEDULED_TIME: eventTime(scheduledAtMs),
        TARGET_ARN: target.Arn,
      },
    });
    return undefined;
  }
}

function attemptNumber({ attempts, functionErrors }: Delivery<Invocation>): number {
  return attempts + functionErrors + 1;
}

/** Dates of the REST JSON protocol are seconds since the epoch. */
function dates(createdAtMs: number, modifiedAtMs: number): { CreationDate: number; LastModificationDate: number } {
  return { CreationDate: createdAtMs / 1000, LastModificationDate: modifiedAtMs / 1000 };
}

function paginate<T>(
  items: readonly T[],
  query: URLSearchParams,
): { page: readonly T[]; NextToken: string | undefined } {
  const limit = Number(query.get('MaxResults') ?? MAX_PAGE);
  const from = Number(query.get('NextToken') ?? 0);
  const hasMore = items.length > from + limit;
  return { page: items.slice(from, from + limit), NextToken: hasMore ? String(from + limit) : undefined };
}

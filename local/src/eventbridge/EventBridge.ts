import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { AwsError } from '../AwsError.ts';
import type { AwsService } from '../AwsService.ts';
import { authorize, type Caller } from '../Caller.ts';
import type { Cloud } from '../Cloud.ts';
import { openDatabase } from '../openDatabase.ts';
import { unsupported } from '../unsupported.ts';
import { eventTime, type BridgeEvent } from './BridgeEvent.ts';
import {
  Deliveries,
  type Delivery,
  type DeliveryEnd,
  type DroppedDelivery,
  type KeepFailedEvent,
  type NewDelivery,
} from './Deliveries.ts';
import { EventPattern } from './EventPattern.ts';
import { EventTargets } from './EventTargets.ts';
import { readEntries } from './readEntries.ts';
import { Rule, type RuleProperties, type Target } from './Rule.ts';
import { RuleSchedules } from './RuleSchedules.ts';

type Operation = (input: Record<string, unknown>, caller: Caller) => unknown;

interface Route {
  readonly rule: Rule;
  readonly target: Target;
}

const MAX_RULES_PER_BUS = 300;

/**
 * Amazon EventBridge with classic buses: events are matched against rules and delivered to targets at least once, in
 * no order. What is accepted and not yet delivered is in `<dataDirectory>/eventbridge.sqlite`.
 */
export class EventBridge implements AwsService {
  readonly targetPrefix = 'AWSEvents';
  readonly contentType = 'application/x-amz-json-1.1';
  readonly #cloud: Cloud;
  readonly #database: DatabaseSync;
  readonly #targets: EventTargets;
  readonly #deliveries: Deliveries<BridgeEvent>;
  readonly #schedules: RuleSchedules;
  /** Rules by the name of their bus, in the order of their definition. */
  readonly #buses = new Map<string, Map<string, Rule>>([['default', new Map()]]);
  readonly #routes = new Map<string, Route>();
  readonly #archiveNames: string[] = [];

  constructor(cloud: Cloud, keepFailedEvent: KeepFailedEvent) {
    this.#cloud = cloud;
    this.#database = openDatabase(join(cloud.dataDirectory, 'eventbridge.sqlite'));
    this.#targets = new EventTargets(cloud, (busArn, event, caller) => this.#forward(busArn, event, caller));
    this.#deliveries = new Deliveries(this.#database, cloud, {
      parse: (text) => JSON.parse(text) as BridgeEvent,
      targetOf: ({ key }) => this.#routes.get(key)?.target.arn,
      retryPolicyOf: (delivery) => this.#routeOf(delivery).target.retryPolicy,
      attempt: (delivery) => {
        const { rule, target } = this.#routeOf(delivery);
        return this.#targets.send(rule, target, delivery.value);
      },
      deadLetter: (delivery, end) => this.#deadLetter(delivery, end),
      keepFailedEvent,
    });
    this.#schedules = new RuleSchedules(this.#database, cloud.clock, (rule, atMs) => this.#fireSchedule(rule, atMs));
  }

  /** An `AWS::Events::EventBus`. */
  defineBus(properties: { Name: string }): void {
    if (!this.#buses.has(properties.Name)) this.#buses.set(properties.Name, new Map());
  }

  /**
   * An `AWS::Events::Rule` with resolved properties; its bus must be defined.
   * @throws AwsError `InvalidEventPatternException`, `ValidationException`, `ResourceNotFoundException`
   */
  defineRule(properties: RuleProperties): void {
    const busName = nameOf(properties.EventBusName ?? 'default');
    const rules = this.#rulesOf(busName);
    if (rules.size >= MAX_RULES_PER_BUS) {
      throw new AwsError('LimitExceededException', 'The requested resource exceeds the maximum number allowed.');
    }
    const rule = new Rule(properties, this.#ruleArn(busName, properties.Name), busName);
    for (const target of rule.targets) this.#targets.check(target);
    rules.set(properties.Name, rule);
    for (const target of rule.targets) this.#routes.set(routeKey(rule, target), { rule, target });
  }

  /** An `AWS::Events::Archive`: accepted, so that the template loads; replaying it is refused by its name. */
  defineArchive(properties: { ArchiveName: string }): void {
    this.#archiveNames.push(properties.ArchiveName);
  }

  /** Begins to deliver, first what was left undelivered when the process last ended. */
  start(): void {
    this.#deliveries.start();
    this.#schedules.start([...this.#buses.values()].flatMap((rules) => [...rules.values()]));
  }

  close(): void {
    this.#schedules.close();
    this.#deliveries.close();
    this.#database.close();
  }

  /** Resolves when nothing is being delivered; retries that wait for the clock do not count. */
  idle(): Promise<void> {
    return this.#deliveries.idle();
  }

  /** What would be billed, since this object was made: events that were put; those of AWS's own services cost nothing. */
  readonly counts = { events: 0 };

  /** Deliveries given up without a dead-letter queue, and why: the latest 100. AWS only counts them in a metric. */
  get dropped(): readonly DroppedDelivery[] {
    return this.#deliveries.dropped;
  }

  /** The latest events that rules sent to a CloudWatch Logs group, kept in memory. */
  logEventsOf(logGroupArn: string): readonly string[] {
    return this.#targets.logEventsOf(logGroupArn);
  }

  get operations(): readonly string[] {
    return Object.keys(this.#operations);
  }

  call(operation: string, input: Record<string, unknown>, caller: Caller): unknown {
    const handle = this.#operations[operation];
    if (handle) return handle(input, caller);
    if (operation === 'StartReplay') unsupported(`a replay of the archives ${this.#archiveNames.join(', ')}`);
    unsupported(`the EventBridge operation ${operation}`);
  }

  readonly #operations: Readonly<Record<string, Operation>> = {
    PutEvents: (input, caller) => this.#putEvents(input, caller),
    TestEventPattern: (input) => ({
      Result: new EventPattern(JSON.parse(String(input['EventPattern']))).matches(JSON.parse(String(input['Event']))),
    }),
    DescribeRule: (input, caller) => {
      const rule = this.#rule(input['EventBusName'], input['Name']);
      authorize(caller, 'events:DescribeRule', rule.arn);
      return describeRule(rule);
    },
    ListRules: (input, caller) => {
      const busName = nameOf(text(input['EventBusName'], 'default'));
      authorize(caller, 'events:ListRules', this.#ruleArn(busName, '*'));
      const prefix = text(input['NamePrefix'], '');
      const rules = [...this.#rulesOf(busName).values()].filter((rule) => rule.properties.Name.startsWith(prefix));
      return { Rules: rules.map(describeRule) };
    },
    ListTargetsByRule: (input, caller) => {
      const rule = this.#rule(input['EventBusName'], input['Rule']);
      authorize(caller, 'events:ListTargetsByRule', rule.arn);
      return { Targets: rule.properties.Targets ?? [] };
    },
  };

  #putEvents(input: Record<string, unknown>, caller: Caller): unknown {
    if (input['EndpointId'] !== undefined) unsupported('global endpoints (EndpointId in PutEvents)');
    const entries = readEntries(this.#cloud, input['Entries']);
    const deliveries: NewDelivery<BridgeEvent>[] = [];
    for (const entry of entries) {
      if (entry.refusal) continue;
      authorize(caller, 'events:PutEvents', this.#busArn(entry.busName));
      this.counts.events += 1;
      // A bus that does not exist swallows its events without an error, as on AWS.
      this.#match(this.#buses.get(entry.busName), entry.event, deliveries);
    }
    if (deliveries.length > 0) this.#deliveries.add(deliveries);
    return {
      FailedEntryCount: entries.filter((entry) => entry.refusal).length,
      Entries: entries.map((entry) => entry.refusal ?? { EventId: entry.event.id }),
    };
  }

  /** An event of an AWS service of this account, which only services can put: it goes to the default bus. */
  putServiceEvent(event: Pick<BridgeEvent, 'source' | 'detail-type' | 'resources' | 'detail'>): void {
    const { accountId: account, region, clock } = this.#cloud;
    const time = new Date(clock.now()).toISOString().replace(/\.\d+Z$/, 'Z');
    const deliveries: NewDelivery<BridgeEvent>[] = [];
    this.#match(
      this.#buses.get('default'),
      { version: '0', id: randomUUID(), account, region, time, ...event },
      deliveries,
    );
    if (deliveries.length > 0) this.#deliveries.add(deliveries);
  }

  #match(rules: ReadonlyMap<string, Rule> | undefined, event: BridgeEvent, into: NewDelivery<BridgeEvent>[]): void {
    let text: string | undefined;
    for (const rule of rules?.values() ?? []) {
      if (!rule.matches(event)) continue;
      text ??= JSON.stringify(event);
      for (const target of rule.targets) into.push({ key: routeKey(rule, target), value: event, text });
    }
  }

  /** A bus as the target of a rule: the event keeps its id. */
  #forward(busArn: string, event: BridgeEvent, caller: Caller): void {
    authorize(caller, 'events:PutEvents', busArn);
    const deliveries: NewDelivery<BridgeEvent>[] = [];
    this.#match(this.#rulesOf(nameOf(busArn)), event, deliveries);
    if (deliveries.length > 0) this.#deliveries.add(deliveries);
  }

  #fireSchedule(rule: Rule, atMs: number): void {
    const event: BridgeEvent = {
      version: '0',
      id: randomUUID(),
      'detail-type': 'Scheduled Event',
      source: 'aws.events',
      account: this.#cloud.accountId,
      time: eventTime(atMs),
      region: this.#cloud.region,
      resources: [rule.arn],
      detail: {},
    };
    const text = JSON.stringify(event);
    this.#deliveries.add(rule.targets.map((target) => ({ key: routeKey(rule, target), value: event, text })));
  }

  async #deadLetter(delivery: Delivery<BridgeEvent>, { failure, exhausted }: DeliveryEnd): Promise<string | undefined> {
    const { rule, target } = this.#routeOf(delivery);
    if (target.deadLetterArn === undefined) return 'the target has no dead-letter queue';
    await this.#targets.sendDeadLetter(rule, target.deadLetterArn, delivery.value, {
      RULE_ARN: rule.arn,
      TARGET_ARN: target.arn,
      ERROR_CODE: failure.code,
      ERROR_MESSAGE: failure.message || failure.code,
      ...(exhausted && { EXHAUSTED_RETRY_CONDITION: exhausted }),
      RETRY_ATTEMPTS: String(delivery.attempts),
    });
    return undefined;
  }

  #routeOf(delivery: Delivery<BridgeEvent>): Route {
    const route = this.#routes.get(delivery.key);
    if (!route) throw new Error(`no rule has the target ${delivery.key}`);
    return route;
  }

  #rule(busName: unknown, name: unknown): Rule {
    const bus = nameOf(text(busName, 'default'));
    const rule = this.#rulesOf(bus).get(text(name, ''));
    if (rule) return rule;
    throw new AwsError('ResourceNotFoundException', `Rule ${text(name, '')} does not exist on EventBus ${bus}.`);
  }

  #rulesOf(busName: string): Map<string, Rule> {
    const rules = this.#buses.get(busName);
    if (rules) return rules;
    throw new AwsError('ResourceNotFoundException', `Event bus ${busName} does not exist.`);
  }

  #busArn(busName: string): string {
    return `arn:aws:events:${this.#cloud.region}:${this.#cloud.accountId}:event-bus/${busName}`;
  }

  /** Rules of the default bus have no bus in their ARN. */
  #ruleArn(busName: string, name: string): string {
    const path = busName === 'default' ? name : `${busName}/${name}`;
    return `arn:aws:events:${this.#cloud.region}:${this.#cloud.accountId}:rule/${path}`;
  }
}

/** A member of a request that is text, or what stands for it when it is absent. */
function text(value: unknown, byDefault: string): string {
  return typeof value === 'string' ? value : byDefault;
}

function routeKey(rule: Rule, target: Target): string {
  return `${rule.arn} ${target.id}`;
}

/** Buses are named by name or by ARN. */
function nameOf(bus: string): string {
  return bus.slice(bus.lastIndexOf('/') + 1);
}

function describeRule({ arn, busName, properties }: Rule): object {
  const { Name, Description, EventPattern: pattern, ScheduleExpression, State = 'ENABLED' } = properties;
  return {
    Name,
    Arn: arn,
    State,
    EventBusName: busName,
    ...(Description !== undefined && { Description }),
    ...(pattern !== undefined && { EventPattern: JSON.stringify(pattern) }),
    ...(ScheduleExpression !== undefined && { ScheduleExpression }),
  };
}

import { AwsError } from '../AwsError.ts';
import { ScheduleExpression } from '../scheduler/ScheduleExpression.ts';
import { unsupported } from '../unsupported.ts';
import type { BridgeEvent } from './BridgeEvent.ts';
import { compileTargetInput, type TargetInputProperties } from './compileTargetInput.ts';
import { DEFAULT_RETRY_POLICY, type RetryPolicy } from './Deliveries.ts';
import { EventPattern } from './EventPattern.ts';

/** A target of a rule, as CloudFormation and `PutTargets` name its members. */
export interface TargetProperties extends TargetInputProperties {
  readonly Arn: string;
  readonly RoleArn?: string;
  readonly RetryPolicy?: { readonly MaximumEventAgeInSeconds?: number; readonly MaximumRetryAttempts?: number };
  readonly DeadLetterConfig?: { readonly Arn?: string };
  readonly SqsParameters?: { readonly MessageGroupId: string };
  readonly AppSyncParameters?: { readonly GraphQLOperation: string };
}

/** Resolved properties of an `AWS::Events::Rule`. */
export interface RuleProperties {
  readonly Name: string;
  readonly Description?: string;
  /** Name or ARN of the bus. */
  readonly EventBusName?: string;
  readonly EventPattern?: unknown;
  readonly ScheduleExpression?: string;
  readonly State?: string;
  readonly Targets?: readonly TargetProperties[];
}

const RULE_MEMBERS = new Set([
  'Name',
  'Description',
  'EventBusName',
  'EventPattern',
  'ScheduleExpression',
  'State',
  'Targets',
  'Tags',
]);
const TARGET_MEMBERS = new Set([
  'Id',
  'Arn',
  'RoleArn',
  'Input',
  'InputPath',
  'InputTransformer',
  'RetryPolicy',
  'DeadLetterConfig',
  'SqsParameters',
  'AppSyncParameters',
]);
const MAX_TARGETS = 5;

/** A target, ready to receive. */
export interface Target {
  readonly id: string;
  readonly arn: string;
  readonly roleArn: string | undefined;
  readonly retryPolicy: RetryPolicy;
  readonly deadLetterArn: string | undefined;
  readonly messageGroupId: string | undefined;
  readonly graphqlOperation: string | undefined;
  /** What the target receives of an event, as text. */
  readonly inputOf: (event: BridgeEvent) => string;
}

/** One rule with its pattern and targets compiled. */
export class Rule {
  readonly properties: RuleProperties;
  readonly arn: string;
  readonly busName: string;
  readonly isEnabled: boolean;
  readonly schedule: ScheduleExpression | undefined;
  readonly targets: readonly Target[];
  readonly #pattern: EventPattern | undefined;

  /** @throws AwsError `InvalidEventPatternException` or `ValidationException` */
  constructor(properties: RuleProperties, arn: string, busName: string) {
    refuseOthers(properties, RULE_MEMBERS, 'AWS::Events::Rule');
    this.properties = properties;
    this.arn = arn;
    this.busName = busName;
    this.isEnabled = properties.State !== 'DISABLED';
    const { EventPattern: pattern, ScheduleExpression: expression, Targets = [] } = properties;
    if (pattern === undefined && expression === undefined) {
      throw new AwsError('ValidationException', 'Parameter(s) EventPattern or ScheduleExpression must be specified.');
    }
    this.#pattern = pattern === undefined ? undefined : new EventPattern(pattern);
    if (expression !== undefined && busName !== 'default') {
      throw new AwsError('ValidationException', 'ScheduleExpression is supported only on the default event bus.');
    }
    this.schedule = expression === undefined ? undefined : parseSchedule(expression);
    if (Targets.length > MAX_TARGETS) {
      throw new AwsError('LimitExceededException', 'The requested resource exceeds the maximum number allowed.');
    }
    this.targets = Targets.map((target) => compileTarget(target, arn));
  }

  matches(event: BridgeEvent): boolean {
    return this.isEnabled && this.#pattern !== undefined && this.#pattern.matches(event);
  }
}

/** Rules know `rate` and `cron` in UTC; `at` is the Scheduler's alone. */
function parseSchedule(expression: string): ScheduleExpression {
  try {
    if (!expression.startsWith('at(')) return new ScheduleExpression(expression, 'UTC');
  } catch {
    // said below in the words of EventBridge
  }
  throw new AwsError('ValidationException', 'Parameter ScheduleExpression is not valid.');
}

function compileTarget(target: TargetProperties, ruleArn: string): Target {
  refuseOthers(target, TARGET_MEMBERS, 'a rule target');
  if (!/^[.\-_A-Za-z0-9]{1,64}$/.test(target.Id)) {
    throw new AwsError(
      'ValidationException',
      `Target id ${target.Id} must satisfy regular expression pattern: [\\.\\-_A-Za-z0-9]+`,
    );
  }
  return {
    id: target.Id,
    arn: target.Arn,
    roleArn: target.RoleArn,
    retryPolicy: {
      maximumAgeMs: (target.RetryPolicy?.MaximumEventAgeInSeconds ?? DEFAULT_RETRY_POLICY.maximumAgeMs / 1000) * 1000,
      maximumRetries: target.RetryPolicy?.MaximumRetryAttempts ?? DEFAULT_RETRY_POLICY.maximumRetries,
    },
    deadLetterArn: target.DeadLetterConfig?.Arn,
    messageGroupId: target.SqsParameters?.MessageGroupId,
    graphqlOperation: target.AppSyncParameters?.GraphQLOperation,
    inputOf: compileTargetInput(target, ruleArn),
  };
}

function refuseOthers(given: object, known: ReadonlySet<string>, what: string): void {
  for (const name of Object.keys(given)) if (!known.has(name)) unsupported(`${name} of ${what}`);
}

import { AwsError } from '../AwsError.ts';
import { unsupported } from '../unsupported.ts';
import { ScheduleExpression } from './ScheduleExpression.ts';
import { checkScheduleTarget, type ScheduleTarget } from './ScheduleTarget.ts';

/** A schedule as `GetSchedule` shows it; dates are seconds since the epoch. */
export interface Schedule {
  readonly Name: string;
  readonly GroupName: string;
  readonly Description?: string;
  readonly ScheduleExpression: string;
  readonly ScheduleExpressionTimezone: string;
  readonly StartDate?: number;
  readonly EndDate?: number;
  readonly FlexibleTimeWindow: { readonly Mode: 'OFF' | 'FLEXIBLE'; readonly MaximumWindowInMinutes?: number };
  readonly State: 'ENABLED' | 'DISABLED';
  readonly Target: ScheduleTarget;
  readonly ActionAfterCompletion: 'NONE' | 'DELETE';
  readonly KmsKeyArn?: string;
}

const KNOWN = new Set([
  'Name',
  'GroupName',
  'Description',
  'ScheduleExpression',
  'ScheduleExpressionTimezone',
  'StartDate',
  'EndDate',
  'FlexibleTimeWindow',
  'State',
  'Target',
  'ActionAfterCompletion',
  'KmsKeyArn',
  'ClientToken',
]);

/**
 * Checks the members of a `CreateSchedule`, or the properties of an `AWS::Scheduler::Schedule` (whose dates are ISO
 * strings), and fills in the defaults.
 * @throws AwsError `ValidationException`
 */
export function readSchedule(input: Readonly<Record<string, unknown>>): Schedule {
  for (const name of Object.keys(input)) if (!KNOWN.has(name)) unsupported(`${name} of a schedule`);
  for (const name of ['Name', 'ScheduleExpression', 'FlexibleTimeWindow', 'Target']) {
    if (input[name] === undefined) throw constraint(lowerFirst(name), 'Member must not be null');
  }
  const given = input as Partial<Schedule> &
    Pick<Schedule, 'Name' | 'ScheduleExpression' | 'FlexibleTimeWindow' | 'Target'>;
  checkName('name', given.Name);
  const StartDate = readDate('startDate', input['StartDate']);
  const EndDate = readDate('endDate', input['EndDate']);
  if (StartDate !== undefined && EndDate !== undefined && EndDate <= StartDate) {
    throw new AwsError('ValidationException', 'The EndDate must be later than the StartDate.');
  }
  const schedule: Schedule = {
    Name: given.Name,
    GroupName: given.GroupName ?? 'default',
    ...(given.Description !== undefined && { Description: given.Description }),
    ScheduleExpression: given.ScheduleExpression,
    ScheduleExpressionTimezone: given.ScheduleExpressionTimezone ?? 'UTC',
    ...(StartDate !== undefined && { StartDate }),
    ...(EndDate !== undefined && { EndDate }),
    FlexibleTimeWindow: readWindow(given.FlexibleTimeWindow),
    State: readChoice('state', given.State ?? 'ENABLED', ['ENABLED', 'DISABLED']),
    Target: given.Target,
    ActionAfterCompletion: readChoice('actionAfterCompletion', given.ActionAfterCompletion ?? 'NONE', [
      'NONE',
      'DELETE',
    ]),
    ...(given.KmsKeyArn !== undefined && { KmsKeyArn: given.KmsKeyArn }),
  };
  new ScheduleExpression(schedule.ScheduleExpression, schedule.ScheduleExpressionTimezone);
  checkScheduleTarget(schedule.Target);
  return schedule;
}

/** Names of schedules and groups. */
export function checkName(member: string, name: string): void {
  if (!/^[0-9a-zA-Z-_.]+$/.test(name)) {
    throw constraint(member, 'Member must satisfy regular expression pattern: [0-9a-zA-Z-_.]+');
  }
  if (name.length > 64) throw constraint(member, 'Member must have length less than or equal to 64');
}

function readWindow(window: Schedule['FlexibleTimeWindow']): Schedule['FlexibleTimeWindow'] {
  readChoice('flexibleTimeWindow.mode', window.Mode, ['OFF', 'FLEXIBLE']);
  const minutes = window.MaximumWindowInMinutes;
  if (window.Mode === 'FLEXIBLE' && !(minutes !== undefined && minutes >= 1 && minutes <= 1440)) {
    throw new AwsError(
      'ValidationException',
      'MaximumWindowInMinutes must be between 1 and 1440 when the mode is FLEXIBLE.',
    );
  }
  if (window.Mode === 'OFF' && minutes !== undefined) {
    throw new AwsError('ValidationException', 'MaximumWindowInMinutes must not be set when the mode is OFF.');
  }
  return window;
}

function readDate(member: string, value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  const seconds = typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) / 1000 : NaN;
  if (Number.isNaN(seconds)) throw constraint(member, 'Member must be a timestamp');
  return seconds;
}

function readChoice<T extends string>(member: string, value: T, choices: readonly T[]): T {
  if (choices.includes(value)) return value;
  throw constraint(member, `Member must satisfy enum value set: [${choices.join(', ')}]`);
}

function constraint(member: string, rule: string): AwsError {
  return new AwsError(
    'ValidationException',
    `1 validation error detected: Value at '${member}' failed to satisfy constraint: ${rule}`,
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

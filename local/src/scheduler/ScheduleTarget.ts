import { AwsError } from '../AwsError.ts';
import type { Caller } from '../Caller.ts';
import type { Cloud } from '../Cloud.ts';
import { eventTime } from '../eventbridge/BridgeEvent.ts';
import { DeliveryFailure } from '../eventbridge/DeliveryFailure.ts';
import { parseInput, sendToFunction, sendToQueue, startExecution } from '../eventbridge/targetCalls.ts';
import { unsupported } from '../unsupported.ts';

/** The target of a schedule, with AWS's own names. */
export interface ScheduleTarget {
  readonly Arn: string;
  /** The role that the Scheduler assumes for the call, and for the dead-letter queue. */
  readonly RoleArn: string;
  readonly Input?: string;
  readonly RetryPolicy?: { readonly MaximumEventAgeInSeconds?: number; readonly MaximumRetryAttempts?: number };
  readonly DeadLetterConfig?: { readonly Arn?: string };
  readonly SqsParameters?: { readonly MessageGroupId?: string };
  readonly EventBridgeParameters?: { readonly DetailType: string; readonly Source: string };
}

/** One invocation of a schedule. */
export interface Invocation {
  readonly scheduleArn: string;
  readonly scheduledAtMs: number;
  readonly executionId: string;
  readonly target: ScheduleTarget;
}

const KNOWN = new Set([
  'Arn',
  'RoleArn',
  'Input',
  'RetryPolicy',
  'DeadLetterConfig',
  'SqsParameters',
  'EventBridgeParameters',
]);
const MAX_INPUT_BYTES = 262_144;
const UNIVERSAL = /^arn:aws[^:]*:scheduler:::aws-sdk:([a-z0-9]+):([A-Za-z0-9]+)$/;

/** Services of universal targets, by their `X-Amz-Target` prefix. */
const UNIVERSAL_SERVICES: Readonly<Record<string, string>> = {
  sfn: 'AWSStepFunctions',
  sqs: 'AmazonSQS',
  dynamodb: 'DynamoDB_20120810',
};

/** Operations that only read are no targets: nobody would see the answer (Scheduler User Guide, "Using universal targets"). */
const READ_OPERATION =
  /^(get|describe|list|poll|receive|search|scan|query|select|read|lookup|discover|validate|batchGet|batchDescribe|batchRead|transactGet)/;

/**
 * Refuses at creation a target that could never be invoked.
 * @throws AwsError `ValidationException`
 */
export function checkScheduleTarget(target: ScheduleTarget): void {
  for (const name of Object.keys(target)) if (!KNOWN.has(name)) unsupported(`${name} of a schedule's target`);
  if (!target.Arn || !target.RoleArn) {
    throw new AwsError('ValidationException', 'The target of a schedule needs an Arn and a RoleArn.');
  }
  if (Buffer.byteLength(target.Input ?? '') > MAX_INPUT_BYTES) {
    throw new AwsError('ValidationException', `The Input of a target can have at most ${MAX_INPUT_BYTES} bytes.`);
  }
  const [, service, action = ''] = UNIVERSAL.exec(target.Arn) ?? [];
  if (service !== undefined) {
    if (READ_OPERATION.test(action)) {
      throw new AwsError(
        'ValidationException',
        `${target.Arn} is not supported: operations that only read cannot be targets.`,
      );
    }
    const isKnown = service in UNIVERSAL_SERVICES || (service === 'lambda' && action === 'invoke');
    if (!isKnown) unsupported(`the universal target ${target.Arn}`);
    return;
  }
  const templated = target.Arn.split(':')[2] ?? '';
  if (!['lambda', 'sqs', 'states', 'events'].includes(templated)) unsupported(`the schedule target ${target.Arn}`);
  if (templated === 'events' && !target.EventBridgeParameters) {
    throw new AwsError('ValidationException', 'EventBridgeParameters must be specified for an event bus target.');
  }
}

/** Makes the call of a schedule's target, as its role. */
export async function sendInvocation(cloud: Cloud, invocation: Invocation, attemptNumber: number): Promise<void> {
  const { target } = invocation;
  const caller = cloud.callerOfRole(target.RoleArn);
  const input = inputOf(cloud, invocation, attemptNumber);
  const [, service, action] = UNIVERSAL.exec(target.Arn) ?? [];
  if (service !== undefined && action !== undefined) return callUniversal(cloud, service, action, input, caller);
  switch (target.Arn.split(':')[2] ?? '') {
    case 'lambda':
      return sendToFunction(cloud, target.Arn, input, caller);
    case 'sqs':
      return sendToQueue(cloud, target.Arn, input, caller, { messageGroupId: target.SqsParameters?.MessageGroupId });
    case 'states':
      return startExecution(cloud, target.Arn, input, caller);
    default:
      return putEvent(cloud, target, input, caller);
  }
}

/** The target's input with the placeholders of this attempt; without one, the Scheduler's own event. */
export function inputOf(cloud: Cloud, invocation: Invocation, attemptNumber: number): string {
  const { scheduleArn, scheduledAtMs, executionId, target } = invocation;
  const time = eventTime(scheduledAtMs);
  if (target.Input === undefined) {
    return JSON.stringify({
      version: '0',
      id: executionId,
      'detail-type': 'Scheduled Event',
      source: 'aws.scheduler',
      account: cloud.accountId,
      time,
      region: cloud.region,
      resources: [scheduleArn],
      detail: '{}', // text, not an object: so AWS sends it
    });
  }
  return target.Input.replaceAll('<aws.scheduler.schedule-arn>', scheduleArn)
    .replaceAll('<aws.scheduler.scheduled-time>', time)
    .replaceAll('<aws.scheduler.execution-id>', executionId)
    .replaceAll('<aws.scheduler.attempt-number>', String(attemptNumber));
}

async function putEvent(cloud: Cloud, target: ScheduleTarget, input: string, caller: Caller): Promise<void> {
  const { DetailType, Source } = target.EventBridgeParameters ?? {};
  const Entries = [{ DetailType, Source, Detail: input, EventBusName: target.Arn }];
  const answer = (await cloud.call('AWSEvents', 'PutEvents', { Entries }, caller)) as {
    FailedEntryCount: number;
    Entries: { ErrorMessage?: string }[];
  };
  if (answer.FailedEntryCount === 0) return;
  throw new DeliveryFailure('SDK_CLIENT_ERROR', answer.Entries[0]?.ErrorMessage ?? 'The event was refused.', false);
}

async function callUniversal(
  cloud: Cloud,
  service: string,
  action: string,
  input: string,
  caller: Caller,
): Promise<void> {
  const request = parseInput(input) as Record<string, unknown>;
  if (service === 'lambda') return invokeUniversal(cloud, request, caller);
  const prefix = UNIVERSAL_SERVICES[service] ?? unsupported(`the universal target service ${service}`);
  // Universal targets write every member in PascalCase; Step Functions itself speaks camelCase.
  const wire = service === 'sfn' ? Object.fromEntries(Object.entries(request).map(lowerKey)) : request;
  await cloud.call(prefix, action.charAt(0).toUpperCase() + action.slice(1), wire, caller);
}

async function invokeUniversal(cloud: Cloud, request: Record<string, unknown>, caller: Caller): Promise<void> {
  const { FunctionName, Payload = {}, InvocationType } = request;
  const name = String(FunctionName);
  const arn = name.startsWith('arn:') ? name : `arn:aws:lambda:${cloud.region}:${cloud.accountId}:function:${name}`;
  const payload = typeof Payload === 'string' ? Payload : JSON.stringify(Payload);
  if (InvocationType === 'Event') return sendToFunction(cloud, arn, payload, caller);
  // A synchronous invocation that throws is still an answered call: the Scheduler does not look inside.
  await cloud.invokeLambda(arn, parseInput(payload), caller);
}

function lowerKey([key, value]: [string, unknown]): [string, unknown] {
  return [key.charAt(0).toLowerCase() + key.slice(1), value];
}

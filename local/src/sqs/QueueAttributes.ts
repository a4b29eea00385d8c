import { unsupported } from '../unsupported.ts';
import { QueuePolicy } from './QueuePolicy.ts';
import { invalidValue, sqsError } from './sqsError.ts';

export interface RedrivePolicy {
  readonly deadLetterTargetArn: string;
  readonly maxReceiveCount: number;
}

interface RedriveAllowPolicy {
  readonly redrivePermission: 'allowAll' | 'denyAll' | 'byQueue';
  readonly sourceQueueArns?: readonly string[];
}

/** Numeric attributes: their default, smallest and largest value. */
const NUMBERS = {
  DelaySeconds: [0, 0, 900],
  MaximumMessageSize: [1_048_576, 1_024, 1_048_576],
  MessageRetentionPeriod: [345_600, 60, 1_209_600],
  ReceiveMessageWaitTimeSeconds: [0, 0, 20],
  VisibilityTimeout: [30, 0, 43_200],
  KmsDataKeyReusePeriodSeconds: [300, 60, 86_400],
} as const;

const BOOLEANS = ['FifoQueue', 'ContentBasedDeduplication', 'SqsManagedSseEnabled'];
const FIFO_ONLY = ['ContentBasedDeduplication', 'DeduplicationScope', 'FifoThroughputLimit'];
const DOCUMENTS = ['Policy', 'RedrivePolicy', 'RedriveAllowPolicy'];
const KNOWN = new Set([...Object.keys(NUMBERS), ...BOOLEANS, ...FIFO_ONLY, ...DOCUMENTS, 'KmsMasterKeyId']);

/** Properties of `AWS::SQS::Queue` that are no attributes of the queue. */
const NOT_ATTRIBUTES = new Set(['QueueName', 'QueueUrl', 'Tags']);

/** A queue's attributes, validated, in the string form of the API and parsed for use. */
export class QueueAttributes {
  readonly fifo: boolean;
  readonly delayMs: number;
  readonly visibilityTimeoutMs: number;
  readonly retentionMs: number;
  readonly receiveWaitMs: number;
  readonly maximumMessageBytes: number;
  readonly contentBasedDeduplication: boolean;
  readonly deduplicationScope: 'queue' | 'messageGroup';
  readonly redrivePolicy: RedrivePolicy | undefined;
  readonly policy: QueuePolicy | undefined;
  readonly #redriveAllowPolicy: RedriveAllowPolicy;
  readonly #given: Readonly<Record<string, string>>;

  /** @throws AwsError `InvalidAttributeName` or `InvalidAttributeValue` */
  constructor(given: Readonly<Record<string, string>>) {
    this.#given = given;
    // Standard queues do not have the attribute, not even with the value false.
    if (given['FifoQueue'] === 'false') throw sqsError('InvalidAttributeName', 'Unknown Attribute FifoQueue.');
    this.fifo = given['FifoQueue'] === 'true';
    for (const [name, value] of Object.entries(given)) this.#validate(name, value);
    this.delayMs = this.#number('DelaySeconds') * 1000;
    this.visibilityTimeoutMs = this.#number('VisibilityTimeout') * 1000;
    this.retentionMs = this.#number('MessageRetentionPeriod') * 1000;
    this.receiveWaitMs = this.#number('ReceiveMessageWaitTimeSeconds') * 1000;
    this.maximumMessageBytes = this.#number('MaximumMessageSize');
    this.contentBasedDeduplication = given['ContentBasedDeduplication'] === 'true';
    this.deduplicationScope = this.#choice('DeduplicationScope', ['queue', 'messageGroup']);
    const throughput = this.#choice('FifoThroughputLimit', ['perQueue', 'perMessageGroupId']);
    if (throughput === 'perMessageGroupId' && this.deduplicationScope === 'queue') {
      throw sqsError(
        'InvalidAttributeValue',
        'Invalid value for the parameter FifoThroughputLimit. Reason: perMessageGroupId is allowed only when DeduplicationScope is messageGroup.',
      );
    }
    this.redrivePolicy = given['RedrivePolicy'] ? parseRedrivePolicy(given['RedrivePolicy']) : undefined;
    this.#redriveAllowPolicy = given['RedriveAllowPolicy']
      ? (JSON.parse(given['RedriveAllowPolicy']) as RedriveAllowPolicy)
      : { redrivePermission: 'allowAll' };
    this.policy = given['Policy'] ? new QueuePolicy(given['Policy']) : undefined;
  }

  /** From the resolved properties of an `AWS::SQS::Queue`, where numbers and documents are not yet strings. */
  static ofResource(properties: Readonly<Record<string, unknown>>): QueueAttributes {
    const attributes: Record<string, string> = {};
    for (const [name, value] of Object.entries(properties)) {
      if (value === undefined || NOT_ATTRIBUTES.has(name)) continue;
      if (!KNOWN.has(name)) unsupported(`the property ${name} of AWS::SQS::Queue`);
      attributes[name] = typeof value === 'string' ? value : JSON.stringify(value);
    }
    return new QueueAttributes(attributes);
  }

  /** These attributes with `changes` applied; an empty string removes an attribute, as on AWS. */
  with(changes: Readonly<Record<string, string>>): QueueAttributes {
    if (changes['FifoQueue'] !== undefined && (changes['FifoQueue'] === 'true') !== this.fifo) {
      throw sqsError(
        'InvalidAttributeValue',
        'Invalid value for the parameter FifoQueue. Reason: Modifying queue type is not supported.',
      );
    }
    const merged = Object.entries({ ...this.#given, ...changes }).filter(([, value]) => value !== '');
    return new QueueAttributes(Object.fromEntries(merged));
  }

  /** Whether a queue may name the queue of these attributes as its dead-letter queue. */
  allowsRedriveFrom(sourceArn: string): boolean {
    const { redrivePermission, sourceQueueArns = [] } = this.#redriveAllowPolicy;
    return redrivePermission === 'allowAll' || (redrivePermission === 'byQueue' && sourceQueueArns.includes(sourceArn));
  }

  /** What `GetQueueAttributes` answers of the configuration: every default, and what was given. */
  toApi(): Record<string, string> {
    const answer: Record<string, string> = {};
    for (const [name, [byDefault]] of Object.entries(NUMBERS)) {
      if (name !== 'KmsDataKeyReusePeriodSeconds') answer[name] = String(byDefault);
    }
    answer['SqsManagedSseEnabled'] = String(this.#given['KmsMasterKeyId'] === undefined);
    if (this.fifo) {
      answer['ContentBasedDeduplication'] = 'false';
      answer['DeduplicationScope'] = 'queue';
      answer['FifoThroughputLimit'] = 'perQueue';
    }
    Object.assign(answer, this.#given);
    if (!this.fifo) delete answer['FifoQueue'];
    return answer;
  }

  /** What was given, for the store. */
  given(): Readonly<Record<string, string>> {
    return this.#given;
  }

  #validate(name: string, value: string): void {
    const isFifoOnly = FIFO_ONLY.includes(name);
    if (!KNOWN.has(name) || (isFifoOnly && name === 'ContentBasedDeduplication' && !this.fifo)) {
      throw sqsError('InvalidAttributeName', `Unknown Attribute ${name}.`);
    }
    if (isFifoOnly && !this.fifo) {
      throw sqsError('InvalidAttributeValue', `You can specify the ${name} only when FifoQueue is set to true.`);
    }
    if (BOOLEANS.includes(name) && value !== 'true' && value !== 'false') throw invalidAttribute(name);
    if (name in NUMBERS) {
      const [, smallest, largest] = NUMBERS[name as keyof typeof NUMBERS];
      const number = Number(value);
      if (!/^\d+$/.test(value) || number < smallest || number > largest) throw invalidAttribute(name);
    }
    if (DOCUMENTS.includes(name) && !isJsonObject(value)) throw invalidAttribute(name);
  }

  #number(name: keyof typeof NUMBERS): number {
    return Number(this.#given[name] ?? NUMBERS[name][0]);
  }

  #choice<const T extends string>(name: string, choices: readonly [T, ...T[]]): T {
    const given = this.#given[name] ?? choices[0];
    const choice = choices.find((candidate) => candidate === given);
    if (choice === undefined) throw invalidAttribute(name);
    return choice;
  }
}

function invalidAttribute(name: string): Error {
  return sqsError('InvalidAttributeValue', `Invalid value for the parameter ${name}.`);
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function parseRedrivePolicy(text: string): RedrivePolicy {
  const { deadLetterTargetArn, maxReceiveCount } = JSON.parse(text) as Partial<Record<keyof RedrivePolicy, unknown>>;
  // CloudFormation and older clients write the count as a string.
  const count = Number(maxReceiveCount);
  if (typeof deadLetterTargetArn !== 'string' || maxReceiveCount === undefined) {
    throw invalidValue('RedrivePolicy', text, 'Redrive policy does not contain mandatory attribute: maxReceiveCount.');
  }
  if (!Number.isInteger(count) || count < 1 || count > 1000) {
    throw invalidValue('RedrivePolicy', text, 'Invalid value for maxReceiveCount: must be between 1 and 1000.');
  }
  return { deadLetterTargetArn, maxReceiveCount: count };
}

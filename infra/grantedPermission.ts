import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { PayrollTable } from './PayrollTable.ts';
import type { Grant } from './workerGrants.ts';

/** What the stack has to give. */
export interface Grantable {
  readonly table: PayrollTable;
  readonly idempotencyTable: Table;
  readonly bucket: Bucket;
  readonly startQueue: IQueue;
  readonly paymentQueue: IQueue;
  readonly fieldKey: IKey;
  /** By the name that the API gives them. */
  readonly deadLetterQueues: Readonly<Record<string, IQueue>>;
  readonly eventBus: EventBus;
  /** By its ARN and not as a construct: the state machine names workers, and workers name it. */
  readonly stateMachineArn: string;
}

/** What a worker gets with a grant: where to find the thing, and what it may do there. */
export interface GrantedPermission {
  readonly variable: string;
  readonly address: string;
  readonly actions: string[];
  readonly resources: string[];
  /** For a grant on objects: the prefix below which they lie, in place of their names. */
  readonly objectPrefix?: string;
  /** For a grant on executions: the state machine's name, which theirs begin with. */
  readonly executionsOf?: string;
}

/** Translates a grant into IAM's words. Nothing here scans, purges or manages, and only objects need a wildcard. */
export function grantedPermission(grant: Grant, from: Grantable): GrantedPermission {
  const { table, idempotencyTable, bucket, startQueue, paymentQueue, fieldKey, eventBus, stateMachineArn } = from;
  const ofObjects = (objectPrefix: string) => ({
    variable: 'BUCKET_NAME',
    address: bucket.bucketName,
    resources: [bucket.arnForObjects(`${objectPrefix}/*`)],
    objectPrefix,
  });
  const ofQueue = { variable: 'START_QUEUE_URL', address: startQueue.queueUrl, resources: [startQueue.queueArn] };
  const ofPayments = {
    variable: 'PAYMENT_QUEUE_URL',
    address: paymentQueue.queueUrl,
    resources: [paymentQueue.queueArn],
  };
  const ofFieldKey = { variable: 'FIELD_KEY_ARN', address: fieldKey.keyArn, resources: [fieldKey.keyArn] };
  const deadLetterQueues = Object.entries(from.deadLetterQueues);
  const ofDeadLetters = {
    variable: 'DEAD_LETTER_QUEUE_URLS',
    address: deadLetterQueues.map(([name, queue]) => `${name}=${queue.queueUrl}`).join(' '),
    resources: deadLetterQueues.map(([, queue]) => queue.queueArn),
  };
  const ofStateMachine = { variable: 'STATE_MACHINE_ARN', address: stateMachineArn, resources: [stateMachineArn] };
  if (isOnTable(grant)) {
    const [kind, name = ''] = grant.split(':');
    const permission =
      kind === 'index'
        ? { actions: ['dynamodb:Query'], resources: [table.indexArn(name)] }
        : { actions: [`dynamodb:${name}`], resources: [table.tableArn] };
    return { variable: 'TABLE_NAME', address: table.tableName, ...permission };
  }
  switch (grant) {
    case 'idempotencyTable':
      return {
        variable: 'IDEMPOTENCY_TABLE_NAME',
        address: idempotencyTable.tableName,
        actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
        resources: [idempotencyTable.tableArn],
      };
    case 'manifests:write':
      return { ...ofObjects('manifests'), actions: ['s3:PutObject'] };
    case 'manifests:read':
      return { ...ofObjects('manifests'), actions: ['s3:GetObject'] };
    case 'exports:write':
      return { ...ofObjects('exports'), actions: ['s3:PutObject'] };
    case 'exports:read':
      return { ...ofObjects('exports'), actions: ['s3:GetObject'] };
    case 'imports:write':
      return { ...ofObjects('imports'), actions: ['s3:PutObject'] };
    case 'imports:read':
      return { ...ofObjects('imports'), actions: ['s3:GetObject'] };
    case 'uploads:write':
      return { ...ofObjects('uploads'), actions: ['s3:PutObject'] };
    case 'uploads:read':
      return { ...ofObjects('uploads'), actions: ['s3:GetObject'] };
    case 'uploads:delete':
      return { ...ofObjects('uploads'), actions: ['s3:DeleteObject'] };
    case 'payments:write':
      return { ...ofObjects('payments'), actions: ['s3:PutObject'] };
    case 'payments:read':
      return { ...ofObjects('payments'), actions: ['s3:GetObject'] };
    case 'outbox:write':
      return { ...ofObjects('outbox'), actions: ['s3:PutObject'] };
    case 'startQueue:send':
      return { ...ofQueue, actions: ['sqs:SendMessage'] };
    case 'startQueue:receive':
      return { ...ofQueue, actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'] };
    case 'paymentQueue:send':
      return { ...ofPayments, actions: ['sqs:SendMessage'] };
    case 'paymentQueue:receive':
      return { ...ofPayments, actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'] };
    case 'fieldKey:generateDataKey':
      return { ...ofFieldKey, actions: ['kms:GenerateDataKey'] };
    case 'fieldKey:decrypt':
      return { ...ofFieldKey, actions: ['kms:Decrypt'] };
    case 'deadLetters:receive':
      return {
        ...ofDeadLetters,
        actions: ['sqs:ReceiveMessage', 'sqs:GetQueueAttributes', 'sqs:ChangeMessageVisibility'],
      };
    case 'deadLetters:delete':
      return { ...ofDeadLetters, actions: ['sqs:DeleteMessage'] };
    case 'bus:put':
      return {
        variable: 'EVENT_BUS_NAME',
        address: eventBus.eventBusName,
        actions: ['events:PutEvents'],
        resources: [eventBus.eventBusArn],
      };
    case 'stateMachine:start':
      return { ...ofStateMachine, actions: ['states:StartExecution'] };
    case 'stateMachine:task':
      return { ...ofStateMachine, actions: ['states:SendTaskSuccess'] };
    case 'stateMachine:redrive':
      return {
        ...ofStateMachine,
        actions: ['states:DescribeExecution', 'states:RedriveExecution'],
        executionsOf: stateMachineArn.split(':').at(-1) ?? '',
        resources: [`${stateMachineArn.replace(':stateMachine:', ':execution:')}:*`],
      };
  }
}

type TableGrant = Extract<Grant, `table:${string}` | `index:${string}`>;

const isOnTable = (grant: Grant): grant is TableGrant => /^(table|index):/.test(grant);

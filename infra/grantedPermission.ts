import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { PayrollTable } from './PayrollTable.ts';
import type { Grant } from './workerGrants.ts';

/** What the stack has to give. */
export interface Grantable {
  readonly table: PayrollTable;
  readonly idempotencyTable: Table;
  readonly bucket: Bucket;
  readonly startQueue: IQueue;
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
}

/** Translates a grant into IAM's words. Nothing here scans, purges or manages, and only manifests need a wildcard. */
export function grantedPermission(grant: Grant, from: Grantable): GrantedPermission {
  const { table, idempotencyTable, bucket, startQueue, eventBus, stateMachineArn } = from;
  const ofManifests = {
    variable: 'BUCKET_NAME',
    address: bucket.bucketName,
    resources: [bucket.arnForObjects('manifests/*')],
  };
  const ofQueue = { variable: 'START_QUEUE_URL', address: startQueue.queueUrl, resources: [startQueue.queueArn] };
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
      return { ...ofManifests, actions: ['s3:PutObject'] };
    case 'manifests:read':
      return { ...ofManifests, actions: ['s3:GetObject'] };
    case 'startQueue:send':
      return { ...ofQueue, actions: ['sqs:SendMessage'] };
    case 'startQueue:receive':
      return { ...ofQueue, actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'] };
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
  }
}

type TableGrant = Extract<Grant, `table:${string}` | `index:${string}`>;

const isOnTable = (grant: Grant): grant is TableGrant => /^(table|index):/.test(grant);

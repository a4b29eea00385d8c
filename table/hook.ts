import { GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { documentClient, tableName } from './documentClient.ts';
import { companyPartition, HOOK_CALL_PREFIX, HOOK_PREFIX, hookCallKey, hookKey, runPartition } from './keys.ts';
import type { TransactItem } from './transact.ts';

export type HookPoint = 'BEFORE_CALCULATE' | 'BEFORE_PAY' | 'AFTER_PAY' | 'ON_FAILURE';
export type HookOutcome = 'CONTINUE' | 'STOP';

/** A point of every run at which the company's systems are told, or asked. */
export interface HookRecord {
  companyId: string;
  hookId: string;
  point: HookPoint;
  /** Absent: runs of every group. */
  payGroupId?: string;
  isBlocking: boolean;
  /** Of a blocking hook: how long it waits, and what counts when nobody answers. */
  timeoutSeconds?: number;
  onTimeout?: HookOutcome;
  version: number;
}

/** One call of a hook in one run. */
export interface HookCallRecord {
  companyId: string;
  runId: string;
  hookId: string;
  point: HookPoint;
  status: 'NOTIFIED' | 'WAITING' | 'COMPLETED' | 'TIMED_OUT';
  outcome?: HookOutcome;
  reason?: string;
  actor?: string;
  calledAt: string;
  completedAt?: string;
  /** What Step Functions waits for; the newest attempt's. */
  taskToken?: string;
}

export async function getHook(companyId: string, hookId: string): Promise<HookRecord | undefined> {
  const { Item } = await documentClient.send(
    new GetCommand({ TableName: tableName(), Key: hookKey(companyId, hookId), ConsistentRead: true }),
  );
  return Item as HookRecord | undefined;
}

/** The hooks of a company; there are a few at the most, well within a page. */
export async function getHooks(companyId: string): Promise<HookRecord[]> {
  const { Items } = await documentClient.send(
    new QueryCommand({
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': companyPartition(companyId), ':prefix': HOOK_PREFIX },
      ConsistentRead: true,
    }),
  );
  return (Items ?? []) as HookRecord[];
}

/** Whether a hook of the company is one of a run of this group. */
export const isHookOf = (hook: HookRecord, payGroupId: string) =>
  hook.payGroupId === undefined || hook.payGroupId === payGroupId;

/** The write that makes or replaces a hook. */
export const putHook = (hook: HookRecord, previous: HookRecord | undefined): TransactItem => ({
  Put: {
    TableName: tableName(),
    Item: { ...hookKey(hook.companyId, hook.hookId), ...hook },
    ...(previous
      ? { ConditionExpression: 'version = :seen', ExpressionAttributeValues: { ':seen': previous.version } }
      : { ConditionExpression: 'attribute_not_exists(pk)' }),
  },
});

/** The write that takes a hook away. Runs that froze it call it still, and find that it is gone. */
export const removeHook = ({ companyId, hookId, version }: HookRecord): TransactItem => ({
  Delete: {
    TableName: tableName(),
    Key: hookKey(companyId, hookId),
    ConditionExpression: 'version = :seen',
    ExpressionAttributeValues: { ':seen': version },
  },
});

export async function getHookCall(
  companyId: string,
  runId: string,
  point: HookPoint,
  hookId: string,
): Promise<HookCallRecord | undefined> {
  const { Item } = await documentClient.send(
    new GetCommand({
      TableName: tableName(),
      Key: hookCallKey(companyId, runId, point, hookId),
      ConsistentRead: true,
    }),
  );
  return Item as HookCallRecord | undefined;
}

/** Every call of a hook in a run. Strongly consistent. */
export async function getHooksCalled(companyId: string, runId: string): Promise<HookCallRecord[]> {
  const { Items } = await documentClient.send(
    new QueryCommand({
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': runPartition(companyId, runId), ':prefix': HOOK_CALL_PREFIX },
      ConsistentRead: true,
    }),
  );
  return (Items ?? []) as HookCallRecord[];
}

/**
 * Notes that a hook is called. Called again by a later attempt, or in a later calculation, a call that waits gets the newer
 * token, and one that is over stays as it is. Answers the call as it is afterwards.
 */
export async function openHookCall(call: HookCallRecord): Promise<HookCallRecord> {
  const { companyId, runId, point, hookId, status, calledAt, taskToken } = call;
  try {
    const { Attributes } = await documentClient.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: hookCallKey(companyId, runId, point, hookId),
        UpdateExpression:
          'SET companyId = :companyId, runId = :runId, hookId = :hookId, #point = :point, #status = :status, ' +
          `calledAt = if_not_exists(calledAt, :calledAt)${taskToken === undefined ? '' : ', taskToken = :taskToken'}`,
        ConditionExpression: 'attribute_not_exists(pk) OR #status IN (:waiting, :notified)',
        ExpressionAttributeNames: { '#point': 'point', '#status': 'status' },
        ExpressionAttributeValues: {
          ...{ ':companyId': companyId, ':runId': runId, ':hookId': hookId, ':point': point, ':status': status },
          ...{ ':calledAt': calledAt, ':waiting': 'WAITING', ':notified': 'NOTIFIED' },
          // A value that the expression does not name is refused.
          ...(taskToken === undefined ? {} : { ':taskToken': taskToken }),
        },
        ReturnValues: 'ALL_NEW',
      }),
    );
    return Attributes as HookCallRecord;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const current = await getHookCall(companyId, runId, point, hookId);
    if (!current) throw error;
    return current;
  }
}

/** The write that ends a call that waits. Of several endings (an answer, another one, the time-out) one gets through. */
export const endHookCall = (
  { companyId, runId, point, hookId }: HookCallRecord,
  end: Pick<HookCallRecord, 'status' | 'outcome' | 'reason' | 'actor' | 'completedAt'>,
): TransactItem => {
  const facts = Object.entries(end).filter(([, value]) => value !== undefined);
  return {
    Update: {
      TableName: tableName(),
      Key: hookCallKey(companyId, runId, point, hookId),
      UpdateExpression: `SET ${facts.map(([name]) => `#${name} = :${name}`).join(', ')}`,
      ConditionExpression: '#status = :waiting',
      ExpressionAttributeNames: Object.fromEntries(facts.map(([name]) => [`#${name}`, name])),
      ExpressionAttributeValues: {
        ':waiting': 'WAITING',
        ...Object.fromEntries(facts.map(([name, value]) => [`:${name}`, value])),
      },
    },
  };
};

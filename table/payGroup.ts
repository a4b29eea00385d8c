import { GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { PaySchedule } from '../payroll/payPeriods.ts';
import { documentClient, tableName } from './documentClient.ts';
import { payGroupKey } from './keys.ts';
import type { TransactItem } from './transact.ts';

export interface PayGroupRecord {
  companyId: string;
  payGroupId: string;
  name: string;
  frequency: 'WEEKLY' | 'BIWEEKLY' | 'SEMIMONTHLY' | 'MONTHLY';
  anchorDate: string;
  payDateOffsetDays: number;
  approvalPolicy: 'REQUIRED' | 'AUTOMATIC';
  /** Present (and then `YES`) on groups whose runs start by schedule: it keys the sparse index. */
  startsAutomatically?: 'YES';
  version: number;
}

/** The group's pay schedule, as the payroll rules take it. */
export const scheduleOf = ({ frequency, anchorDate, payDateOffsetDays }: PayGroupRecord): PaySchedule => ({
  frequency,
  anchorDate,
  payDateOffsetDays,
  holidayRule: 'PREVIOUS_BANKING_DAY',
});

export async function getPayGroup(companyId: string, payGroupId: string): Promise<PayGroupRecord | undefined> {
  const { Item } = await documentClient.send(
    new GetCommand({ TableName: tableName(), Key: payGroupKey(companyId, payGroupId), ConsistentRead: true }),
  );
  return Item as PayGroupRecord | undefined;
}

/** The write that makes or replaces a pay group. */
export const putPayGroup = (group: PayGroupRecord, previous: PayGroupRecord | undefined): TransactItem => ({
  Put: {
    TableName: tableName(),
    Item: { ...payGroupKey(group.companyId, group.payGroupId), ...group },
    ...(previous
      ? { ConditionExpression: 'version = :seen', ExpressionAttributeValues: { ':seen': previous.version } }
      : { ConditionExpression: 'attribute_not_exists(pk)' }),
  },
});

/** Every pay group of every company whose runs the daily schedule starts. */
export async function* payGroupsThatStartAutomatically(): AsyncGenerator<PayGroupRecord> {
  const pages = paginateQuery(
    { client: documentClient },
    {
      TableName: tableName(),
      IndexName: 'groupsThatStartAutomatically',
      KeyConditionExpression: 'startsAutomatically = :yes',
      ExpressionAttributeValues: { ':yes': 'YES' },
    },
  );
  for await (const { Items } of pages) yield* (Items ?? []) as PayGroupRecord[];
}

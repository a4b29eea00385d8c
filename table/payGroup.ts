import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { PaySchedule } from '../payroll/payPeriods.ts';
import type { CutOff } from '../payroll/planning/CutOff.ts';
import { type DayOfWeek, usualWorkweekStart } from '../payroll/workweek.ts';
import type { SettingsEditor } from '../payroll/preparers.ts';
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
  /** Whether a run that the schedule makes is started at once, or waits as a draft. */
  startsAutomatically: boolean;
  /** When the schedule makes the run of a period. */
  cutOff: CutOff;
  /** Absent: as periods of whole weeks begin, otherwise on Sunday. */
  workweekStartsOn?: DayOfWeek;
  /** Where wages are paid from. Absent: by check alone. */
  fundingAccountId?: string;
  /** Who changed it, the latest first. */
  editors?: SettingsEditor[];
  version: number;
}

/** The group's pay schedule, as the payroll rules take it. */
export const scheduleOf = ({ frequency, anchorDate, payDateOffsetDays }: PayGroupRecord): PaySchedule => ({
  frequency,
  anchorDate,
  payDateOffsetDays,
  holidayRule: 'PREVIOUS_BANKING_DAY',
});

/** The day on which the group's workweeks begin. */
export const workweekStartsOn = (group: PayGroupRecord): DayOfWeek =>
  group.workweekStartsOn ?? usualWorkweekStart(group.frequency, group.anchorDate);

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

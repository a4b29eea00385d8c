/** Notices of change: what an employee's bank asks to be written in place of what is recorded. */
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient, tableName } from './documentClient.ts';
import type { DirectDeposit } from './employee.ts';
import { companyPartition, NOTICE_PREFIX, noticeKey } from './keys.ts';
import { queryAll } from './queryAll.ts';
import type { TransactItem } from './transact.ts';

export interface NoticeRecord {
  companyId: string;
  /** Derived from the entry that it is about: handed in again, it is this one notice. */
  noticeId: string;
  employeeId: string;
  employeeName: string;
  /** The part of net pay whose account it is about. */
  split: number;
  code: string;
  meaning: string;
  /** The run and the trace number of the entry. */
  runId: string;
  traceNumber: string;
  /** The account that the entry went to. */
  was: NoticedAccount;
  /** What is to be recorded in its place. Absent: the code changes no account, or a person must read it. */
  becomes?: NoticedAccount & Pick<DirectDeposit, 'sealed'>;
  notedAt: string;
  notedBy: string;
  /** Six banking days after it was noted. */
  applyByDate: string;
  status: 'OPEN' | 'APPLIED';
  appliedAt?: string;
  appliedBy?: string;
}

export type NoticedAccount = Pick<DirectDeposit, 'accountType' | 'routingNumber' | 'last4'>;

export async function getNotice(companyId: string, noticeId: string): Promise<NoticeRecord | undefined> {
  const { Item } = await documentClient.send(
    new GetCommand({ TableName: tableName(), Key: noticeKey(companyId, noticeId), ConsistentRead: true }),
  );
  return Item as NoticeRecord | undefined;
}

/** All notices of a company, by employee: few, because banks send one in some thousand entries. */
export const getNotices = (companyId: string): Promise<NoticeRecord[]> =>
  queryAll<NoticeRecord>({
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': companyPartition(companyId), ':prefix': NOTICE_PREFIX },
    ConsistentRead: true,
  });

/** The write that notes a notice, once. */
export const newNotice = (notice: NoticeRecord): TransactItem => ({
  Put: {
    TableName: tableName(),
    Item: { ...noticeKey(notice.companyId, notice.noticeId), ...notice },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/** The write that says that what a notice asks for is recorded, once. */
export const applyNotice = (
  { companyId, noticeId }: NoticeRecord,
  appliedBy: string,
  appliedAt: string,
): TransactItem => ({
  Update: {
    TableName: tableName(),
    Key: noticeKey(companyId, noticeId),
    UpdateExpression: 'SET #status = :applied, appliedBy = :by, appliedAt = :at',
    ConditionExpression: '#status = :open',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':applied': 'APPLIED', ':open': 'OPEN', ':by': appliedBy, ':at': appliedAt },
  },
});

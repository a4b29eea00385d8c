import { tableName } from './documentClient.ts';
import { controlChangeKey } from './keys.ts';
import type { TransactItem } from './transact.ts';

/** One change of who must look at a run before it is paid: kept for ever, and never changed. */
export interface ControlChangeRecord {
  companyId: string;
  control: 'SELF_APPROVAL' | 'SECOND_APPROVER' | 'APPROVAL_POLICY';
  /** Of APPROVAL_POLICY. */
  payGroupId?: string;
  /** Absent: nothing was set. */
  before?: string;
  after?: string;
  isLoosened: boolean;
  actor: string;
  at: string;
}

/** The write that records a change; it goes into the transaction that makes it. @param version that the change made */
export const putControlChange = (change: ControlChangeRecord, version: number): TransactItem => ({
  Put: {
    TableName: tableName(),
    Item: {
      ...controlChangeKey(change.companyId, change.at, `${change.control}#${change.payGroupId ?? ''}`, version),
      ...change,
    },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

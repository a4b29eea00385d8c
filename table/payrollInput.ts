import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { EarningInput, PayInputs } from '../payroll/EmployeePayFacts.ts';
import { getAll } from './batch.ts';
import { documentClient, tableName } from './documentClient.ts';
import { type FrozenVersion, readFrozen } from './frozen.ts';
import { employeePartition, inputPrefix, pastPayrollInputKey, payrollInputKey } from './keys.ts';
import type { TransactItem } from './transact.ts';

/**
 * What was entered for a period: for its regular run, and by their sequence for its off-cycle runs. An earning belongs to
 * one of them, so that it is paid once however many runs the period has.
 */
export type EnteredPay = PayInputs & {
  readonly offCycleEarnings?: Readonly<Record<string, readonly EarningInput[]>>;
};

/** Hours and the like that were handed in for one employee and one pay period. */
export interface PayrollInputRecord {
  employeeId: string;
  /** JSON text of `EnteredPay`. */
  payInputs: string;
  version: number;
}

/** Versions of the inputs that the employees of one bucket have for a period. */
export async function inputVersionsOf(
  companyId: string,
  bucket: string,
  payGroupId: string,
  periodStartDate: string,
): Promise<Map<string, number>> {
  const inputs = await readBucket(companyId, bucket, payGroupId, periodStartDate, 'employeeId, version');
  return new Map(inputs.map(({ employeeId, version }) => [employeeId, version]));
}

/** The same, of those alone who have an earning for the off-cycle run of that sequence. */
export async function offCycleInputVersionsOf(
  companyId: string,
  bucket: string,
  payGroupId: string,
  periodStartDate: string,
  sequence: number,
): Promise<Map<string, number>> {
  const inputs = await readBucket(companyId, bucket, payGroupId, periodStartDate, 'employeeId, version, payInputs');
  const withEarnings = inputs.filter(
    ({ payInputs }) => (JSON.parse(payInputs) as EnteredPay).offCycleEarnings?.[sequence]?.length,
  );
  return new Map(withEarnings.map(({ employeeId, version }) => [employeeId, version]));
}

async function readBucket(
  companyId: string,
  bucket: string,
  payGroupId: string,
  periodStartDate: string,
  ProjectionExpression: string,
): Promise<PayrollInputRecord[]> {
  const { Items } = await documentClient.send(
    new QueryCommand({
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: {
        ':pk': employeePartition(companyId, bucket),
        ':prefix': inputPrefix(payGroupId, periodStartDate),
      },
      ProjectionExpression,
      ConsistentRead: true,
    }),
  );
  return (Items ?? []) as PayrollInputRecord[];
}

/** The inputs of a period at exactly the versions asked for, by employee. */
export const getPayrollInputsAt = (
  companyId: string,
  payGroupId: string,
  periodStartDate: string,
  wanted: readonly FrozenVersion[],
): Promise<Map<string, PayrollInputRecord>> =>
  readFrozen(companyId, wanted, inputPrefix(payGroupId, periodStartDate), ({ employeeId, version }) =>
    pastPayrollInputKey(payrollInputKey(companyId, payGroupId, periodStartDate, employeeId), version),
  );

/** The current inputs of some employees for a period, by employee. */
export async function getPayrollInputs(
  companyId: string,
  payGroupId: string,
  periodStartDate: string,
  employeeIds: string[],
): Promise<Map<string, PayrollInputRecord>> {
  const found = await getAll<PayrollInputRecord>(
    employeeIds.map((employeeId) => payrollInputKey(companyId, payGroupId, periodStartDate, employeeId)),
  );
  return new Map(found.map((input) => [input.employeeId, input]));
}

/** The writes that hand in an input, or that replace one and keep the version before. */
export function putPayrollInput(
  companyId: string,
  payGroupId: string,
  periodStartDate: string,
  next: PayrollInputRecord,
  previous: PayrollInputRecord | undefined,
): TransactItem[] {
  const key = payrollInputKey(companyId, payGroupId, periodStartDate, next.employeeId);
  const put = (itemKey: object, record: object, condition: object): TransactItem => ({
    // The key last: a record that was read carries the key that it was read by.
    Put: { TableName: tableName(), Item: { ...record, ...itemKey }, ...condition },
  });
  if (!previous) return [put(key, next, { ConditionExpression: 'attribute_not_exists(pk)' })];
  return [
    put(key, next, {
      ConditionExpression: 'version = :seen',
      ExpressionAttributeValues: { ':seen': previous.version },
    }),
    put(pastPayrollInputKey(key, previous.version), previous, { ConditionExpression: 'attribute_not_exists(pk)' }),
  ];
}

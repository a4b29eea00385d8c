import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { EmployedDays } from '../payroll/employment.ts';
import { getAll } from './batch.ts';
import { documentClient, tableName } from './documentClient.ts';
import { bucketsOf } from './employeeId.ts';
import { type FrozenVersion, readFrozen } from './frozen.ts';
import { insertAll } from './insertAll.ts';
import { bucketOfEmployee, EMPLOYEE_PREFIX, employeeKey, employeePartition, pastEmployeeKey } from './keys.ts';
import { NEW, putUnless } from './putUnless.ts';
import type { TransactItem } from './transact.ts';

/** An employee at one version. What the payroll rules need is one JSON text, so that the item stays within a write unit. */
export interface EmployeeRecord {
  companyId: string;
  employeeId: string;
  externalId: string;
  payGroupId: string;
  givenName: string;
  familyName: string;
  hireDate: string;
  terminationDate?: string;
  /** Of somebody who was hired again: the employments before `hireDate`, oldest first. */
  earlierEmployments?: EmployedDays[];
  /** JSON text of the engine's `EmployeeFile`: what holds from the first day on, and its dated changes. */
  profile: string;
  /** How net pay is divided, in order; the last part takes the rest. Absent: by check. */
  directDeposits?: DirectDeposit[];
  version: number;
  /**
   * The row that brought this version: part of the same write, so that a row that is taken again after a death recognizes what
   * it did. Absent in records of before there was such a mark.
   */
  writtenBy?: string;
}

/** One part of net pay and the account that it goes to. */
export interface DirectDeposit {
  /** Counts the parts, from 1. */
  split: number;
  accountType: 'CHECKING' | 'SAVINGS';
  routingNumber: string;
  /** The end of the account number, which is all that is ever shown of it. */
  last4: string;
  /** The account number under the company's data key (`workers/secrets/AccountVault.ts`). */
  sealed: string;
  /** A fixed part, or a part of net pay; neither: it takes the rest. */
  amountCents?: number;
  ratePpm?: number;
  /** When the prenote that tried the account out was to settle. Absent: none was sent. */
  prenotedOn?: string;
  /** The bank's code, when the prenote was returned: no money is sent to the account. */
  prenoteReturnCode?: string;
}

/** What freezing a run needs to know of an employee. */
export type RosterMember = Pick<
  EmployeeRecord,
  'employeeId' | 'externalId' | 'version' | 'payGroupId' | 'hireDate' | 'terminationDate' | 'earlierEmployments'
>;

/** How many buckets are read at the same time. */
const BUCKETS_AT_ONCE = 8;

export async function getEmployees(companyId: string, employeeIds: string[]): Promise<Map<string, EmployeeRecord>> {
  const found = await getAll<EmployeeRecord>(employeeIds.map((employeeId) => employeeKey(companyId, employeeId)));
  return new Map(found.map((employee) => [employee.employeeId, employee]));
}

/** The employee whose id begins so: with the place in the roster, which is one employee's alone. Strongly consistent. */
export async function findEmployee(companyId: string, idPrefix: string): Promise<EmployeeRecord | undefined> {
  const { Items } = await documentClient.send(
    new QueryCommand({
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: {
        ':pk': employeePartition(companyId, bucketOfEmployee(idPrefix)),
        ':prefix': `${EMPLOYEE_PREFIX}${idPrefix}`,
      },
      ConsistentRead: true,
    }),
  );
  return Items?.[0] as EmployeeRecord | undefined;
}

/**
 * The whole roster in the order of employee ids, a bucket at a time, without anything personal. Strongly consistent: an
 * employee who was added before the run was started is in it.
 * @param places how many places the company ever gave out
 */
export async function* rosterOf(
  companyId: string,
  places: number,
): AsyncGenerator<{ bucket: string; employees: RosterMember[] }> {
  const reading: Promise<{ bucket: string; employees: RosterMember[] }>[] = [];
  for (const bucket of bucketsOf(places)) {
    reading.push(readBucket(companyId, bucket));
    if (reading.length >= BUCKETS_AT_ONCE) yield await (reading.shift() as (typeof reading)[number]);
  }
  for (const bucket of reading) yield await bucket;
}

async function readBucket(companyId: string, bucket: string) {
  const { Items } = await documentClient.send(
    new QueryCommand({
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': employeePartition(companyId, bucket), ':prefix': EMPLOYEE_PREFIX },
      ProjectionExpression:
        'employeeId, externalId, version, payGroupId, hireDate, terminationDate, earlierEmployments',
      ConsistentRead: true,
    }),
  );
  return { bucket, employees: (Items ?? []) as RosterMember[] };
}

/** Employees at exactly the versions asked for, by id. */
export const getEmployeesAt = (
  companyId: string,
  wanted: readonly FrozenVersion[],
): Promise<Map<string, EmployeeRecord>> =>
  readFrozen(companyId, wanted, EMPLOYEE_PREFIX, ({ employeeId, version }) =>
    pastEmployeeKey(companyId, employeeId, version),
  );

/**
 * Adds an employee, or replaces one and keeps the version before, which is written first: a version that is kept and still
 * the current one is read as the current one.
 * @returns whether it was written; not when somebody else wrote the employee since `previous` was read
 */
export async function putEmployee(next: EmployeeRecord, previous: EmployeeRecord | undefined): Promise<boolean> {
  const { companyId, employeeId } = next;
  const Item = { ...next, ...employeeKey(companyId, employeeId) };
  if (!previous) return (await putUnless({ Item, ...NEW })) === undefined;
  const past = { ...previous, ...pastEmployeeKey(companyId, employeeId, previous.version) };
  // The same bytes for everybody who replaces this version.
  await documentClient.send(new PutCommand({ TableName: tableName(), Item: past }));
  return (await putUnless({ Item, ...stillAt(previous.version) })) === undefined;
}

/** Adds employees; answers in their order whether each was written, which it is not when somebody else added the same one. */
export const putNewEmployees = (employees: readonly EmployeeRecord[]): Promise<boolean[]> =>
  insertAll(employees.map((next) => ({ ...next, ...employeeKey(next.companyId, next.employeeId) })));

/** The writes that replace an employee, for a transaction with something else. */
export function replaceEmployee(next: EmployeeRecord, previous: EmployeeRecord): TransactItem[] {
  const { companyId, employeeId } = next;
  const past = { ...previous, ...pastEmployeeKey(companyId, employeeId, previous.version) };
  // The key last: a record that was read carries the key that it was read by.
  const Item = { ...next, ...employeeKey(companyId, employeeId) };
  return [
    { Put: { TableName: tableName(), Item, ...stillAt(previous.version) } },
    { Put: { TableName: tableName(), Item: past } },
  ];
}

const stillAt = (version: number) => ({
  ConditionExpression: 'version = :seen',
  ExpressionAttributeValues: { ':seen': version },
});

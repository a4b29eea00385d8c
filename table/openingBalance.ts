import { createHash } from 'node:crypto';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { YearToDate } from '../payroll/yearToDate.ts';
import { withOpening } from '../payroll/openingBalance.ts';
import { decodeYearToDate, encodeYearToDate } from '../payroll/yearToDateCodec.ts';
import { getAll } from './batch.ts';
import { documentClient, tableName } from './documentClient.ts';
import { openingBalanceKey, yearsToDateKey } from './keys.ts';
import { transact } from './transact.ts';
import { postedYearOf, yearToDateOf, type YearsToDateRecord } from './yearToDate.ts';

/** What another provider paid an employee in a calendar year. It is in the year to date as well. */
export interface OpeningBalanceRecord {
  employeeId: string;
  year: number;
  /** The last pay date that is in it. */
  asOfDate: string;
  /** In the text of `payroll/yearToDateCodec.ts`. */
  yearToDate: string;
  version: number;
  /** The row that brought this version. */
  writtenBy: string;
  /** Why it was corrected after runs of the year were posted. */
  correctionReason?: string;
}

export async function getOpeningBalances(
  companyId: string,
  year: number,
  employeeIds: readonly string[],
): Promise<Map<string, OpeningBalanceRecord>> {
  const keys = employeeIds.map((employeeId) => openingBalanceKey(companyId, year, employeeId));
  const found = await getAll<OpeningBalanceRecord>(keys);
  return new Map(found.map((record) => [record.employeeId, record]));
}

/** An opening balance that takes the place of another, and what was read before it was decided. */
export interface OpeningChange {
  next: OpeningBalanceRecord;
  previous: OpeningBalanceRecord | undefined;
  /** How many runs of the year were posted for the employee when it was decided. */
  postedRuns: number;
}

/**
 * Writes opening balances of employees who share an item of years to date, in one transaction with those years.
 * @returns the employees for whom it was not written, because somebody else posted or wrote in between
 */
export async function putOpeningBalances(companyId: string, changes: readonly OpeningChange[]): Promise<boolean> {
  const [first] = changes;
  if (!first) return true;
  const { year } = first.next;
  const key = yearsToDateKey(companyId, year, first.next.employeeId);
  const { Item } = await documentClient.send(
    new GetCommand({ TableName: tableName(), Key: key, ConsistentRead: true }),
  );
  const current = Item as YearsToDateRecord | undefined;
  const years = new Map(Object.entries(current?.years ?? {}));
  for (const { next, previous, postedRuns } of changes) {
    const posted = postedYearOf(years.get(next.employeeId));
    if ((posted?.runCount ?? 0) !== postedRuns) return false;
    const before = previous && decodeYearToDate(previous.yearToDate);
    const changed: YearToDate = withOpening(yearToDateOf(posted, year), before, decodeYearToDate(next.yearToDate));
    years.set(next.employeeId, `${postedRuns} ${encodeYearToDate(changed)}`);
  }
  const { refused } = await transact([
    {
      Put: {
        TableName: tableName(),
        Item: { ...key, years: Object.fromEntries(years), posted: `${current?.posted ?? ''}${tagOf(changes)}` },
        ...(current
          ? { ConditionExpression: 'posted = :seen', ExpressionAttributeValues: { ':seen': current.posted } }
          : { ConditionExpression: 'attribute_not_exists(pk)' }),
      },
    },
    ...changes.map(({ next, previous }) => ({
      Put: {
        TableName: tableName(),
        Item: { ...openingBalanceKey(companyId, year, next.employeeId), ...next },
        ...(previous
          ? { ConditionExpression: 'version = :seen', ExpressionAttributeValues: { ':seen': previous.version } }
          : { ConditionExpression: 'attribute_not_exists(pk)' }),
      },
    })),
  ]);
  return refused === undefined;
}

/** Makes the list of what is posted longer, which is the item's version: see `YearsToDateRecord`. */
const tagOf = (changes: readonly OpeningChange[]): string =>
  createHash('sha256')
    .update(changes.map(({ next }) => `opening ${next.employeeId} ${next.version} ${next.writtenBy}`).join('\n'))
    .digest('base64url')
    .slice(0, 10);

import { createHash } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, paginateQuery, PutCommand } from '@aws-sdk/lib-dynamodb';
import { yearOf } from '../payroll/dates.ts';
import { ownMember } from '../payroll/ownMember.ts';
import type { Payslip } from '../payroll/Payslip.ts';
import { addToYearToDate, emptyYearToDate, type YearToDate } from '../payroll/yearToDate.ts';
import { decodeYearToDate, encodeYearToDate } from '../payroll/yearToDateCodec.ts';
import { atOnce } from './atOnce.ts';
import { documentClient, tableName } from './documentClient.ts';
import { bucketOfEmployee, employeePartition, type ItemKey, yearsToDateKey } from './keys.ts';

/**
 * The calendar years of up to ten employees: those of ten neighbours in a bucket are one item, because a write pays for whole
 * kilobytes and most of its time for being a request. See docs/decisions/0014-years-to-date.md.
 */
export interface YearsToDateRecord {
  /** By employee: how many runs are in it, a blank, and the year to date in the text of `payroll/yearToDateCodec.ts`. */
  years: Record<string, string>;
  /** What was posted, by its tags (`tagOf`), one after the other. Each posting makes it longer: it is the version too. */
  posted: string;
}

/** One employee's year as it was posted. */
export interface PostedYear {
  /** In the text of `payroll/yearToDateCodec.ts`. */
  yearToDate: string;
  runCount: number;
}

const TAG_LENGTH = 10;

/** Ten characters, 60 bits, that stand for a segment of a run. */
const tagOf = (runId: string, segment: number): string =>
  createHash('sha256').update(`${runId} ${segment}`).digest('base64url').slice(0, TAG_LENGTH);

function isPosted({ posted }: YearsToDateRecord, tag: string): boolean {
  for (let start = 0; start < posted.length; start += TAG_LENGTH) if (posted.startsWith(tag, start)) return true;
  return false;
}

/** Takes an employee's entry apart; a year in which nothing was posted is absent. */
export function postedYearOf(entry: string | undefined): PostedYear | undefined {
  if (entry === undefined) return undefined;
  const blank = entry.indexOf(' ');
  return { runCount: Number(entry.slice(0, blank)), yearToDate: entry.slice(blank + 1) };
}

/**
 * What is posted for some employees in a calendar year, by employee; who has nothing yet is absent. Strongly consistent:
 * a run that was finished before is in it.
 * @param employeeIds in ascending order
 */
export async function getYearsToDate(
  companyId: string,
  year: number,
  employeeIds: readonly string[],
): Promise<Map<string, PostedYear>> {
  const items = await getItems(companyId, year, employeeIds);
  const found = new Map<string, PostedYear>();
  for (const employeeId of employeeIds) {
    const record = items.get(nameOf(yearsToDateKey(companyId, year, employeeId)));
    const posted = postedYearOf(record && ownMember(record.years, employeeId));
    if (posted) found.set(employeeId, posted);
  }
  return found;
}

const nameOf = ({ pk, sk }: ItemKey) => `${pk} ${sk}`;

async function getItems(
  companyId: string,
  year: number,
  employeeIds: readonly string[],
): Promise<Map<string, YearsToDateRecord>> {
  const byBucket = Map.groupBy(employeeIds, bucketOfEmployee);
  const found = await Promise.all(
    [...byBucket].map(async ([bucket, members]) => {
      const records: (YearsToDateRecord & ItemKey)[] = [];
      // Not one page alone: a year that is not read is a year in which every cap is open.
      const pages = paginateQuery(
        { client: documentClient },
        {
          TableName: tableName(),
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
          ExpressionAttributeValues: {
            ':pk': employeePartition(companyId, bucket),
            ':first': yearsToDateKey(companyId, year, members[0] ?? '').sk,
            ':last': yearsToDateKey(companyId, year, members.at(-1) ?? '').sk,
          },
          ConsistentRead: true,
        },
      );
      for await (const { Items } of pages) records.push(...((Items ?? []) as typeof records));
      return records;
    }),
  );
  return new Map(found.flat().map((record) => [nameOf(record), record]));
}

/** How many items are written at the same time: of a segment that is one bucket, all of them. */
const ITEMS_AT_ONCE = 10;

/**
 * Adds the payslips of a segment to the year of their pay date, once: the segment is noted in the same conditional write that
 * adds its amounts, so that a second posting finds it there. A reversal's negative figures take the original's out.
 * @param payslips in the order of employee ids, all of one pay date
 */
export async function postToYearsToDate(
  companyId: string,
  runId: string,
  segment: number,
  payslips: readonly Payslip[],
): Promise<void> {
  const [first] = payslips;
  if (!first) return;
  const year = yearOf(first.payDate);
  const ids = payslips.map(({ employeeId }) => employeeId);
  const items = await getItems(companyId, year, ids);
  const keyOf = ({ employeeId }: Payslip) => yearsToDateKey(companyId, year, employeeId);
  const byItem = Map.groupBy(payslips, (payslip) => nameOf(keyOf(payslip)));
  await atOnce(ITEMS_AT_ONCE, [...byItem], async ([name, together]) => {
    await postTogether(keyOf(together[0] ?? first), items.get(name), tagOf(runId, segment), together);
  });
}

/** How often a posting starts over because another segment was posted to the same item at the same moment. */
const ATTEMPTS = 20;

/** @param seen the item as it was read before */
async function postTogether(
  key: ItemKey,
  seen: YearsToDateRecord | undefined,
  tag: string,
  payslips: readonly Payslip[],
): Promise<void> {
  let current = seen;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    if (current && isPosted(current, tag)) return;
    const years = new Map(Object.entries(current?.years ?? {}));
    for (const payslip of payslips) years.set(payslip.employeeId, added(years.get(payslip.employeeId), payslip));
    const next: YearsToDateRecord = {
      years: Object.fromEntries(years),
      posted: `${current?.posted ?? ''}${tag}`,
    };
    try {
      await documentClient.send(
        new PutCommand({
          TableName: tableName(),
          Item: { ...key, ...next },
          ...(current
            ? { ConditionExpression: 'posted = :seen', ExpressionAttributeValues: { ':seen': current.posted } }
            : { ConditionExpression: 'attribute_not_exists(pk)' }),
        }),
      );
      return;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      const { Item } = await documentClient.send(
        new GetCommand({ TableName: tableName(), Key: key, ConsistentRead: true }),
      );
      current = Item as YearsToDateRecord | undefined;
    }
  }
  throw new Error(`${nameOf(key)} was changed ${ATTEMPTS} times while it was posted to`);
}

/** An employee's entry with one more payslip in it. */
function added(entry: string | undefined, payslip: Payslip): string {
  const before = postedYearOf(entry);
  const after = addToYearToDate(yearToDateOf(before, yearOf(payslip.payDate)), payslip);
  return `${(before?.runCount ?? 0) + 1} ${encodeYearToDate(after)}`;
}

/** The amounts of a posted year; a year in which nothing was posted is empty. */
export const yearToDateOf = (posted: Pick<PostedYear, 'yearToDate'> | undefined, year: number): YearToDate =>
  posted ? decodeYearToDate(posted.yearToDate) : emptyYearToDate(year);

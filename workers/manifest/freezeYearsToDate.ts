import { createHash } from 'node:crypto';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { yearOf } from '../../payroll/dates.ts';
import { atOnce } from '../../table/atOnce.ts';
import { getYearsToDate } from '../../table/yearToDate.ts';
import type { Segment } from '../../workflows/payrollRun.ts';
import { getFrozenYears } from './getFrozenYears.ts';

/** Segments whose years lie in one object: about 10,000 employees and six megabytes, however large the company is. */
const SEGMENTS_PER_OBJECT = 100;
const SEGMENTS_AT_ONCE = 8;

const s3 = new S3Client({});

/**
 * Freezes what was posted for the employees of a run in the calendar year of its pay date, and says in each segment where
 * it lies. The objects are named by their content, as the manifest is: freezing the same years again writes the same bytes.
 * @param renewedIds the employees whose years are read anew; everybody else's stay frozen as they are. Absent: everybody
 */
export async function freezeYearsToDate(
  segments: readonly Segment[],
  renewedIds?: ReadonlySet<string>,
): Promise<Segment[]> {
  const frozen: Segment[] = [];
  for (let start = 0; start < segments.length; start += SEGMENTS_PER_OBJECT) {
    const part = segments.slice(start, start + SEGMENTS_PER_OBJECT);
    frozen.push(...(await freezePart(part, renewedIds)));
  }
  return frozen;
}

async function freezePart(segments: readonly Segment[], renewedIds?: ReadonlySet<string>): Promise<Segment[]> {
  const lines = await atOnce(SEGMENTS_AT_ONCE, segments, (segment) => lineOf(segment, renewedIds));
  const text = lines.map(({ line }) => line).join('');
  const { companyId, runId } = segments[0] as Segment;
  const key = `manifests/${companyId}/${runId}/${createHash('sha256').update(text).digest('hex')}.ytd.jsonl`;
  if (text !== '') await s3.send(new PutObjectCommand({ Bucket: process.env.BUCKET_NAME, Key: key, Body: text }));
  let firstByte = 0;
  return segments.map((segment, index) => {
    const { line, isKept } = lines[index] as Line;
    if (isKept) return segment;
    const { yearsToDate: _earlier, ...rest } = segment;
    if (line === '') return rest;
    const lastByte = firstByte + Buffer.byteLength(line) - 1;
    const yearsToDate = { key, firstByte, lastByte };
    firstByte = lastByte + 1;
    return { ...rest, yearsToDate };
  });
}

/** What is written for one segment: nothing when nobody in it has a year to date, or when it stays frozen as it is. */
interface Line {
  line: string;
  isKept: boolean;
}

async function lineOf(segment: Segment, renewedIds: ReadonlySet<string> | undefined): Promise<Line> {
  const { companyId, period, employees } = segment;
  const employeeIds = employees.map(([employeeId]) => employeeId);
  const renewed = renewedIds ? employeeIds.filter((employeeId) => renewedIds.has(employeeId)) : employeeIds;
  if (renewed.length === 0) return { line: '', isKept: true };
  const [earlier, current] = await Promise.all([
    renewed.length < employeeIds.length ? getFrozenYears(segment) : new Map<string, string>(),
    getYearsToDate(companyId, yearOf(period.payDate), renewed),
  ]);
  const years = new Map<string, string>();
  for (const employeeId of employeeIds) {
    const year = current.get(employeeId)?.yearToDate ?? earlier.get(employeeId);
    if (year !== undefined) years.set(employeeId, year);
  }
  return { line: years.size > 0 ? `${JSON.stringify(Object.fromEntries(years))}\n` : '', isKept: false };
}

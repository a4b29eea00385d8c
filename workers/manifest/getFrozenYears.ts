import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Segment } from '../../workflows/payrollRun.ts';

const s3 = new S3Client({});

/**
 * The years to date of a segment's employees as they were frozen, by employee, each in the compact text of
 * `payroll/yearToDateCodec.ts`; an employee without one had nothing posted.
 */
export async function getFrozenYears({ yearsToDate }: Segment): Promise<ReadonlyMap<string, string>> {
  if (!yearsToDate) return new Map();
  const { key, firstByte, lastByte } = yearsToDate;
  const { Body } = await s3.send(
    new GetObjectCommand({ Bucket: process.env.BUCKET_NAME, Key: key, Range: `bytes=${firstByte}-${lastByte}` }),
  );
  const line = await Body?.transformToString();
  if (!line) throw new Error(`${key} has nothing from byte ${firstByte} to ${lastByte}`);
  return new Map(Object.entries(JSON.parse(line) as Record<string, string>));
}

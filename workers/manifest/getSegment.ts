import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Segment } from '../../workflows/payrollRun.ts';

const s3 = new S3Client({});

/**
 * One segment of a run as its manifest froze it. A manifest has a line for each segment in their order, and that of a large
 * company has megabytes: reading stops at the line that is wanted.
 */
export async function getSegment(manifestKey: string, segment: number): Promise<Segment> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: process.env.BUCKET_NAME, Key: manifestKey }));
  const body = Body as Readable;
  try {
    let at = 0;
    for await (const line of createInterface({ input: body, crlfDelay: Infinity }))
      if (at++ === segment) return JSON.parse(line) as Segment;
  } finally {
    body.destroy();
  }
  throw new Error(`${manifestKey} has no segment ${segment}`);
}

import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Segment } from '../../workflows/payrollRun.ts';

const s3 = new S3Client({});

/** The segments of a manifest in their order, one at a time: that of a large company has megabytes. */
export async function* getManifest(manifestKey: string): AsyncGenerator<Segment> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: process.env.BUCKET_NAME, Key: manifestKey }));
  const body = Body as Readable;
  try {
    for await (const line of createInterface({ input: body, crlfDelay: Infinity })) yield JSON.parse(line) as Segment;
  } finally {
    body.destroy();
  }
}

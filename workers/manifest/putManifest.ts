import { createHash } from 'node:crypto';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Segment } from '../../workflows/payrollRun.ts';

const s3 = new S3Client({});

/**
 * Writes frozen segments (JSON Lines, ids only) where the Distributed Map reads them, and answers their key. The object is
 * named by its content: an attempt that was given up but still runs cannot change a committed one.
 */
export async function putManifest(companyId: string, runId: string, segments: readonly Segment[]): Promise<string> {
  const text = segments.map((segment) => JSON.stringify(segment)).join('\n');
  const key = `manifests/${companyId}/${runId}/${createHash('sha256').update(text).digest('hex')}.jsonl`;
  await s3.send(
    new PutObjectCommand({
      Bucket: process.env.BUCKET_NAME,
      Key: key,
      Body: text,
      ContentType: 'application/x-ndjson',
    }),
  );
  return key;
}

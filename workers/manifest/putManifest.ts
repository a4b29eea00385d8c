import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

const s3 = new S3Client({});

/** Writes a run's frozen roster (JSON Lines, ids only), where the Distributed Map reads it. */
export async function putManifest(key: string, text: string): Promise<void> {
  await s3.send(
    new PutObjectCommand({
      Bucket: process.env.BUCKET_NAME,
      Key: key,
      Body: text,
      ContentType: 'application/x-ndjson',
    }),
  );
}

import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

const s3 = new S3Client({});

const EXPIRES_IN_SECONDS = 900;

/** An address that whoever holds it can read an object with. */
export interface Download {
  url: string;
  expiresAt: string;
}

/** Makes the address of an object, which is saved under the last part of its key. It holds for 15 minutes. */
export async function presignDownload(key: string, nowMs: number): Promise<Download> {
  const fileName = key.slice(key.lastIndexOf('/') + 1);
  const command = new GetObjectCommand({
    Bucket: process.env.BUCKET_NAME,
    Key: key,
    ResponseContentDisposition: `attachment; filename="${fileName}"`,
  });
  const signingDate = new Date(nowMs);
  const url = await getSignedUrl(s3, command, { expiresIn: EXPIRES_IN_SECONDS, signingDate });
  return { url, expiresAt: new Date(nowMs + EXPIRES_IN_SECONDS * 1_000).toISOString() };
}

import { createHash } from 'node:crypto';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { PaymentFileRecord } from '../../table/paymentFile.ts';

const s3 = new S3Client({});

/** The text of a payment file, proven to be the one that was recorded. */
export async function readPaymentFile({ objectKey, hash, paymentFileId }: PaymentFileRecord): Promise<string> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: process.env.BUCKET_NAME, Key: objectKey }));
  const text = (await Body?.transformToString()) ?? '';
  if (createHash('sha256').update(text).digest('hex') !== hash)
    throw new Error(`${paymentFileId} is not the file that was recorded: it is not handed over`);
  return text;
}

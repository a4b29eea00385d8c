import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { PaymentGateway } from './PaymentGateway.ts';

const s3 = new S3Client({});

/**
 * Puts each file into the outbox, where the office takes it to its bank. The object is named by the file's id, so that twice is
 * once.
 */
export const outboxGateway: PaymentGateway = {
  async deliver({ companyId, paymentFileId }, text) {
    await s3.send(
      new PutObjectCommand({
        Bucket: process.env.BUCKET_NAME,
        Key: `outbox/${companyId}/${paymentFileId}.ach`,
        Body: text,
        ContentType: 'text/plain',
      }),
    );
  },
};

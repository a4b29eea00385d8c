import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { PaymentGateway, ReturnedEntry } from './PaymentGateway.ts';

const s3 = new S3Client({});

/** An account number of this kind is sent back with the code that it begins with: `R0312345` comes back as R03. */
const TEST_ACCOUNT = /^6\d{11}(?<returnCode>R\d\d)/;

/**
 * A gateway without a bank: puts each file into the outbox, where the office takes it to its bank. The object is named by
 * the file's id, so that twice is once.
 */
export const embeddedGateway: PaymentGateway = {
  async deliver({ companyId, paymentFileId }, text) {
    await s3.send(
      new PutObjectCommand({
        Bucket: process.env.BUCKET_NAME,
        Key: `outbox/${companyId}/${paymentFileId}.ach`,
        Body: text,
        ContentType: 'text/plain',
      }),
    );
    return text.split('\n').flatMap((line): ReturnedEntry[] => {
      const returnCode = TEST_ACCOUNT.exec(line)?.groups?.['returnCode'];
      return returnCode === undefined ? [] : [{ traceNumber: line.slice(79, 94), returnCode }];
    });
  },
};

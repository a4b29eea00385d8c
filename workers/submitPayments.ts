import { processPartialResponse, SqsFifoPartialProcessorAsync } from '@aws-lambda-powertools/batch';
import { IdempotencyConfig, makeIdempotent } from '@aws-lambda-powertools/idempotency';
import { DynamoDBPersistenceLayer } from '@aws-lambda-powertools/idempotency/dynamodb';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { z } from 'zod';
import { getPaymentFile } from '../table/paymentFile.ts';
import { embeddedGateway } from './payments/embeddedGateway.ts';
import type { PaymentMessage } from './payments/enqueuePaymentFile.ts';
import { notePrenotes } from './payments/notePrenotes.ts';
import { noteSubmitted } from './payments/noteSubmitted.ts';
import { readPaymentFile } from './payments/readPaymentFile.ts';
import { releaseWhenSubmitted } from './payments/releaseWhenSubmitted.ts';
import { takeReturns } from './payments/takeReturns.ts';

const processor = new SqsFifoPartialProcessorAsync();
const config = new IdempotencyConfig({
  eventKeyJmesPath: 'paymentFileId',
  throwOnNoIdempotencyKey: true,
  hashFunction: 'sha256',
});
const paymentMessage = z.object({
  companyId: z.string().min(1),
  runId: z.string().min(1).max(80),
  paymentFileId: z.string().min(1),
});

/**
 * Hands one payment file to the gateway. What the gateway's answer brings is noted before the file counts as submitted: a
 * worker that dies between asks the gateway again, which knows the file by its id. The Powertools record only saves the
 * call.
 */
const submit = makeIdempotent(
  async ({ companyId, runId, paymentFileId }: PaymentMessage): Promise<{ paymentFileId: string }> => {
    const file = await getPaymentFile(companyId, runId, paymentFileId);
    if (!file) throw new Error(`${paymentFileId} of ${runId} is not in the table`);
    const at = new Date().toISOString();
    if (file.status === 'WRITTEN') {
      const text = await readPaymentFile(file);
      const returned = await embeddedGateway.deliver(file, text);
      await notePrenotes(file, text);
      await takeReturns(file, text, returned, at);
    }
    await noteSubmitted(file, at);
    await releaseWhenSubmitted(companyId, runId);
    return { paymentFileId };
  },
  {
    persistenceStore: new DynamoDBPersistenceLayer({ tableName: process.env.IDEMPOTENCY_TABLE_NAME ?? '' }),
    config,
    keyPrefix: 'submitPayments',
  },
);

export const handler = (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
  config.registerLambdaContext(context);
  return processPartialResponse(
    event,
    async ({ body }: SQSRecord) => void (await submit(paymentMessage.parse(JSON.parse(body)))),
    processor,
    { context },
  );
};

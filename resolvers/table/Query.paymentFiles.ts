import type { Context, DynamoDBQueryRequest } from '@aws-appsync/utils';
import { query } from '@aws-appsync/utils/dynamodb';
import type { PaymentFile, QueryPaymentFilesArgs } from '../../clients/generated/schema.ts';
import { PAYMENT_FILE_PREFIX, runPartition } from '../../table/keys.ts';
import type { PaymentFileRecord } from '../../table/paymentFile.ts';
import { type QueryPage, resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';
import { paymentFileOf } from '../paymentFile.ts';

/** A million employees have 20 files; the rest is room for retries. */
const MOST_FILES = 1000;

export function request(ctx: Context<QueryPaymentFilesArgs>): DynamoDBQueryRequest {
  return query({
    query: { pk: { eq: runPartition(companyOf(ctx), ctx.args.runId) }, sk: { beginsWith: PAYMENT_FILE_PREFIX } },
    limit: MOST_FILES,
  });
}

export function response(ctx: Context<QueryPaymentFilesArgs>): PaymentFile[] {
  const page = resultOf(ctx) as QueryPage<PaymentFileRecord>;
  return page.items.map((file) => paymentFileOf(file));
}

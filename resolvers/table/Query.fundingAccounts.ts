import type { Context, DynamoDBQueryRequest } from '@aws-appsync/utils';
import { query } from '@aws-appsync/utils/dynamodb';
import type { FundingAccount } from '../../clients/generated/schema.ts';
import type { FundingAccountRecord } from '../../table/fundingAccount.ts';
import { companyPartition, FUNDING_PREFIX } from '../../table/keys.ts';
import { type QueryPage, resultOf } from '../command.ts';
import { fundingAccountOf } from '../fundingAccount.ts';
import { companyOf } from '../identity.ts';

/** A company has a handful of them. */
const MOST_ACCOUNTS = 100;

export function request(ctx: Context): DynamoDBQueryRequest {
  return query({
    query: { pk: { eq: companyPartition(companyOf(ctx)) }, sk: { beginsWith: FUNDING_PREFIX } },
    limit: MOST_ACCOUNTS,
  });
}

export function response(ctx: Context): FundingAccount[] {
  const page = resultOf(ctx) as QueryPage<FundingAccountRecord>;
  return page.items.map((account) => fundingAccountOf(account));
}

import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type {
  MutationUpsertFundingAccountArgs,
  UpsertFundingAccountPayload,
  UserError,
} from '../../clients/generated/schema.ts';
import type { FundingAccountRecord } from '../../table/fundingAccount.ts';
import { commandRequest, resultOf } from '../command.ts';
import { fundingAccountOf } from '../fundingAccount.ts';

export function request(ctx: Context<MutationUpsertFundingAccountArgs>): LambdaRequest {
  return commandRequest(ctx);
}

export function response(ctx: Context<MutationUpsertFundingAccountArgs>): UpsertFundingAccountPayload {
  const { fundingAccount, replayed, userErrors } = resultOf(ctx) as {
    fundingAccount?: FundingAccountRecord;
    replayed: boolean;
    userErrors: UserError[];
  };
  return { fundingAccount: fundingAccount ? fundingAccountOf(fundingAccount) : null, replayed, userErrors };
}

import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { MutationUpsertCompanyArgs, UpsertCompanyPayload, UserError } from '../../clients/generated/schema.ts';
import type { CompanyRecord } from '../../table/company.ts';
import { commandRequest, resultOf } from '../command.ts';
import { companyAnswerOf } from '../company.ts';

export function request(ctx: Context<MutationUpsertCompanyArgs>): LambdaRequest {
  return commandRequest(ctx);
}

export function response(ctx: Context<MutationUpsertCompanyArgs>): UpsertCompanyPayload {
  const answer = resultOf(ctx) as { company?: CompanyRecord; replayed: boolean; userErrors: UserError[] };
  const { company, replayed, userErrors } = answer;
  return { company: company ? companyAnswerOf(company) : null, replayed, userErrors };
}

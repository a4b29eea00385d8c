import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { QueryTaxYearArgs, TaxYear } from '../../clients/generated/schema.ts';
import { resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';

export function request(ctx: Context<QueryTaxYearArgs>): LambdaRequest {
  return { operation: 'Invoke', payload: { companyId: companyOf(ctx), year: ctx.args.year } };
}

export function response(ctx: Context<QueryTaxYearArgs>): TaxYear {
  return resultOf(ctx) as TaxYear;
}

import type { Context, DynamoDBGetItemRequest } from '@aws-appsync/utils';
import { get } from '@aws-appsync/utils/dynamodb';
import type { Company } from '../../clients/generated/schema.ts';
import type { CompanyRecord } from '../../table/company.ts';
import { companyKey } from '../../table/keys.ts';
import { resultOf } from '../command.ts';
import { companyAnswerOf } from '../company.ts';
import { companyOf } from '../identity.ts';

export function request(ctx: Context): DynamoDBGetItemRequest {
  return get({ key: companyKey(companyOf(ctx)) });
}

export function response(ctx: Context): Company | null {
  const company = resultOf(ctx) as CompanyRecord | null;
  return company ? companyAnswerOf(company) : null;
}

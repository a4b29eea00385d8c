import type { Context, DynamoDBGetItemRequest } from '@aws-appsync/utils';
import { get } from '@aws-appsync/utils/dynamodb';
import type { QueryEmployeesArgs } from '../../clients/generated/schema.ts';
import type { CompanyRecord } from '../../table/company.ts';
import { companyKey } from '../../table/keys.ts';
import { resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';

/** How many places the company gave out tells in how many buckets its employees are. */
export function request(ctx: Context<QueryEmployeesArgs>): DynamoDBGetItemRequest {
  return get({ key: companyKey(companyOf(ctx)) });
}

export function response(ctx: Context<QueryEmployeesArgs>): number {
  const company = resultOf(ctx) as CompanyRecord | null;
  return company ? company.employeeSequence : 0;
}

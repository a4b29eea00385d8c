import type { Context, DynamoDBGetItemRequest } from '@aws-appsync/utils';
import { get } from '@aws-appsync/utils/dynamodb';
import type { QueryYearToDateArgs, YearToDate } from '../../clients/generated/schema.ts';
import { yearsToDateKey } from '../../table/keys.ts';
import type { YearsToDateRecord } from '../../table/yearToDate.ts';
import { resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';
import { yearToDateOf } from '../yearToDate.ts';

export function request(ctx: Context<QueryYearToDateArgs>): DynamoDBGetItemRequest {
  return get({ key: yearsToDateKey(companyOf(ctx), ctx.args.year, ctx.args.employeeId) });
}

export function response(ctx: Context<QueryYearToDateArgs>): YearToDate | null {
  const record = resultOf(ctx) as YearsToDateRecord | null;
  const { employeeId } = ctx.args;
  // What is asked for may be `constructor`: only the service's own ids are members.
  const entry = record ? Object.entries<string>(record.years).find(([id]) => id === employeeId)?.[1] : null;
  return entry ? yearToDateOf(employeeId, entry) : null;
}

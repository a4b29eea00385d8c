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
  const entry = record ? record.years[employeeId] : null;
  return entry ? yearToDateOf(employeeId, entry) : null;
}

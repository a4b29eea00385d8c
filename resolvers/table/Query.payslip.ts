import type { Context, DynamoDBGetItemRequest } from '@aws-appsync/utils';
import { get } from '@aws-appsync/utils/dynamodb';
import type { Payslip, QueryPayslipArgs } from '../../clients/generated/schema.ts';
import { runItemKey } from '../../table/keys.ts';
import type { RunItemRecord } from '../../table/runItem.ts';
import { resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';
import { payslipOf } from '../payslip.ts';
import { placeOf } from '../runItem.ts';

export function request(ctx: Context<QueryPayslipArgs>): DynamoDBGetItemRequest {
  const { runId, segment, employeeId } = placeOf(ctx.args.payslipId);
  return get({ key: runItemKey(companyOf(ctx), runId, segment, employeeId) });
}

export function response(ctx: Context<QueryPayslipArgs>): Payslip | null {
  const item = resultOf(ctx) as RunItemRecord | null;
  return item?.status === 'CALCULATED' ? payslipOf(item, placeOf(ctx.args.payslipId)) : null;
}

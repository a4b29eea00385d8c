import type { Context, DynamoDBGetItemRequest } from '@aws-appsync/utils';
import { get } from '@aws-appsync/utils/dynamodb';
import type { Payslip, QueryMyPayslipArgs } from '../../clients/generated/schema.ts';
import { runItemKey } from '../../table/keys.ts';
import { companyOf, employeeOf } from '../identity.ts';
import { payslipInSegment } from '../segment.ts';

export function request(ctx: Context<QueryMyPayslipArgs, object, { result: number }>): DynamoDBGetItemRequest {
  return get({ key: runItemKey(companyOf(ctx), ctx.args.runId, ctx.prev.result, employeeOf(ctx)) });
}

export function response(ctx: Context<QueryMyPayslipArgs, object, { result: number }>): Payslip | null {
  return payslipInSegment(ctx, { runId: ctx.args.runId, segment: ctx.prev.result, employeeId: employeeOf(ctx) });
}

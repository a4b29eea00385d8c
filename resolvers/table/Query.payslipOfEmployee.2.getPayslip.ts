import type { Context, DynamoDBGetItemRequest } from '@aws-appsync/utils';
import { get } from '@aws-appsync/utils/dynamodb';
import type { Payslip, QueryPayslipOfEmployeeArgs } from '../../clients/generated/schema.ts';
import { runItemKey } from '../../table/keys.ts';
import { companyOf } from '../identity.ts';
import { payslipInSegment } from '../segment.ts';

export function request(ctx: Context<QueryPayslipOfEmployeeArgs, object, { result: number }>): DynamoDBGetItemRequest {
  const { runId, employeeId } = ctx.args;
  return get({ key: runItemKey(companyOf(ctx), runId, ctx.prev.result, employeeId) });
}

export function response(ctx: Context<QueryPayslipOfEmployeeArgs, object, { result: number }>): Payslip | null {
  return payslipInSegment(ctx, { runId: ctx.args.runId, segment: ctx.prev.result, employeeId: ctx.args.employeeId });
}

import type { Context, DynamoDBQueryRequest } from '@aws-appsync/utils';
import type { QueryPayslipOfEmployeeArgs } from '../../clients/generated/schema.ts';
import { companyOf } from '../identity.ts';
import { firstSegmentOf, segmentRequest } from '../segment.ts';

export function request(ctx: Context<QueryPayslipOfEmployeeArgs>): DynamoDBQueryRequest {
  return segmentRequest(companyOf(ctx), ctx.args.runId, ctx.args.employeeId);
}

export function response(ctx: Context<QueryPayslipOfEmployeeArgs>): number {
  return firstSegmentOf(ctx);
}

import type { Context, DynamoDBQueryRequest } from '@aws-appsync/utils';
import type { QueryMyPayslipArgs } from '../../clients/generated/schema.ts';
import { companyOf, employeeOf } from '../identity.ts';
import { firstSegmentOf, segmentRequest } from '../segment.ts';

export function request(ctx: Context<QueryMyPayslipArgs>): DynamoDBQueryRequest {
  return segmentRequest(companyOf(ctx), ctx.args.runId, employeeOf(ctx));
}

export function response(ctx: Context<QueryMyPayslipArgs>): number {
  return firstSegmentOf(ctx);
}

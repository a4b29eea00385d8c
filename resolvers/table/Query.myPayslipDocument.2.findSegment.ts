import type { Context, DynamoDBQueryRequest } from '@aws-appsync/utils';
import type { QueryMyPayslipDocumentArgs } from '../../clients/generated/schema.ts';
import { companyOf, employeeOf } from '../identity.ts';
import { firstSegmentOf, segmentRequest } from '../segment.ts';

export function request(ctx: Context<QueryMyPayslipDocumentArgs>): DynamoDBQueryRequest {
  return segmentRequest(companyOf(ctx), ctx.args.runId, employeeOf(ctx));
}

export function response(ctx: Context<QueryMyPayslipDocumentArgs>): number {
  return firstSegmentOf(ctx);
}

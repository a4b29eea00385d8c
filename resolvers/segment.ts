import { type Context, type DynamoDBQueryRequest } from '@aws-appsync/utils';
import { query } from '@aws-appsync/utils/dynamodb';
import type { Payslip } from '../clients/generated/schema.ts';
import { runPartition, SEGMENT_PREFIX } from '../table/keys.ts';
import type { RunItemRecord, SegmentRecord } from '../table/runItem.ts';
import { type QueryPage, resultOf } from './command.ts';
import { payslipOf } from './payslip.ts';
import type { PayslipPlace } from './runItem.ts';

/** Finds the segment that holds an employee: segments are keyed by their last employee. */
export function segmentRequest(companyId: string, runId: string, employeeId: string): DynamoDBQueryRequest {
  return query({
    query: {
      pk: { eq: runPartition(companyId, runId) },
      sk: { between: [`${SEGMENT_PREFIX}${employeeId}`, `${SEGMENT_PREFIX}~`] },
    },
    limit: 1,
  });
}

/** The number of the segment that was found; -1, which holds nobody, when there is none. */
export function firstSegmentOf(ctx: Context): number {
  const page = resultOf(ctx) as QueryPage<SegmentRecord>;
  const first = page.items[0];
  return first ? first.segment : -1;
}

/** The payslip that was read at a place; null when the employee is not in the run or has none. */
export function payslipInSegment(ctx: Context, place: PayslipPlace): Payslip | null {
  const item = resultOf(ctx) as RunItemRecord | null;
  return item?.status === 'CALCULATED' ? payslipOf(item, place) : null;
}

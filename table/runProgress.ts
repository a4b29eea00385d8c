import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient, tableName } from './documentClient.ts';
import { runProgressKey } from './keys.ts';
import type { TransactItem } from './transact.ts';

/** What one segment adds to its run. Sums are in cents, by the names of the control totals. */
export interface SegmentSums {
  calculatedCount: number;
  failedCount: number;
  grossPayCents: number;
  employeeTaxesCents: number;
  deductionsCents: number;
  reimbursementsCents: number;
  netPayCents: number;
  employerTaxesCents: number;
}

export interface RunProgressRecord extends SegmentSums {
  companyId: string;
  runId: string;
  employeeCount: number;
  segmentCount: number;
  /** The segments that were counted. Absent until the first one is. */
  closedSegments?: Set<number>;
}

const SUMS = [
  'calculatedCount',
  'failedCount',
  'grossPayCents',
  'employeeTaxesCents',
  'deductionsCents',
  'reimbursementsCents',
  'netPayCents',
  'employerTaxesCents',
] as const satisfies readonly (keyof SegmentSums)[];

/** The write that sets up the counts of a run at zero, once. */
export function newRunProgress(
  progress: Pick<RunProgressRecord, 'companyId' | 'runId' | 'employeeCount' | 'segmentCount'>,
): TransactItem {
  return {
    Put: {
      TableName: tableName(),
      Item: {
        ...runProgressKey(progress.companyId, progress.runId),
        ...progress,
        ...Object.fromEntries(SUMS.map((sum) => [sum, 0])),
      },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}

/**
 * Closes a segment: counts its sums and remembers that it is counted, in one conditional write, so that however often a
 * worker is run again a segment counts once. Answers the counts after it; when it was closed before, the counts as they are.
 */
export async function closeSegment(
  companyId: string,
  runId: string,
  segment: number,
  sums: SegmentSums,
): Promise<RunProgressRecord> {
  try {
    const { Attributes } = await documentClient.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: runProgressKey(companyId, runId),
        UpdateExpression: `ADD closedSegments :closed, ${SUMS.map((sum) => `${sum} :${sum}`).join(', ')}`,
        ConditionExpression: 'attribute_exists(pk) AND NOT contains(closedSegments, :segment)',
        ExpressionAttributeValues: {
          ':segment': segment,
          ':closed': new Set([segment]),
          ...Object.fromEntries(SUMS.map((sum) => [`:${sum}`, sums[sum]])),
        },
        ReturnValues: 'ALL_NEW',
      }),
    );
    return Attributes as RunProgressRecord;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const counted = await getRunProgress(companyId, runId);
    if (!counted?.closedSegments?.has(segment)) throw error; // the run was never opened
    return counted;
  }
}

export async function getRunProgress(companyId: string, runId: string): Promise<RunProgressRecord | undefined> {
  const { Item } = await documentClient.send(
    new GetCommand({ TableName: tableName(), Key: runProgressKey(companyId, runId), ConsistentRead: true }),
  );
  return Item as RunProgressRecord | undefined;
}

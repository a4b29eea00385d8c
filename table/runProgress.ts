import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient, tableName } from './documentClient.ts';
import { runProgressKey } from './keys.ts';
import type { TransactItem } from './transact.ts';

/** What one segment adds to its run. Sums are in cents, by the names of the control totals. */
export interface SegmentSums {
  calculatedCount: number;
  failedCount: number;
  excludedCount: number;
  /** Net pay by how it is paid, and how many payments that is. */
  directDepositCents: number;
  directDepositCount: number;
  checkCents: number;
  checkCount: number;
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
  /** Which calculation of the run is counted, from 1. */
  calculation: number;
  /** Counts the messages to subscribers: the closed segments of all calculations, and one for each recalculation. */
  sequence: number;
  /** The segments that were counted. Absent until the first one is. */
  closedSegments?: Set<number>;
}

const SUMS = [
  'calculatedCount',
  'failedCount',
  'excludedCount',
  'directDepositCents',
  'directDepositCount',
  'checkCents',
  'checkCount',
  'grossPayCents',
  'employeeTaxesCents',
  'deductionsCents',
  'reimbursementsCents',
  'netPayCents',
  'employerTaxesCents',
] as const satisfies readonly (keyof SegmentSums)[];

/** The counts of a calculation before any of its segments is calculated. */
export const emptySums = (): SegmentSums => Object.fromEntries(SUMS.map((sum) => [sum, 0])) as unknown as SegmentSums;

/** Adds a segment's sums to others, in place. */
export function addSums(to: SegmentSums, sums: SegmentSums): void {
  for (const sum of SUMS) to[sum] += sums[sum];
}

/** The sums of some segments together. */
export function sumsOf(segments: readonly SegmentSums[]): SegmentSums {
  const sums = emptySums();
  for (const segment of segments) addSums(sums, segment);
  return sums;
}

/**
 * The write that opens the counts of a calculation, in place of those of the calculation before it. Only the first of
 * several attempts gets it through.
 */
export function openProgress(progress: RunProgressRecord): TransactItem {
  const first = progress.calculation === 1;
  return {
    Put: {
      TableName: tableName(),
      Item: { ...runProgressKey(progress.companyId, progress.runId), ...progress },
      ConditionExpression: first ? 'attribute_not_exists(pk)' : 'calculation = :before',
      ...(first ? {} : { ExpressionAttributeValues: { ':before': progress.calculation - 1 } }),
    },
  };
}

/**
 * Closes a segment: counts its sums and remembers that it is counted, in one conditional write, so that however often a
 * worker is run again a segment counts once in its calculation. Answers the counts after it; when it was closed before, the
 * counts as they are.
 */
export async function closeSegment(
  {
    companyId,
    runId,
    calculation,
    segment,
  }: { companyId: string; runId: string; calculation: number; segment: number },
  sums: SegmentSums,
): Promise<RunProgressRecord> {
  try {
    const { Attributes } = await documentClient.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: runProgressKey(companyId, runId),
        UpdateExpression: `ADD closedSegments :closed, #sequence :one, ${SUMS.map((sum) => `${sum} :${sum}`).join(', ')}`,
        ConditionExpression: 'calculation = :calculation AND NOT contains(closedSegments, :segment)',
        ExpressionAttributeNames: { '#sequence': 'sequence' },
        ExpressionAttributeValues: {
          ':segment': segment,
          ':closed': new Set([segment]),
          ':one': 1,
          ':calculation': calculation,
          ...Object.fromEntries(SUMS.map((sum) => [`:${sum}`, sums[sum]])),
        },
        ReturnValues: 'ALL_NEW',
      }),
    );
    return Attributes as RunProgressRecord;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const counted = await getRunProgress(companyId, runId);
    if (counted?.calculation !== calculation || !counted.closedSegments?.has(segment)) throw error; // never opened
    return counted;
  }
}

export async function getRunProgress(companyId: string, runId: string): Promise<RunProgressRecord | undefined> {
  const { Item } = await documentClient.send(
    new GetCommand({ TableName: tableName(), Key: runProgressKey(companyId, runId), ConsistentRead: true }),
  );
  return Item as RunProgressRecord | undefined;
}

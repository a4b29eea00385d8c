import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { putAll } from './batch.ts';
import { documentClient, tableName } from './documentClient.ts';
import { runItemKey, runPartition, SEGMENT_PREFIX, segmentKey } from './keys.ts';
import type { SegmentSums } from './runProgress.ts';

/** A calculated employee of a run: the payslip. Its lines are one text, so that the item fits one write unit. */
export interface CalculatedItem {
  status: 'CALCULATED';
  employeeId: string;
  employeeName: string;
  payDate: string;
  ruleSetVersion: string;
  grossPayCents: number;
  netPayCents: number;
  /** The payslip in the compact text of `payroll/payslipCodec.ts`. */
  payslip: string;
}

/** An employee who could not be calculated. */
export interface FailedItem {
  status: 'FAILED';
  employeeId: string;
  employeeName: string;
  errorCode: string;
  errorMessage: string;
  errorResolution: string;
}

export type RunItemRecord = CalculatedItem | FailedItem;

/** Where an employee's item of a run lies; a payslip's id says all of it but the company. */
export interface RunItemPlace {
  companyId: string;
  runId: string;
  segment: number;
  employeeId: string;
}

export async function getRunItem(place: RunItemPlace): Promise<RunItemRecord | undefined> {
  const { companyId, runId, segment, employeeId } = place;
  const { Item } = await documentClient.send(
    new GetCommand({ TableName: tableName(), Key: runItemKey(companyId, runId, segment, employeeId) }),
  );
  return Item as RunItemRecord | undefined;
}

/** One segment of a run as it was calculated. */
export interface SegmentRecord extends SegmentSums {
  segment: number;
  employeeCount: number;
  /** SHA-256 over the segment's items in order: the run's calculation hash is made of these. */
  hash: string;
}

/**
 * Writes a segment's items, then nothing more: they follow from the frozen inputs, so a second writer writes the same
 * bytes, and they count only once the segment is closed.
 */
export async function putSegment(
  companyId: string,
  runId: string,
  segment: SegmentRecord,
  items: RunItemRecord[],
): Promise<void> {
  const last = items.at(-1);
  if (!last) throw new Error(`segment ${segment.segment} of run ${runId} has no employees`);
  await putAll([
    ...items.map((item) => ({
      ...runItemKey(companyId, runId, segment.segment, item.employeeId),
      ...item,
      ...(item.status === 'FAILED' ? { failedInRun: runPartition(companyId, runId) } : {}),
    })),
    { ...segmentKey(companyId, runId, last.employeeId), ...segment },
  ]);
}

/** All segments of a run, in order. Strongly consistent. */
export async function getSegments(companyId: string, runId: string): Promise<SegmentRecord[]> {
  const segments: SegmentRecord[] = [];
  let startKey: Record<string, unknown> | undefined;
  do {
    const page = await documentClient.send(
      new QueryCommand({
        TableName: tableName(),
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': runPartition(companyId, runId), ':prefix': SEGMENT_PREFIX },
        ConsistentRead: true,
        ExclusiveStartKey: startKey,
      }),
    );
    segments.push(...((page.Items ?? []) as SegmentRecord[]));
    startKey = page.LastEvaluatedKey;
  } while (startKey);
  return segments.sort((a, b) => a.segment - b.segment);
}

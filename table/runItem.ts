import { GetCommand, paginateQuery, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { EnteredNotPaid } from '../payroll/enteredNotPaid.ts';
import type { Postings } from '../payroll/ledger/Postings.ts';
import { putAll } from './batch.ts';
import { documentClient, tableName } from './documentClient.ts';
import { RUN_ITEM_PREFIX, runItemKey, runItemsPartition, runPartition, SEGMENT_PREFIX, segmentKey } from './keys.ts';
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
  /** How net pay is paid, in the compact text of `payments.ts`. Absent: there is nothing to pay. */
  payments?: string;
  /**
   * By split, what became of a payment that did not simply leave with its run's file. All others follow from the run's
   * status, so that a good payment costs no write of its own.
   */
  paymentStates?: Record<string, PaymentState>;
  /** The run that took this payslip back. */
  reversedByRunId?: string;
}

export interface PaymentState {
  /** A retry is pending until the gateway took its file. */
  status: 'RETURNED' | 'PENDING' | 'SUBMITTED' | 'PAID_BY_HAND';
  /** 1 for the run's own file, one more for each retry. */
  attempt: number;
  at: string;
  /** The bank's code, with what it means and what fixes it. */
  returnCode?: string;
  returnReason?: string;
  resolution?: string;
  /** Of a retry: its file, when that is to settle, and the version of the employee whose account it goes to. */
  paymentFileId?: string;
  effectiveEntryDate?: string;
  employeeVersion?: number;
  /** Of a retry: the end of the number of the account that it goes to. */
  last4?: string;
  /** Of a retry: when it was acknowledged that the bank has its file. */
  deliveredAt?: string;
  /** Of a payment by hand: how and why, the number of the check, and who recorded it. */
  reason?: string;
  checkNumber?: string;
  actor?: string;
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

/** An employee whom a person left out of the run; the run's history says who and why. */
export interface ExcludedItem {
  status: 'EXCLUDED';
  employeeId: string;
  employeeName: string;
}

export type RunItemRecord = CalculatedItem | FailedItem | ExcludedItem;

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
    new GetCommand({
      TableName: tableName(),
      Key: runItemKey(companyId, runId, segment, employeeId),
      ConsistentRead: true,
    }),
  );
  return Item as RunItemRecord | undefined;
}

/** One segment of a run as it was calculated. */
export interface SegmentRecord extends SegmentSums {
  segment: number;
  employeeCount: number;
  /** SHA-256 over the segment's items in order: the run's calculation hash is made of these. */
  hash: string;
  /** What the segment's payslips post, by account in signed cents (debits positive): they sum to zero. */
  postings: Postings;
  /** What was entered for employees of the segment and is not paid. Absent: all of it is. */
  enteredNotPaid?: EnteredNotPaid[];
  /** Of a reversal: the segment whose payslips are reversed. */
  reverses?: { runId: string; segment: number };
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

/** All items of a segment in the order of employee ids. Strongly consistent. */
export async function getRunItems(companyId: string, runId: string, segment: number): Promise<RunItemRecord[]> {
  const items: RunItemRecord[] = [];
  // One page of a megabyte as a rule; a hundred payslips with many long ids may need more.
  const pages = paginateQuery(
    { client: documentClient },
    {
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': runItemsPartition(companyId, runId, segment), ':prefix': RUN_ITEM_PREFIX },
      ConsistentRead: true,
    },
  );
  for await (const { Items } of pages) items.push(...((Items ?? []) as RunItemRecord[]));
  return items;
}

/** The segment that holds an employee, or would hold them: the first one that ends with them or after them. */
export async function findSegment(
  companyId: string,
  runId: string,
  employeeId: string,
): Promise<SegmentRecord | undefined> {
  const { Items } = await documentClient.send(
    new QueryCommand({
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: {
        ':pk': runPartition(companyId, runId),
        ':first': `${SEGMENT_PREFIX}${employeeId}`,
        ':last': `${SEGMENT_PREFIX}~`,
      },
      ConsistentRead: true,
      Limit: 1,
    }),
  );
  return Items?.[0] as SegmentRecord | undefined;
}

/** An employee's item of a run, wherever it lies. */
export async function findRunItem(
  companyId: string,
  runId: string,
  employeeId: string,
): Promise<RunItemRecord | undefined> {
  const segment = await findSegment(companyId, runId, employeeId);
  return segment && getRunItem({ companyId, runId, segment: segment.segment, employeeId });
}

/** Notes on a payslip which run took it back; nothing else of it ever changes. Noted again by the same run it stays. */
export async function markReversed(place: RunItemPlace, reversalRunId: string): Promise<void> {
  const { companyId, runId, segment, employeeId } = place;
  await documentClient.send(
    new UpdateCommand({
      TableName: tableName(),
      Key: runItemKey(companyId, runId, segment, employeeId),
      UpdateExpression: 'SET reversedByRunId = :reversal',
      ConditionExpression:
        'attribute_exists(pk) AND (attribute_not_exists(reversedByRunId) OR reversedByRunId = :reversal)',
      ExpressionAttributeValues: { ':reversal': reversalRunId },
    }),
  );
}

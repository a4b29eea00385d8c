import { createHash } from 'node:crypto';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { PayPeriod } from '../payroll/payPeriods.ts';
import { mayFollow, type RunStatus } from '../payroll/runStatus.ts';
import { documentClient, tableName } from './documentClient.ts';
import { runEventKey, runKey } from './keys.ts';
import { transact, type TransactItem } from './transact.ts';

/** Sums over all payslips of a run, in cents. */
export interface RunTotals {
  grossPayCents: number;
  employeeTaxesCents: number;
  deductionsCents: number;
  reimbursementsCents: number;
  netPayCents: number;
  employerTaxesCents: number;
}

export interface RunRecord {
  companyId: string;
  runId: string;
  payGroupId: string;
  type: 'REGULAR' | 'OFF_CYCLE';
  sequence: number;
  period: PayPeriod;
  status: RunStatus;
  statusReason?: string;
  approvalPolicy: 'REQUIRED' | 'AUTOMATIC';
  selfApprovalAllowed: boolean;
  startedBy: string;
  startedAt: string;
  /** Known once the run is prepared. */
  employeeCount?: number;
  segmentCount?: number;
  manifestKey?: string;
  /** Known once the run is reconciled. */
  calculatedCount?: number;
  failedCount?: number;
  totals?: RunTotals;
  calculationHash?: string;
  /** What Step Functions waits for while the run awaits approval. */
  taskToken?: string;
  approvalDeadline?: string;
  decidedBy?: string;
  decidedAt?: string;
  /** Counts the run's events; each change of status is one event. */
  version: number;
  lastEventHash: string;
}

export interface RunEventRecord {
  companyId: string;
  runId: string;
  sequence: number;
  status: RunStatus;
  actor: string;
  reason?: string;
  at: string;
  hash: string;
  previousHash: string;
}

/** Who changed a run, when, and why: what its history keeps. */
export interface Cause {
  actor: string;
  at: string;
  reason?: string;
}

export async function getRun(companyId: string, runId: string): Promise<RunRecord | undefined> {
  const { Item } = await documentClient.send(
    new GetCommand({ TableName: tableName(), Key: runKey(companyId, runId), ConsistentRead: true }),
  );
  return Item as RunRecord | undefined;
}

/** The writes that bring a new run into being with the first event of its history. The run itself is the first of them. */
export function newRunItems(run: Omit<RunRecord, 'version' | 'lastEventHash'>): {
  run: RunRecord;
  items: TransactItem[];
} {
  const event = nextEvent(run, { version: 0, lastEventHash: '' }, run.status, {
    actor: run.startedBy,
    at: run.startedAt,
  });
  const complete: RunRecord = { ...run, version: 1, lastEventHash: event.hash };
  return {
    run: complete,
    items: [
      {
        Put: {
          TableName: tableName(),
          Item: { ...runKey(run.companyId, run.runId), ...complete, runsOfCompany: run.companyId, runOrder: run.runId },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      putEvent(event),
    ],
  };
}

/**
 * The writes that move a run to another status: the status, the facts that come with it and the event of the run's
 * history. They go into one transaction, which only the first of several movers gets through.
 */
export function moveItems(
  run: RunRecord,
  to: RunStatus,
  cause: Cause,
  facts: Partial<RunRecord> = {},
): { run: RunRecord; items: TransactItem[] } {
  const event = nextEvent(run, run, to, cause);
  const changed: Partial<RunRecord> = { ...facts, status: to, version: event.sequence, lastEventHash: event.hash };
  if (cause.reason !== undefined) changed.statusReason = cause.reason;
  const entries = Object.entries(changed).filter(([, value]) => value !== undefined);
  return {
    run: { ...run, ...changed },
    items: [
      {
        Update: {
          TableName: tableName(),
          Key: runKey(run.companyId, run.runId),
          UpdateExpression: `SET ${entries.map(([name]) => `#${name} = :${name}`).join(', ')}`,
          ConditionExpression: '#version = :seenVersion',
          ExpressionAttributeNames: Object.fromEntries(entries.map(([name]) => [`#${name}`, name])),
          ExpressionAttributeValues: {
            ':seenVersion': run.version,
            ...Object.fromEntries(entries.map(([name, value]) => [`:${name}`, value])),
          },
        },
      },
      putEvent(event),
    ],
  };
}

/**
 * Moves a run to another status. Answers the run as it is now, and whether this call moved it: when not, the run's status
 * does not lead there, or somebody else moved it first.
 * @param also writes that must happen together with it, or not at all
 */
export async function moveRun(
  run: RunRecord,
  to: RunStatus,
  cause: Cause,
  facts: Partial<RunRecord> = {},
  also: TransactItem[] = [],
): Promise<{ run: RunRecord; moved: boolean }> {
  if (!mayFollow(run.status, to)) return { run, moved: false };
  const move = moveItems(run, to, cause, facts);
  const { refused } = await transact([...move.items, ...also]);
  if (!refused) return { run: move.run, moved: true };
  const current = await getRun(run.companyId, run.runId);
  if (!current) throw new Error(`run ${run.runId} vanished while it was moved to ${to}`);
  return { run: current, moved: false };
}

/** Replaces the task token of a run that awaits approval; false when the run was decided meanwhile. */
export async function renewTaskToken(run: RunRecord, taskToken: string): Promise<boolean> {
  const { refused } = await transact([
    {
      Update: {
        TableName: tableName(),
        Key: runKey(run.companyId, run.runId),
        UpdateExpression: 'SET taskToken = :taskToken',
        ConditionExpression: '#status = :awaiting',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':taskToken': taskToken, ':awaiting': 'AWAITING_APPROVAL' },
      },
    },
  ]);
  return !refused;
}

function nextEvent(
  { companyId, runId }: Pick<RunRecord, 'companyId' | 'runId'>,
  last: Pick<RunRecord, 'version' | 'lastEventHash'>,
  status: RunStatus,
  cause: Cause,
): RunEventRecord {
  const event = {
    companyId,
    runId,
    sequence: last.version + 1,
    status,
    actor: cause.actor,
    ...(cause.reason === undefined ? {} : { reason: cause.reason }),
    at: cause.at,
    previousHash: last.lastEventHash,
  };
  return { ...event, hash: hashOfEvent(event) };
}

/** The hash that chains a run's events: over every member of the event, the hash before it included. */
export function hashOfEvent(event: Omit<RunEventRecord, 'hash'>): string {
  const { companyId, runId, sequence, status, actor, reason, at, previousHash } = event;
  const text = JSON.stringify([companyId, runId, sequence, status, actor, reason ?? null, at, previousHash]);
  return createHash('sha256').update(text).digest('hex');
}

const putEvent = (event: RunEventRecord): TransactItem => ({
  Put: {
    TableName: tableName(),
    Item: { ...runEventKey(event.companyId, event.runId, event.sequence), ...event },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

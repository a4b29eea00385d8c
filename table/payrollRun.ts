import { createHash } from 'node:crypto';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { EnteredNotPaid } from '../payroll/enteredNotPaid.ts';
import type { PayPeriod } from '../payroll/payPeriods.ts';
import type { Preparer } from '../payroll/preparers.ts';
import type { Requirement } from '../payroll/requirements.ts';
import { isCommitted, isDriven, mayFollow, type RunStatus } from '../payroll/runStatus.ts';
import { documentClient, tableName } from './documentClient.ts';
import { runEventKey, runKey } from './keys.ts';
import { openRunsPartition } from './openRuns.ts';
import { runsOfCompany } from './runsOfCompany.ts';
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
  type: PayrollRunType;
  sequence: number;
  period: PayPeriod;
  status: RunStatus;
  statusReason?: string;
  /** Since when it has its status. Absent in runs of before it was kept. */
  movedAt?: string;
  /** Where the index of open runs has it; absent once no workflow is to move it any more. */
  openRuns?: string;
  /** For a failed run: where a redrive goes on. */
  failedFrom?: RunStatus;
  /** When the execution stopped whose end was noted last, in milliseconds: the event that tells it may come twice. */
  executionStoppedAtMs?: number;
  approvalPolicy: 'REQUIRED' | 'AUTOMATIC';
  selfApprovalAllowed: boolean;
  /** Variance from which two people must approve, in parts per million. Absent: one is enough. */
  secondApproverAbovePpm?: number;
  /** Where wages are paid from. Absent: by check alone. */
  fundingAccountId?: string;
  startedBy: string;
  startedAt: string;
  /** Who prepared it so far; absent in runs of before preparers were recorded. */
  preparers?: Preparer[];
  /** The only employees in it, at most 100. Absent: the group's. */
  employeeIds?: string[];
  /** Of a correction: the run whose reversed employees it pays again. */
  correctsRunId?: string;
  /** Of a reversal: the run that it reverses. */
  reversesRunId?: string;
  /** The runs that took back this one, or a part of it. */
  reversedByRunIds?: string[];
  /** Employees whose pay these runs took back; absent: none. */
  reversedCount?: number;
  /** Counts the calculations, from 1; absent before the first one. */
  calculation?: number;
  /** What the next calculation is to do: absent, everything. */
  recalculation?: Recalculation;
  /** The counters of changes (`changes.ts`) as they were when the inputs were frozen. */
  frozenChanges?: { group: number; period: number; committedRuns: number };
  /** What its payment files name beside what is paid, as it was then: the files follow it. */
  frozenSettings?: { companyName: string; fundingAccountVersion?: number };
  /** Known once the run is prepared. */
  employeeCount?: number;
  segmentCount?: number;
  manifestKey?: string;
  /** Where those segments lie that the present calculation is to do, if they are not all. */
  workKey?: string;
  /** Known once the run is reconciled. */
  calculatedCount?: number;
  failedCount?: number;
  excludedCount?: number;
  totals?: RunTotals;
  calculationHash?: string;
  requirements?: Requirement[];
  /** What was entered for the period by people who are not in the run; found when it was prepared. Absent: nothing. */
  enteredNotPaid?: EnteredNotPaid[];
  requiredApprovals?: number;
  /** Approvals of the present calculation. */
  approvals?: { actor: string; at: string; calculationHash: string }[];
  /** What Step Functions waits for while the run awaits approval. */
  taskToken?: string;
  approvalDeadline?: string;
  decidedBy?: string;
  decidedAt?: string;
  /** The moment that dates the payment files, and when they are to settle: every attempt writes the same ones. */
  payingSince?: string;
  effectiveEntryDate?: string;
  /** What Step Functions waits for while payment files are on their way, and how many of them there are. */
  paymentToken?: string;
  paymentFileCount?: number;
  /** When the gateway had taken all of them. */
  paymentsSubmittedAt?: string;
  /** When it was acknowledged of the last of them that the bank has it. */
  paymentsDeliveredAt?: string;
  paidAt?: string;
  /** Returned payments that were not paid again. */
  returnedCount?: number;
  /** The last number that a ledger entry has, or that is kept for one; absent before the run is posted or a payment is returned. */
  ledgerEntryCount?: number;
  /** Counts the run's events; each change of status is one event. */
  version: number;
  lastEventHash: string;
}

/** What `startPayrollRun` can start, and the reversals that `voidPayrollRun` makes. */
export type PayrollRunType = 'REGULAR' | 'OFF_CYCLE' | 'BONUS' | 'CORRECTION' | 'TERMINATION' | 'REVERSAL';

/** A calculation that follows another one of the same run. */
export interface Recalculation {
  /** `ALL` freezes everything again; otherwise only the named employees (or all who failed) are, and nobody else changes. */
  scope: 'ALL' | 'FAILED' | 'EMPLOYEES';
  employeeIds?: string[];
  /** Employees who are left out from now on. */
  excludedIds?: string[];
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

/** Who prepared a run. Of one of before preparers were recorded, only who started it is known. */
export const preparersOf = ({ preparers, startedBy }: Pick<RunRecord, 'preparers' | 'startedBy'>): Preparer[] =>
  preparers ?? [{ actor: startedBy, did: ['STARTED'] }];

export async function getRun(companyId: string, runId: string): Promise<RunRecord | undefined> {
  const { Item } = await documentClient.send(
    new GetCommand({ TableName: tableName(), Key: runKey(companyId, runId), ConsistentRead: true }),
  );
  return Item as RunRecord | undefined;
}

/** The writes that bring a new run into being with the first event of its history. The run itself is the first of them. */
export function newRunItems(run: Omit<RunRecord, 'movedAt' | 'openRuns' | 'version' | 'lastEventHash'>): {
  run: RunRecord;
  items: TransactItem[];
} {
  const event = nextEvent(run, { version: 0, lastEventHash: '' }, run.status, {
    actor: run.startedBy,
    at: run.startedAt,
  });
  const complete: RunRecord = {
    ...run,
    ...(isDriven(run.status) ? { openRuns: openRunsPartition(run.runId) } : {}),
    movedAt: run.startedAt,
    version: 1,
    lastEventHash: event.hash,
  };
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

/** What a run comes to know when it moves; `undefined` makes it forget. */
export type RunFacts = { [Fact in keyof RunRecord]?: RunRecord[Fact] | undefined };

/**
 * The writes that move a run to another status: the status, the facts that come with it and the event of the run's
 * history. They go into one transaction, which only the first of several movers gets through. Throws where the statuses do
 * not follow each other: code that moves a run reads its status first.
 */
export function moveItems(
  run: RunRecord,
  to: RunStatus,
  cause: Cause,
  facts: RunFacts = {},
): { run: RunRecord; items: TransactItem[] } {
  if (to !== run.status && !mayFollow(run.status, to))
    throw new Error(`run ${run.runId}: ${to} never follows ${run.status}`);
  const event = nextEvent(run, run, to, cause);
  const changed: RunFacts = {
    ...facts,
    status: to,
    ...(to === run.status ? {} : { movedAt: cause.at }),
    openRuns: isDriven(to) ? openRunsPartition(run.runId) : undefined,
    version: event.sequence,
    lastEventHash: event.hash,
    ...(cause.reason === undefined ? {} : { statusReason: cause.reason }),
  };
  const names = Object.keys(changed) as (keyof RunRecord)[];
  const known = names.filter((name) => changed[name] !== undefined);
  const forgotten = names.filter((name) => changed[name] === undefined);
  const set = `SET ${known.map((name) => `#${name} = :${name}`).join(', ')}`;
  const remove = forgotten.length > 0 ? ` REMOVE ${forgotten.map((name) => `#${name}`).join(', ')}` : '';
  return {
    // What is forgotten is a member that may be absent: the type of the facts allows no other to be given as undefined.
    run: Object.fromEntries(Object.entries({ ...run, ...changed }).filter(([, value]) => value !== undefined)) as never,
    items: [
      {
        Update: {
          TableName: tableName(),
          Key: runKey(run.companyId, run.runId),
          UpdateExpression: set + remove,
          ConditionExpression: '#version = :seenVersion',
          ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
          ExpressionAttributeValues: {
            ':seenVersion': run.version,
            ...Object.fromEntries(known.map((name) => [`:${name}`, changed[name]])),
          },
        },
      },
      putEvent(event),
    ],
  };
}

/** The writes that note something in a run's history without moving it, such as the first of two approvals. */
export const noteItems = (run: RunRecord, cause: Cause, facts: RunFacts = {}) =>
  moveItems(run, run.status, cause, facts);

/**
 * Moves a run to another status. Answers the run as it is now, and whether this call moved it: when not, the run's status
 * does not lead there, somebody else moved it first, or one of the other writes was refused. What was only noted meanwhile
 * in the status that the run has stands in nobody's way.
 * @param also writes that must happen together with it, or not at all
 */
export async function moveRun(
  run: RunRecord,
  to: RunStatus,
  cause: Cause,
  facts: RunFacts = {},
  also: TransactItem[] = [],
): Promise<{ run: RunRecord; moved: boolean }> {
  if (!mayFollow(run.status, to)) return { run, moved: false };
  const move = moveItems(run, to, cause, facts);
  const { refused } = await transact([...move.items, ...also]);
  if (!refused) return { run: move.run, moved: true };
  const current = await getRun(run.companyId, run.runId);
  if (!current) throw new Error(`run ${run.runId} vanished while it was moved to ${to}`);
  const isOnlyNoted = current.status === run.status && current.version > run.version;
  return isOnlyNoted ? moveRun(current, to, cause, facts, also) : { run: current, moved: false };
}

/** Replaces the task token of a run that waits for people; false when it waits no longer. */
export async function renewTaskToken(run: RunRecord, taskToken: string): Promise<boolean> {
  const { refused } = await transact([
    {
      Update: {
        TableName: tableName(),
        Key: runKey(run.companyId, run.runId),
        UpdateExpression: 'SET taskToken = :taskToken',
        ConditionExpression: '#status = :seen',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':taskToken': taskToken, ':seen': run.status },
      },
    },
  ]);
  return !refused;
}

/** How far back the last run of a group is looked for: enough for a year of weekly runs of a dozen groups. */
const RUNS_TO_LOOK_THROUGH = 1000;

/**
 * The regular run of the same group before this one that was approved and not voided: what this one is compared
 * with. Read from an index, so that one that was approved a moment ago may be missed.
 */
export async function lastCommittedRunBefore(run: RunRecord): Promise<RunRecord | undefined> {
  let seen = 0;
  for await (const earlier of runsOfCompany(run.companyId, run.runId)) {
    const { payGroupId, type, period, status } = earlier;
    const isOfGroup = payGroupId === run.payGroupId && type === 'REGULAR' && period.startDate < run.period.startDate;
    if (isOfGroup && isCommitted(status)) return earlier;
    if (++seen === RUNS_TO_LOOK_THROUGH) break;
  }
  return undefined;
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

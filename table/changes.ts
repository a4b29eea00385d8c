/**
 * What a run may miss. Everything that a run freezes is edited on: each edit is counted, a run remembers the counts that it
 * froze, and its approval is one transaction with the proof that they are still the same. Two counters, because everybody in
 * a pay group is edited by the group, and what is entered for a period by the period.
 */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient, tableName } from './documentClient.ts';
import { groupChangesKey, type ItemKey, periodChangesKey } from './keys.ts';
import { preparersOf, type RunRecord } from './payrollRun.ts';
import type { TransactItem } from './transact.ts';

/** Of a pay group. Each counter is absent until the first time. */
export interface GroupChanges {
  /** To its employees. */
  changes?: number;
  /** Its runs that were approved, and those of them that are posted. */
  committedRuns?: number;
  postedRuns?: number;
  /** The last one that was approved. */
  lastCommittedRunId?: string;
  /** When the last regular run was approved. */
  regularApprovedAt?: string;
  /** Marks of who edited its employees since a regular run paid them all (`payroll/preparers.ts`). */
  editors?: ReadonlySet<string>;
}

/** Of a pay period of a group. */
export interface PeriodChanges {
  /** To what was entered for it, and to who else pays it. */
  changes?: number;
  /** The regular run that pays the period. */
  approvedBy?: string;
  /** Who entered anything for it. */
  editors?: ReadonlySet<string>;
  /** Who prepared a regular run of it that pays nobody any more. */
  earlierPreparers?: ReadonlySet<string>;
}

export interface Changes {
  group: GroupChanges;
  period: PeriodChanges;
}

/** Strongly consistent: what was counted before is in it. */
export async function getChanges({ companyId, payGroupId, period }: RunRecord): Promise<Changes> {
  const [group, ofPeriod] = await Promise.all([
    getGroupChanges(companyId, payGroupId),
    getPeriodChanges(companyId, payGroupId, period.startDate),
  ]);
  return { group, period: ofPeriod };
}

export const getGroupChanges = (companyId: string, payGroupId: string): Promise<GroupChanges> =>
  get<GroupChanges>(groupChangesKey(companyId, payGroupId));

/** How many approved runs of a group are not posted yet: their amounts are still to come into the years to date. */
export const unpostedRunsOf = ({ committedRuns = 0, postedRuns = 0 }: GroupChanges): number =>
  committedRuns - postedRuns;

export const getPeriodChanges = (
  companyId: string,
  payGroupId: string,
  periodStartDate: string,
): Promise<PeriodChanges> => get<PeriodChanges>(periodChangesKey(companyId, payGroupId, periodStartDate));

async function get<Counters extends object>(Key: ItemKey): Promise<Partial<Counters>> {
  const { Item } = await documentClient.send(new GetCommand({ TableName: tableName(), Key, ConsistentRead: true }));
  return (Item ?? {}) as Partial<Counters>;
}

/** Counts an edit of employees of pay groups. @param marks of who edits; none where nobody does */
export async function countGroupChanges(
  companyId: string,
  payGroupIds: readonly string[],
  marks: readonly string[],
): Promise<void> {
  await Promise.all(
    payGroupIds.map((payGroupId) =>
      documentClient.send(
        new UpdateCommand({
          TableName: tableName(),
          Key: groupChangesKey(companyId, payGroupId),
          ...addOne(marks),
        }),
      ),
    ),
  );
}

/** The write that counts an edit of an employee of a pay group, for the transaction that makes it. */
export const groupChangeItem = (companyId: string, payGroupId: string, marks: readonly string[]): TransactItem => ({
  Update: { TableName: tableName(), Key: groupChangesKey(companyId, payGroupId), ...addOne(marks) },
});

/** One more edit, and who made it. A set that is added may not be empty. */
function addOne(editors: readonly string[]) {
  const values = { ':one': 1, ...(editors.length > 0 ? { ':editors': new Set(editors) } : {}) };
  return {
    UpdateExpression: editors.length > 0 ? 'ADD changes :one, editors :editors' : 'ADD changes :one',
    ExpressionAttributeValues: values,
  };
}

/**
 * The write that counts an employee's leaving a group: it goes into the transaction that moves the employee, and refuses it
 * while an approved run of the group is not posted. The group to which the employee goes knows nothing of that run, and would
 * freeze years to date without it.
 */
export function leaveGroupItem(companyId: string, payGroupId: string, marks: readonly string[]): TransactItem {
  const { UpdateExpression, ExpressionAttributeValues } = addOne(marks);
  return {
    Update: {
      TableName: tableName(),
      Key: groupChangesKey(companyId, payGroupId),
      UpdateExpression,
      ConditionExpression: 'attribute_not_exists(committedRuns) OR committedRuns = :none OR committedRuns = postedRuns',
      ExpressionAttributeValues: { ...ExpressionAttributeValues, ':none': 0 },
    },
  };
}

/**
 * Counts an edit of what was entered for a period. With `ifOpen` only while no run pays the period.
 * @param editors who edits
 * @returns the run that pays it, when the edit was not counted
 */
export async function countPeriodChange(
  { companyId, payGroupId, periodStartDate }: { companyId: string; payGroupId: string; periodStartDate: string },
  ifOpen: boolean,
  editors: readonly string[],
): Promise<string | undefined> {
  try {
    await documentClient.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: periodChangesKey(companyId, payGroupId, periodStartDate),
        ...addOne(editors),
        ...(ifOpen
          ? {
              ConditionExpression: 'attribute_not_exists(approvedBy)',
              ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
            }
          : {}),
      }),
    );
    return undefined;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return String(error.Item?.approvedBy?.S);
  }
}

/** The counts that a run remembers of the moment at which its inputs were frozen. */
export type FrozenChanges = NonNullable<RunRecord['frozenChanges']>;

export const frozenChangesOf = ({ group, period }: Changes): FrozenChanges => ({
  group: group.changes ?? 0,
  period: period.changes ?? 0,
  committedRuns: group.committedRuns ?? 0,
});

/**
 * The writes that commit a run: they go into the transaction that approves it, and refuse it when anything that it froze was
 * edited since. A regular run closes its period; a termination run pays the period of a few, and so changes it for the regular
 * run that may be waiting. A reversal freezes nothing that can be edited.
 * @param settledMarks of the edits that the run pays: who made them is no preparer of the next one
 */
export function commitItems(
  run: RunRecord,
  { at, settledMarks }: { at: string; settledMarks: readonly string[] },
): TransactItem[] {
  const { type, runId } = run;
  const isRegular = type === 'REGULAR';
  const addCommitted = {
    UpdateExpression:
      `SET lastCommittedRunId = :run${isRegular ? ', regularApprovedAt = :at' : ''} ADD committedRuns :one` +
      (settledMarks.length > 0 ? ' DELETE editors :settled' : ''),
    ExpressionAttributeValues: {
      ':one': 1,
      ':run': runId,
      ...(isRegular ? { ':at': at } : {}),
      ...(settledMarks.length > 0 ? { ':settled': new Set(settledMarks) } : {}),
    },
  };
  if (type === 'REVERSAL') return [{ Update: { ...groupItem(run), ...addCommitted } }];
  const { group, period, committedRuns } = run.frozenChanges ?? { group: 0, period: 0, committedRuns: 0 };
  const ofGroup = still({ changes: group, committedRuns });
  const ofPeriod = still({ changes: period });
  const isOpen = `${ofPeriod.condition} AND attribute_not_exists(approvedBy)`;
  const update = (UpdateExpression: string, value: Record<string, unknown>): TransactItem => ({
    Update: {
      ...periodItem(run),
      UpdateExpression,
      ConditionExpression: isOpen,
      ExpressionAttributeValues: { ...ofPeriod.values, ...value },
    },
  });
  const check: TransactItem = {
    ConditionCheck: {
      ...periodItem(run),
      ConditionExpression: ofPeriod.condition,
      ExpressionAttributeValues: ofPeriod.values,
    },
  };
  return [
    {
      Update: {
        ...groupItem(run),
        UpdateExpression: addCommitted.UpdateExpression,
        ConditionExpression: ofGroup.condition,
        ExpressionAttributeValues: { ...addCommitted.ExpressionAttributeValues, ...ofGroup.values },
      },
    },
    isRegular
      ? update('SET approvedBy = :run', { ':run': runId })
      : type === 'TERMINATION'
        ? update('ADD changes :one', { ':one': 1 })
        : check,
  ];
}

/** The writes that undo a commitment before anything was paid: they go into the transaction that cancels the run. */
export const uncommitItems = (run: RunRecord): TransactItem[] => [
  {
    Update: {
      ...groupItem(run),
      UpdateExpression: 'ADD committedRuns :minusOne',
      ExpressionAttributeValues: { ':minusOne': -1 },
    },
  },
  ...reopenItems(run),
];

/** The writes that let another run pay the period of this one. What went into this one goes into that one as well. */
export function reopenItems(run: RunRecord): TransactItem[] {
  if (run.type === 'REGULAR')
    return [
      {
        Update: {
          ...periodItem(run),
          UpdateExpression: 'REMOVE approvedBy ADD earlierPreparers :preparers',
          ConditionExpression: 'approvedBy = :run',
          ExpressionAttributeValues: {
            ':run': run.runId,
            ':preparers': new Set(preparersOf(run).map(({ actor }) => actor)),
          },
        },
      },
    ];
  if (run.type !== 'TERMINATION') return [];
  const one = { UpdateExpression: 'ADD changes :one', ExpressionAttributeValues: { ':one': 1 } };
  return [{ Update: { ...periodItem(run), ...one } }];
}

/** The write that notes that a committed run is posted: runs of the group that wait for its years to date may go on. */
export const postedItem = (run: RunRecord): TransactItem => ({
  Update: {
    ...groupItem(run),
    UpdateExpression: 'ADD postedRuns :one',
    ExpressionAttributeValues: { ':one': 1 },
  },
});

const groupItem = ({ companyId, payGroupId }: RunRecord) => ({
  TableName: tableName(),
  Key: groupChangesKey(companyId, payGroupId),
});

const periodItem = ({ companyId, payGroupId, period }: RunRecord) => ({
  TableName: tableName(),
  Key: periodChangesKey(companyId, payGroupId, period.startDate),
});

/** That counters stand where they stood. One that never counted is not there. */
function still(counters: Readonly<Record<string, number>>): { condition: string; values: Record<string, number> } {
  const conditions = Object.entries(counters).map(([counter, count]) =>
    count > 0 ? `${counter} = :${counter}` : `(attribute_not_exists(${counter}) OR ${counter} = :${counter})`,
  );
  const values = Object.fromEntries(Object.entries(counters).map(([counter, count]) => [`:${counter}`, count]));
  return { condition: conditions.join(' AND '), values };
}

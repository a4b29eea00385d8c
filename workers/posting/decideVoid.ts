import { type ErrorCode, type Refusal, refuse } from '../../payroll/errors.ts';
import { actorsOf, addPreparation } from '../../payroll/preparers.ts';
import type { RunStatus } from '../../payroll/runStatus.ts';
import { atOnce } from '../../table/atOnce.ts';
import { getRun, moveItems, newRunItems, type RunRecord } from '../../table/payrollRun.ts';
import { runIdOf } from '../../table/runId.ts';
import { findRunItem } from '../../table/runItem.ts';
import type { Decision } from '../commands/answerOnce.ts';
import type { MutationEvent } from '../commands/MutationEvent.ts';
import { runNotFound } from '../commands/refusals.ts';

const MOST_REVERSALS = 999;
const EMPLOYEES_AT_ONCE = 16;

/**
 * Whether a run may be taken back, and the writes that begin it: the run is `COMPENSATING`, and its reversal `QUEUED`. Who
 * asks again for what was taken back already, with whatever key, gets the reversal that did it.
 */
export async function decideVoid(
  { caller, input }: MutationEvent<'voidPayrollRun'>,
  at: string,
): Promise<Decision<{ runId: string; reversalRunId: string }>> {
  const { companyId, actor } = caller;
  const { runId, reason, employeeIds } = input;
  const run = await getRun(companyId, runId);
  if (!run) return runNotFound(runId);
  const wanted = employeeIds && [...new Set(employeeIds)].sort();
  const earlierId = await reversalThatTookBack(run, wanted);
  if (earlierId !== undefined) return { existing: { runId, reversalRunId: earlierId } };
  const refusal = refusalOf(run) ?? (await refusalOfEmployees(run, employeeIds));
  if (refusal) return refusal;
  const reversal = await freeReversalOf(run);
  if (!reversal) return tooManyReversals(run);
  const cause = { actor, at, reason };
  const begun = moveItems(run, 'COMPENSATING', cause, {
    reversedByRunIds: [...(run.reversedByRunIds ?? []), reversal.runId],
  });
  const { period, payGroupId, fundingAccountId, frozenSettings } = run;
  const queued = newRunItems({
    companyId,
    runId: reversal.runId,
    payGroupId,
    type: 'REVERSAL',
    sequence: reversal.sequence,
    // The original's pay date, and with it the tax year that reopens.
    period,
    status: 'QUEUED',
    statusReason: reason,
    // Who may void has decided; there is nothing to calculate that could be looked at.
    approvalPolicy: 'AUTOMATIC',
    selfApprovalAllowed: true,
    ...(fundingAccountId === undefined ? {} : { fundingAccountId }),
    // What was paid is called back by the bank that paid it.
    ...(frozenSettings ? { frozenSettings } : {}),
    startedBy: actor,
    startedAt: at,
    preparers: addPreparation([], 'STARTED', actorsOf(caller)),
    ...(wanted ? { employeeIds: wanted } : {}),
    reversesRunId: runId,
  });
  return { items: [...begun.items, ...queued.items], answer: { runId, reversalRunId: reversal.runId } };
}

/** The reversal of a run that takes back exactly these employees' pay, or without them everybody's who was left. */
async function reversalThatTookBack(
  { companyId, reversedByRunIds = [] }: RunRecord,
  employeeIds: readonly string[] | undefined,
): Promise<string | undefined> {
  const reversals = await Promise.all(reversedByRunIds.map((runId) => getRun(companyId, runId)));
  return reversals.find((reversal) => reversal && String(reversal.employeeIds) === String(employeeIds))?.runId;
}

const VOIDABLE: readonly RunStatus[] = ['PAID', 'PARTIALLY_PAID'];

function refusalOf({ runId, status, version, type, reversedByRunIds }: RunRecord): Refusal<ErrorCode> | undefined {
  if (type === 'REVERSAL')
    return refuse(
      'INVALID_STATE',
      `Run "${runId}" is a reversal, and a reversal is not taken back.`,
      'Pay the employees again by a CORRECTION run.',
      'runId',
    );
  if (VOIDABLE.includes(status)) return undefined;
  const reversedBy = reversedByRunIds?.length ? ` by run "${reversedByRunIds.at(-1)}"` : '';
  return refuse(
    'INVALID_STATE',
    `Run "${runId}" is ${status}${reversedBy} since version ${version}; voidPayrollRun needs a run that is ${VOIDABLE.join(' or ')}.`,
    resolutionFor(status),
    'runId',
  );
}

function resolutionFor(status: RunStatus): string {
  if (status === 'VOIDED') return 'It is taken back whole; there is nothing left to do.';
  if (status === 'COMPENSATING') return 'Wait until the reversal that is under way is PAID.';
  if (status === 'PAYING') return 'Wait until it is PAID.';
  if (status === 'FAILED') return 'Read its statusReason, then go on with it by redrivePayrollRun.';
  return 'Cancel or reject a run that has not paid anybody.';
}

/** Refuses employees without a payslip in the run, and those whose pay was taken back already. */
async function refusalOfEmployees(
  run: RunRecord,
  employeeIds: readonly string[] = [],
): Promise<Refusal<ErrorCode> | undefined> {
  const { companyId, runId } = run;
  const refusals = await atOnce(EMPLOYEES_AT_ONCE, employeeIds, async (employeeId) => {
    const item = await findRunItem(companyId, runId, employeeId);
    if (item?.status !== 'CALCULATED')
      return refuse(
        'EMPLOYEE_NOT_FOUND',
        `Employee "${employeeId}" has no payslip in run "${runId}".`,
        'Name employees whom payrollRunItems shows as CALCULATED.',
        'employeeIds',
      );
    if (item.reversedByRunId !== undefined)
      return refuse(
        'INVALID_STATE',
        `The pay of employee "${employeeId}" in run "${runId}" was taken back by run "${item.reversedByRunId}".`,
        'Leave the employee out.',
        'employeeIds',
      );
    return undefined;
  });
  return refusals.find((refusal) => refusal !== undefined);
}

/** The next reversal run of the period: reversals of all its runs are numbered together. */
async function freeReversalOf(run: RunRecord): Promise<{ runId: string; sequence: number } | undefined> {
  const { companyId, payGroupId, period } = run;
  for (let sequence = 1; sequence <= MOST_REVERSALS; sequence++) {
    const key = { companyId, payGroupId, periodStartDate: period.startDate, type: 'REVERSAL', sequence };
    const runId = runIdOf(key);
    if (!(await getRun(companyId, runId))) return { runId, sequence };
  }
  return undefined;
}

const tooManyReversals = ({ runId, period }: RunRecord): Refusal<ErrorCode> =>
  refuse(
    'INVALID_STATE',
    `The period ${period.startDate} has ${MOST_REVERSALS} reversals already; run "${runId}" can have no other.`,
    'Correct the rest by an OFF_CYCLE run.',
    'runId',
  );

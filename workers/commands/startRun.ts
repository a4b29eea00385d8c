import { refuse } from '../../payroll/errors.ts';
import { payPeriodOf } from '../../payroll/payPeriods.ts';
import { isFinal, type RunStatus } from '../../payroll/runStatus.ts';
import { getCompany } from '../../table/company.ts';
import { getPayGroup, scheduleOf } from '../../table/payGroup.ts';
import { getRun, newRunItems, type RunRecord } from '../../table/payrollRun.ts';
import { runIdOf } from '../../table/runId.ts';
import { announceStatus } from '../bus/announceStatus.ts';
import { answerOnce, type Decision } from './answerOnce.ts';
import type { MutationEvent } from './caller.ts';
import { enqueueStart } from './enqueueStart.ts';
import { companyNotFound, invalidInput, payGroupNotFound } from './refusals.ts';
import { type UserError, userErrorOf } from './userErrors.ts';

export interface StartPayrollRunInput {
  payGroupId: string;
  periodStartDate: string;
  type: 'REGULAR' | 'OFF_CYCLE';
  sequence: number;
}

export interface StartedRun {
  run?: RunRecord;
  replayed: boolean;
  userErrors: UserError[];
}

/**
 * Starts a payroll run, whoever asks: a person, a partner or the schedule. The run is keyed by what it is (company, pay
 * group, period, type, sequence), so that however often and by whomever it is started, it is one run.
 */
export async function startRun(event: MutationEvent<StartPayrollRunInput>, nowMs: number): Promise<StartedRun> {
  const { companyId } = event.caller;
  const outcome = await answerOnce(event, nowMs, () => decideStart(event, nowMs));
  if (outcome.error) return { replayed: false, userErrors: [userErrorOf(outcome.error)] };

  const run = await getRun(companyId, outcome.answer.runId);
  if (!run) throw new Error(`run ${outcome.answer.runId} was answered but is not in the table`);
  // A start that died between the table and the queue is mended by its own retry; a second message starts nothing.
  if (run.status === 'QUEUED') {
    await enqueueStart(run);
    if (!outcome.replayed) await announceStatus(run, run.startedAt);
  }
  return { run, replayed: outcome.replayed, userErrors: [] };
}

function resolutionFor(earlier: RunRecord | undefined, sequence: number): string {
  if (!earlier) return `Start sequence ${sequence - 1} first.`;
  if (isFinal(earlier.status)) return 'The period is settled; start an OFF_CYCLE run for what it lacks.';
  return 'Wait for that run, or cancel it if it must not be paid.';
}

/** Statuses in which a run has ended without paying anybody. */
const ENDED_UNPAID: readonly RunStatus[] = ['CANCELLED', 'REJECTED', 'FAILED'];

async function decideStart(
  { caller, input }: MutationEvent<StartPayrollRunInput>,
  nowMs: number,
): Promise<Decision<{ runId: string }>> {
  const { companyId, actor } = caller;
  const { payGroupId, periodStartDate, type, sequence } = input;
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > 99)
    return invalidInput('sequence', sequence, 'a whole number from 1 to 99', 'Give 1 for the first run of a period.');
  const runId = runIdOf({ companyId, payGroupId, periodStartDate, type, sequence });
  // Off-cycle runs stand beside each other; a regular one pays the period.
  const mustFollow = type === 'REGULAR' && sequence > 1;
  const earlierRunId = runIdOf({ companyId, payGroupId, periodStartDate, type, sequence: sequence - 1 });
  const [company, group, existing, earlier] = await Promise.all([
    getCompany(companyId),
    getPayGroup(companyId, payGroupId),
    getRun(companyId, runId),
    mustFollow ? getRun(companyId, earlierRunId) : undefined,
  ]);
  if (existing) return { existing: { runId } };
  if (!company) return companyNotFound(companyId);
  if (!group) return payGroupNotFound(payGroupId);
  // A period is paid once: only a run that pays nobody makes room for the next one.
  if (mustFollow && !(earlier && ENDED_UNPAID.includes(earlier.status)))
    return refuse(
      'INVALID_STATE',
      `Sequence ${sequence} of the period ${periodStartDate} needs sequence ${sequence - 1} to be ${ENDED_UNPAID.join(', ')}; it is ${earlier?.status ?? 'not there'}.`,
      resolutionFor(earlier, sequence),
      'sequence',
    );
  const period = payPeriodOf(scheduleOf(group), periodStartDate);
  if (!period.ok) return { error: { ...period.error, field: 'periodStartDate' } };

  const { items } = newRunItems({
    companyId,
    runId,
    payGroupId,
    type,
    sequence,
    period: period.value,
    status: 'QUEUED',
    approvalPolicy: group.approvalPolicy,
    selfApprovalAllowed: company.selfApprovalAllowed,
    startedBy: actor,
    startedAt: new Date(nowMs).toISOString(),
  });
  return { items, answer: { runId } };
}

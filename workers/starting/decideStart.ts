import { isRefusal, refuse } from '../../payroll/errors.ts';
import { payPeriodOf } from '../../payroll/payPeriods.ts';
import { actorsOf, addPreparation } from '../../payroll/preparers.ts';
import { type CompanyRecord, getCompany } from '../../table/company.ts';
import { getPayGroup, type PayGroupRecord, scheduleOf } from '../../table/payGroup.ts';
import { getRun, moveItems, newRunItems, preparersOf, type RunRecord } from '../../table/payrollRun.ts';
import type { Decision } from '../commands/answerOnce.ts';
import type { MutationEvent } from '../commands/MutationEvent.ts';
import { companyNotFound, payGroupNotFound } from '../commands/refusals.ts';
import { withoutAbsent } from '../commands/withoutAbsent.ts';
import { daysArePaid, overlappingRun } from './overlap.ts';
import { periodWithPayDate } from './periodWithPayDate.ts';
import { refusalOfInput } from './refusalOfInput.ts';
import { refusalOfReferences } from './refusalOfReferences.ts';
import { roomFor } from './roomFor.ts';
import { runIdIn, type StartFacts, startFactsOf } from './StartFacts.ts';

/** What a start comes to: a new run, a draft that is started, or the run that is there already. */
export async function decideStart(
  event: MutationEvent<'startPayrollRun'>,
  at: string,
): Promise<Decision<{ runId: string }>> {
  const facts = startFactsOf(event);
  const isDraft = event.input.asDraft;
  const badInput = refusalOfInput(facts);
  if (badInput) return badInput;
  const { companyId, payGroupId, periodStartDate, type, sequence } = facts;
  const runId = runIdIn(facts);
  const [company, group, existing] = await Promise.all([
    getCompany(companyId),
    getPayGroup(companyId, payGroupId),
    getRun(companyId, runId),
  ]);
  const differs = existing && differenceOf(existing, facts);
  if (differs) return differs;
  if (existing && (existing.status !== 'DRAFT' || isDraft)) return { existing: { runId } };
  if (!company) return companyNotFound(companyId);
  if (!group) return payGroupNotFound(payGroupId);
  const preparers = addPreparation(existing ? preparersOf(existing) : [], 'STARTED', actorsOf(event.caller));
  const start = { startedBy: event.caller.actor, startedAt: at, preparers, ...policiesOf(company, group) };
  if (existing) {
    const paid = type === 'REGULAR' ? await overlappingRun(companyId, payGroupId, existing.period) : undefined;
    if (paid) return daysArePaid(paid, periodStartDate);
    return { items: moveItems(existing, 'QUEUED', { actor: start.startedBy, at }, start).items, answer: { runId } };
  }

  const found = payPeriodOf(scheduleOf(group), periodStartDate);
  if (!found.ok) return { ok: false, error: { ...found.error, field: 'periodStartDate' } };
  const period = periodWithPayDate(found.value, facts.payDate);
  if (!period.ok) return { ok: false, error: { ...period.error, field: 'payDate' } };
  const badReference = await refusalOfReferences(facts);
  if (badReference) return badReference;
  const paid = type === 'REGULAR' ? await overlappingRun(companyId, payGroupId, period.value) : undefined;
  if (paid) return daysArePaid(paid, periodStartDate);
  const room = await roomFor(facts);
  if (isRefusal(room)) return room;
  const { employeeIds, correctsRunId } = facts;
  const run = withoutAbsent<Parameters<typeof newRunItems>[0]>({
    ...{ companyId, runId, payGroupId, type, sequence },
    period: period.value,
    status: isDraft ? 'DRAFT' : 'QUEUED',
    ...start,
    employeeIds,
    correctsRunId,
  });
  return { items: [...newRunItems(run).items, ...room.items], answer: { runId } };
}

/** The policies as they are when a run is started: what is changed later counts for later runs. */
const policiesOf = ({ selfApprovalAllowed, secondApproverAbovePpm }: CompanyRecord, group: PayGroupRecord) => ({
  approvalPolicy: group.approvalPolicy,
  selfApprovalAllowed,
  secondApproverAbovePpm,
  fundingAccountId: group.fundingAccountId,
});

/** A run is what its key says, for ever: who asks for another one under the same key is not handed that one. */
function differenceOf(run: RunRecord, { employeeIds, payDate, correctsRunId, sequence }: StartFacts) {
  const isSame = {
    employeeIds: String(run.employeeIds) === String(employeeIds),
    payDate: payDate === undefined || payDate === run.period.payDate,
    correctsRunId: run.correctsRunId === correctsRunId,
  };
  const differing = Object.entries(isSame).find(([, same]) => !same);
  if (!differing) return undefined;
  return refuse(
    'INVALID_INPUT',
    `Run "${run.runId}" is ${run.type} ${sequence} of this period already, and has another ${differing[0]}.`,
    `Send exactly what it was started with, or start sequence ${sequence + 1}.`,
    differing[0],
  );
}

import { type ErrorCode, refuse, type Result, succeed } from '../payroll/errors.ts';
import { payPeriodOf } from '../payroll/payPeriods.ts';
import { actorsOf, withSettingsEditors } from '../payroll/preparers.ts';
import { checkCutOff, type CutOff } from '../payroll/planning/CutOff.ts';
import { getCompany } from '../table/company.ts';
import { putControlChange } from '../table/controlChange.ts';
import { getFundingAccount } from '../table/fundingAccount.ts';
import { getPayGroup, type PayGroupRecord, putPayGroup, scheduleOf } from '../table/payGroup.ts';
import { announceLoosenedControls } from './bus/announceLoosenedControls.ts';
import { answerOnce } from './commands/answerOnce.ts';
import type { MutationEvent } from './commands/MutationEvent.ts';
import { mutationHandler } from './commands/mutationHandler.ts';
import { companyNotFound, fundingAccountNotFound, invalidInput, neededToCreate } from './commands/refusals.ts';
import { type UserError, userErrorOf } from './commands/userErrors.ts';
import { withoutAbsent } from './commands/withoutAbsent.ts';
import { scheduleRuns } from './planning/scheduleRuns.ts';
import { controlChangesOfPayGroup } from './settings/controlChanges.ts';

interface UpsertedPayGroup {
  payGroup?: PayGroupRecord;
  replayed: boolean;
  userErrors: UserError[];
}

/** Before the payroll office opens, on the first day on which all of the period's work is done. */
const DEFAULT_CUT_OFF: CutOff = { daysAfterPeriodEnd: 1, timeOfDay: '05:00', timeZone: 'America/New_York' };
const DEFAULT_PAY_DATE_OFFSET_DAYS = 5;

/** Anchors that calendars and schedules can count from. */
const FIRST_ANCHOR_DATE = '2000-01-01';
const LAST_ANCHOR_DATE = '2099-12-31';

/** Mutation.upsertPayGroup: the group, and the schedule that makes the runs of its periods. What is left out stays as it is. */
export const handler = mutationHandler(async (event: MutationEvent<'upsertPayGroup'>): Promise<UpsertedPayGroup> => {
  const { caller, input } = event;
  const { companyId } = caller;
  const { payGroupId, fundingAccountId } = input;
  const nowMs = Date.now();
  const at = new Date(nowMs).toISOString();
  const outcome = await answerOnce(event, nowMs, async () => {
    const [company, previous] = await Promise.all([getCompany(companyId), getPayGroup(companyId, payGroupId)]);
    if (!company) return companyNotFound(companyId);
    if (fundingAccountId !== undefined && !(await getFundingAccount(companyId, fundingAccountId)))
      return fundingAccountNotFound(fundingAccountId);
    const payGroup = payGroupOf(event, previous, at);
    if (!payGroup.ok) return payGroup;
    const changes = controlChangesOfPayGroup(previous, payGroup.value, caller, at);
    const { version } = payGroup.value;
    const items = [
      putPayGroup(payGroup.value, previous),
      ...changes.map((change) => putControlChange(change, version)),
    ];
    return { items, answer: { payGroupId, changes } };
  });
  if (outcome.error) return { replayed: false, userErrors: [userErrorOf(outcome.error)] };
  // A replay too: the call that wrote the group may have died before it came to the schedule.
  const payGroup = await scheduleRuns(companyId, payGroupId);
  await announceLoosenedControls(outcome.answer.changes);
  return { payGroup, replayed: outcome.replayed, userErrors: [] };
});

/** The group with what was given, over what is recorded; its schedule can be kept. */
function payGroupOf(
  { caller, input }: MutationEvent<'upsertPayGroup'>,
  previous: PayGroupRecord | undefined,
  at: string,
): Result<PayGroupRecord, ErrorCode> {
  const { companyId } = caller;
  const { payGroupId, fundingAccountId, clear = [] } = input;
  const isCleared = clear.includes('FUNDING_ACCOUNT_ID');
  if (isCleared && fundingAccountId !== undefined)
    return refuse(
      'INVALID_INPUT',
      'fundingAccountId is given, and clear names it.',
      'Give one of them only.',
      'fundingAccountId',
    );
  const name = input.name ?? previous?.name;
  const frequency = input.frequency ?? previous?.frequency;
  const anchorDate = input.anchorDate ?? previous?.anchorDate;
  const group = `Pay group "${payGroupId}"`;
  if (name === undefined) return neededToCreate(group, 'name');
  if (frequency === undefined) return neededToCreate(group, 'frequency');
  if (anchorDate === undefined) return neededToCreate(group, 'anchorDate');
  const cutOff = checkCutOff(input.cutOff ?? previous?.cutOff ?? DEFAULT_CUT_OFF);
  if (!cutOff.ok) return cutOff;
  const payGroup = withoutAbsent<PayGroupRecord>({
    ...{ companyId, payGroupId, name, frequency, anchorDate },
    payDateOffsetDays: input.payDateOffsetDays ?? previous?.payDateOffsetDays ?? DEFAULT_PAY_DATE_OFFSET_DAYS,
    approvalPolicy: input.approvalPolicy ?? previous?.approvalPolicy ?? 'REQUIRED',
    startsAutomatically: input.startsAutomatically ?? previous?.startsAutomatically ?? false,
    cutOff: cutOff.value,
    workweekStartsOn: input.workweekStartsOn ?? previous?.workweekStartsOn,
    fundingAccountId: isCleared ? undefined : (fundingAccountId ?? previous?.fundingAccountId),
    editors: withSettingsEditors(previous?.editors, actorsOf(caller), at),
    version: (previous?.version ?? 0) + 1,
  });
  return scheduleProblem(payGroup) ?? succeed(payGroup);
}

/** Why no run could ever keep the group's schedule; nothing when runs can. */
function scheduleProblem(payGroup: PayGroupRecord) {
  const { anchorDate } = payGroup;
  if (anchorDate < FIRST_ANCHOR_DATE || anchorDate > LAST_ANCHOR_DATE)
    return invalidInput(
      'anchorDate',
      anchorDate,
      `from ${FIRST_ANCHOR_DATE} to ${LAST_ANCHOR_DATE}`,
      'Give the first day of any pay period.',
    );
  // The anchor must itself start a period: semimonthly and monthly periods follow the calendar.
  const anchored = payPeriodOf(scheduleOf(payGroup), anchorDate);
  // It may lie in a year without rules: only the periods that are paid need them.
  if (anchored.ok || anchored.error.type === 'PAY_DATE_NOT_SUPPORTED') return undefined;
  const { error } = anchored;
  return {
    ...anchored,
    error: { ...error, field: error.field === 'startDate' ? 'anchorDate' : (error.field ?? 'anchorDate') },
  };
}

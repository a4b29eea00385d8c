import { isValidDate } from '../payroll/dates.ts';
import { payPeriodOf } from '../payroll/payPeriods.ts';
import { checkCutOff, type CutOff } from '../payroll/planning/CutOff.ts';
import { getCompany } from '../table/company.ts';
import { getFundingAccount } from '../table/fundingAccount.ts';
import { getPayGroup, type PayGroupRecord, putPayGroup, scheduleOf } from '../table/payGroup.ts';
import { answerOnce } from './commands/answerOnce.ts';
import type { MutationEvent } from './commands/MutationEvent.ts';
import { mutationHandler } from './commands/mutationHandler.ts';
import { companyNotFound, fundingAccountNotFound, invalidInput } from './commands/refusals.ts';
import { type UserError, userErrorOf } from './commands/userErrors.ts';
import { scheduleRuns } from './planning/scheduleRuns.ts';

interface UpsertedPayGroup {
  payGroup?: PayGroupRecord;
  replayed: boolean;
  userErrors: UserError[];
}

/** Before the payroll office opens, on the first day on which all of the period's work is done. */
const DEFAULT_CUT_OFF: CutOff = { daysAfterPeriodEnd: 1, timeOfDay: '05:00', timeZone: 'America/New_York' };

/** Mutation.upsertPayGroup: the group, and the schedule that makes the runs of its periods. */
export const handler = mutationHandler(async (event: MutationEvent<'upsertPayGroup'>): Promise<UpsertedPayGroup> => {
  const { companyId } = event.caller;
  const { payGroupId, startsAutomatically, fundingAccountId, ...facts } = event.input;
  const outcome = await answerOnce(event, Date.now(), async () => {
    if (!/^[\w-]{1,40}$/.test(payGroupId))
      return invalidInput('payGroupId', payGroupId, '1 to 40 letters, digits, "-" or "_"', 'Choose a short id.');
    if (facts.name.trim().length < 1 || facts.name.length > 200)
      return invalidInput('name', facts.name.slice(0, 40), 'a text of 1 to 200 characters', 'Give the group a name.');
    if (!isValidDate(facts.anchorDate))
      return invalidInput('anchorDate', facts.anchorDate, 'a calendar date', 'Give the first day of any pay period.');
    if (facts.payDateOffsetDays < -31 || facts.payDateOffsetDays > 31)
      return invalidInput('payDateOffsetDays', facts.payDateOffsetDays, 'from -31 to 31', 'Count calendar days.');
    const cutOff = checkCutOff(facts.cutOff ?? DEFAULT_CUT_OFF);
    if (!cutOff.ok) return cutOff;
    const [company, previous] = await Promise.all([getCompany(companyId), getPayGroup(companyId, payGroupId)]);
    if (!company) return companyNotFound(companyId);
    if (fundingAccountId && !(await getFundingAccount(companyId, fundingAccountId)))
      return fundingAccountNotFound(fundingAccountId);
    const payGroup: PayGroupRecord = {
      companyId,
      payGroupId,
      name: facts.name,
      frequency: facts.frequency,
      anchorDate: facts.anchorDate,
      payDateOffsetDays: facts.payDateOffsetDays,
      approvalPolicy: facts.approvalPolicy,
      startsAutomatically,
      cutOff: cutOff.value,
      ...(fundingAccountId ? { fundingAccountId } : {}),
      version: (previous?.version ?? 0) + 1,
    };
    // The anchor must itself start a period: semimonthly and monthly periods follow the calendar.
    const anchored = payPeriodOf(scheduleOf(payGroup), facts.anchorDate);
    if (!anchored.ok && anchored.error.type === 'PERIOD_NOT_FOUND')
      return { error: { ...anchored.error, field: 'anchorDate' } };
    return { items: [putPayGroup(payGroup, previous)], answer: {} };
  });
  if (outcome.error) return { replayed: false, userErrors: [userErrorOf(outcome.error)] };
  // A replay too: the call that wrote the group may have died before it came to the schedule.
  const payGroup = await scheduleRuns(companyId, payGroupId);
  return { payGroup, replayed: outcome.replayed, userErrors: [] };
});

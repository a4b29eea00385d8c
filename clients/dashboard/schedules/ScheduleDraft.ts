import type { ApprovalPolicy, PayFrequency, UpsertPayGroupInput } from '../../generated/schema.ts';
import type { PaySchedule } from './PaySchedule.ts';

/** The time zones of the United States; a group may already have another. */
export const TIME_ZONES = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
] as const;

/** A pay group as it stands in the form, numbers as they are typed. */
export interface ScheduleDraft {
  payGroupId: string;
  name: string;
  frequency: PayFrequency;
  anchorDate: string;
  payDateOffsetDays: string;
  cutOffDays: string;
  cutOffTime: string;
  timeZone: string;
  startsAutomatically: boolean;
  approvalPolicy: ApprovalPolicy;
  /** Empty: none. */
  fundingAccountId: string;
}

/** What the form begins with: the group as it is, or the service's own defaults. */
export const draftOf = (schedule: PaySchedule | undefined): ScheduleDraft => ({
  payGroupId: schedule?.payGroupId ?? '',
  name: schedule?.name ?? '',
  frequency: schedule?.frequency ?? 'BIWEEKLY',
  anchorDate: schedule?.anchorDate ?? '',
  payDateOffsetDays: String(schedule?.payDateOffsetDays ?? 5),
  cutOffDays: String(schedule?.cutOff.daysAfterPeriodEnd ?? 1),
  cutOffTime: schedule?.cutOff.timeOfDay ?? '05:00',
  timeZone: schedule?.cutOff.timeZone ?? 'America/New_York',
  startsAutomatically: schedule?.startsAutomatically ?? false,
  approvalPolicy: schedule?.approvalPolicy ?? 'REQUIRED',
  fundingAccountId: schedule?.fundingAccountId ?? '',
});

/** The command that records it. */
export const inputOf = (draft: ScheduleDraft, idempotencyKey: string): UpsertPayGroupInput => ({
  idempotencyKey,
  payGroupId: draft.payGroupId.trim(),
  name: draft.name.trim(),
  frequency: draft.frequency,
  anchorDate: draft.anchorDate,
  payDateOffsetDays: Number(draft.payDateOffsetDays),
  approvalPolicy: draft.approvalPolicy,
  startsAutomatically: draft.startsAutomatically,
  cutOff: {
    daysAfterPeriodEnd: Number(draft.cutOffDays),
    timeOfDay: draft.cutOffTime,
    timeZone: draft.timeZone,
  },
  ...(draft.fundingAccountId === '' ? {} : { fundingAccountId: draft.fundingAccountId }),
});

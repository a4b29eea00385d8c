import type { PayGroup } from '../clients/generated/schema.ts';
import type { PayGroupRecord } from '../table/payGroup.ts';

/** A pay group as the API shows it. */
export function payGroupOf(group: PayGroupRecord): PayGroup {
  return {
    payGroupId: group.payGroupId,
    name: group.name,
    frequency: group.frequency,
    anchorDate: group.anchorDate,
    payDateOffsetDays: group.payDateOffsetDays,
    approvalPolicy: group.approvalPolicy,
    startsAutomatically: group.startsAutomatically,
    cutOff: {
      daysAfterPeriodEnd: group.cutOff.daysAfterPeriodEnd,
      timeOfDay: group.cutOff.timeOfDay,
      timeZone: group.cutOff.timeZone,
    },
    workweekStartsOn: group.workweekStartsOn ?? null,
    fundingAccountId: group.fundingAccountId ?? null,
    version: group.version,
  };
}

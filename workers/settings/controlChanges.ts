import type { CompanyRecord } from '../../table/company.ts';
import type { ControlChangeRecord } from '../../table/controlChange.ts';
import type { PayGroupRecord } from '../../table/payGroup.ts';
import type { MutationCaller } from '../commands/MutationEvent.ts';

/** What a change of the company's settings does to its controls. A company that is created starts with the strict ones. */
export function controlChangesOfCompany(
  previous: CompanyRecord | undefined,
  { selfApprovalAllowed, secondApproverAbovePpm }: CompanyRecord,
  caller: MutationCaller,
  at: string,
): ControlChangeRecord[] {
  const wasAllowed = previous?.selfApprovalAllowed ?? false;
  const abovePpm = previous?.secondApproverAbovePpm;
  const made = { companyId: caller.companyId, actor: caller.actor, at };
  const changes: ControlChangeRecord[] = [];
  if (selfApprovalAllowed !== wasAllowed)
    changes.push({
      ...made,
      control: 'SELF_APPROVAL',
      before: allowed(wasAllowed),
      after: allowed(selfApprovalAllowed),
      isLoosened: selfApprovalAllowed,
    });
  if (previous && secondApproverAbovePpm !== abovePpm)
    changes.push({
      ...made,
      control: 'SECOND_APPROVER',
      ...(abovePpm === undefined ? {} : { before: percent(abovePpm) }),
      ...(secondApproverAbovePpm === undefined ? {} : { after: percent(secondApproverAbovePpm) }),
      isLoosened: (secondApproverAbovePpm ?? Infinity) > (abovePpm ?? Infinity),
    });
  return changes;
}

/** What a change of a pay group does to its control. A group that is created without approval is one, too. */
export function controlChangesOfPayGroup(
  previous: PayGroupRecord | undefined,
  { payGroupId, approvalPolicy }: PayGroupRecord,
  caller: MutationCaller,
  at: string,
): ControlChangeRecord[] {
  const before = previous?.approvalPolicy ?? 'REQUIRED';
  if (before === approvalPolicy) return [];
  return [
    {
      companyId: caller.companyId,
      control: 'APPROVAL_POLICY',
      payGroupId,
      before,
      after: approvalPolicy,
      isLoosened: approvalPolicy === 'AUTOMATIC',
      actor: caller.actor,
      at,
    },
  ];
}

const allowed = (isAllowed: boolean) => (isAllowed ? 'ALLOWED' : 'NOT_ALLOWED');
const percent = (ppm: number) => `${ppm / 10_000}`;

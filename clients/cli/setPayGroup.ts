import {
  type PayGroupPartsFragment,
  PayGroupInFullDocument,
  UpsertPayGroupDocument,
} from '../generated/operations/graphql.ts';
import type { ApprovalPolicy, CutOffInput, PayFrequency, UpsertPayGroupInput } from '../generated/schema.ts';
import { CliError } from './CliError.ts';
import { defined } from '../sdk/defined.ts';
import { EXIT } from './exitCodes.ts';
import type { Invocation } from './Invocation.ts';

export interface ScheduleGiven {
  group: string;
  frequency: PayFrequency | undefined;
  anchor: string | undefined;
  payDateOffset: number | undefined;
  start: 'AUTOMATIC' | 'MANUAL' | undefined;
  cutOffDays: string | undefined;
  cutOffTime: string | undefined;
  cutOffZone: string | undefined;
}

export interface GroupGiven extends ScheduleGiven {
  name: string | undefined;
  approval: ApprovalPolicy | undefined;
  funding: string | undefined;
}

type PayGroupInput = Omit<UpsertPayGroupInput, 'idempotencyKey'>;

/** Changes a pay group, or makes one. The service replaces it whole, so what was left out is read first and sent along. */
export async function setPayGroup(invocation: Invocation<unknown>, given: GroupGiven): Promise<number> {
  const { payGroup } = await invocation.read(PayGroupInFullDocument, { payGroupId: given.group });
  const payload = await invocation.change(UpsertPayGroupDocument, mergedInput(given, payGroup));
  invocation.print(
    payload,
    () => `${given.group} is ${payGroup ? 'changed' : 'made'}: version ${payload.payGroup?.version}`,
  );
  return EXIT.ok;
}

function mergedInput(given: GroupGiven, present: PayGroupPartsFragment | null): PayGroupInput {
  const name = given.name ?? present?.name;
  const frequency = given.frequency ?? present?.frequency;
  const anchorDate = given.anchor ?? present?.anchorDate;
  if (name === undefined || frequency === undefined || anchorDate === undefined)
    throw new CliError(
      EXIT.usage,
      'MISSING_OPTION',
      `Pay group "${given.group}" is new: it needs --name, --frequency and --anchor ("groups set").`,
    );
  const startsAutomatically = given.start === undefined ? present?.startsAutomatically : given.start === 'AUTOMATIC';
  const fundingAccountId =
    given.funding === 'none' ? undefined : (given.funding ?? present?.fundingAccountId ?? undefined);
  return {
    payGroupId: given.group,
    name,
    frequency,
    anchorDate,
    ...defined({
      payDateOffsetDays: given.payDateOffset ?? present?.payDateOffsetDays,
      approvalPolicy: given.approval ?? present?.approvalPolicy,
      startsAutomatically,
      fundingAccountId,
      cutOff: cutOffOf(given, present),
    }),
  };
}

function cutOffOf(given: GroupGiven, present: PayGroupPartsFragment | null): CutOffInput | undefined {
  const { cutOffDays, cutOffTime, cutOffZone } = given;
  if (!present && cutOffDays === undefined && cutOffTime === undefined && cutOffZone === undefined) return undefined;
  if (cutOffDays !== undefined && !/^-?\d{1,3}$/.test(cutOffDays))
    throw new CliError(EXIT.usage, 'INVALID_VALUE', `--cut-off-days is "${cutOffDays}"; it must be a whole number.`);
  const { daysAfterPeriodEnd, timeOfDay, timeZone } = present?.cutOff ?? DEFAULT_CUT_OFF;
  return {
    daysAfterPeriodEnd: cutOffDays === undefined ? daysAfterPeriodEnd : Number(cutOffDays),
    timeOfDay: cutOffTime ?? timeOfDay,
    timeZone: cutOffZone ?? timeZone,
  };
}

/** The service's own, for the members of a new group's cut-off that nobody gave. */
const DEFAULT_CUT_OFF = { daysAfterPeriodEnd: 1, timeOfDay: '05:00', timeZone: 'America/New_York' };

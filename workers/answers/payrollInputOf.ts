import type {
  Earning,
  HoursOnDate,
  PayrollInput,
  PayrollInputNotPaid,
  PayrollInputPart,
  WorkweekHours,
} from '../../clients/generated/schema.ts';
import { daysBetween } from '../../payroll/dates.ts';
import type { EarningInput, WorkedHours, Workweek } from '../../payroll/EmployeePayFacts.ts';
import { NOT_PAID_WORDS, type NotPaidReason } from '../../payroll/enteredNotPaid.ts';
import type { PayPeriod } from '../../payroll/payPeriods.ts';
import { unpayableOf } from '../../payroll/unpayable.ts';
import type { EmployeeRecord } from '../../table/employee.ts';
import { enteredOf, enteredPayOf, type InputPart, partsOf, type PayrollInputRecord } from '../../table/payrollInput.ts';
import { employmentOf } from '../commands/payInputs/employmentOf.ts';
import { hoursText } from './hoursText.ts';
import { moneyOf } from './moneyOf.ts';

/** Of which pay group and period something was entered. */
interface EnteredFor {
  payGroupId: string;
  periodStartDate: string;
  /** Absent: the group's schedule has no period that begins so. */
  period?: PayPeriod;
}

/** What was entered for an employee, as the API shows it: each part has the members with which it was sent. */
export const payrollInputOf = (
  { payGroupId, periodStartDate, period }: EnteredFor,
  input: PayrollInputRecord,
  employee: EmployeeRecord,
): PayrollInput => ({
  employeeId: input.employeeId,
  externalId: employee.externalId,
  employeeName: `${employee.givenName} ${employee.familyName}`,
  payGroupId,
  periodStartDate,
  version: input.version,
  parts: partsOf(input).map((part) => partOf(part, periodStartDate)),
  notPaid: notPaidOf(payGroupId, period, input, employee),
});

/** What no run of the period would pay, by the rules with which entering it is refused. */
function notPaidOf(
  payGroupId: string,
  period: EnteredFor['period'],
  input: PayrollInputRecord,
  employee: EmployeeRecord,
): PayrollInputNotPaid[] {
  if (partsOf(input).length === 0) return [];
  if (!period) return [inWords('OTHER_PERIOD')];
  if (employee.payGroupId !== payGroupId) return [inWords('OTHER_PAY_GROUP')];
  const sum = enteredPayOf(input);
  if (!sum.ok) return [{ code: sum.error.type, message: sum.error.message, resolution: sum.error.resolution }];
  return unpayableOf(sum.value, employmentOf(employee), period).map(({ reason, problem, resolution }) => ({
    code: reason,
    message: problem,
    resolution,
  }));
}

function inWords(reason: NotPaidReason): PayrollInputNotPaid {
  const { what, resolution } = NOT_PAID_WORDS[reason];
  return { code: reason, message: `Not paid: ${what}.`, resolution };
}

function partOf(part: InputPart, periodStartDate: string): PayrollInputPart {
  const { workweeks, earnings, offCycleEarnings = {}, supplementalMethod, unpaidAbsenceDays } = enteredOf(part);
  const offCycle = Object.entries(offCycleEarnings).flatMap(([sequence, ofRun]) =>
    ofRun.map((earning) => earningOf(earning, Number(sequence))),
  );
  return {
    source: part.source,
    version: part.version,
    hoursWorked: workweeks.filter((week) => !isByDate(week)).map((week) => hoursWorkedOf(week, periodStartDate)),
    hoursByDate: workweeks.filter(isByDate).flatMap(({ work }) => work.map(hoursOnDateOf)),
    earnings: [...earnings.map((earning) => earningOf(earning, null)), ...offCycle],
    supplementalMethod: supplementalMethod ?? null,
    unpaidAbsenceDays: unpaidAbsenceDays ?? null,
  };
}

const isByDate = ({ work }: Workweek): boolean => work.some(({ date }) => date !== undefined);

const hoursOnDateOf = ({ date = '', hoursHundredths, hourlyRateCents, isPaidEarlier }: WorkedHours): HoursOnDate => ({
  date,
  hours: hoursText(hoursHundredths),
  hourlyRate: maybeMoneyOf(hourlyRateCents),
  isPaidEarlier: isPaidEarlier ?? false,
});

function hoursWorkedOf(workweek: Workweek, periodStartDate: string): WorkweekHours {
  const { startDate, work, stateOvertimeCents, premiumPaidEarlierCents } = workweek;
  const [own, ...others] = work;
  return {
    week: daysBetween(periodStartDate, startDate) / 7 + 1,
    startDate,
    hours: hoursText(own?.hoursHundredths ?? 0),
    otherRates: others.map(({ hoursHundredths, hourlyRateCents = 0 }) => ({
      hours: hoursText(hoursHundredths),
      hourlyRate: moneyOf(hourlyRateCents),
    })),
    stateOvertime: maybeMoneyOf(stateOvertimeCents),
    premiumPaidEarlier: maybeMoneyOf(premiumPaidEarlierCents),
  };
}

const earningOf = (earning: EarningInput, offCycleSequence: number | null): Earning => ({
  type: earning.type,
  amount: moneyOf(earning.amountCents),
  hours: earning.hoursHundredths === undefined ? null : hoursText(earning.hoursHundredths),
  isDiscretionary: earning.isDiscretionary ?? null,
  workweekStartDates: earning.workweekStartDates ? [...earning.workweekStartDates] : null,
  offCycleSequence,
});

const maybeMoneyOf = (amountCents: number | undefined) => (amountCents === undefined ? null : moneyOf(amountCents));

import { workdaysBetween } from './dates.ts';
import { payStretchesIn } from './earnings.ts';
import { employmentsOf, firstHireDate, isEmployedIn, type Employments } from './employment.ts';
import type { Compensation, EarningInput, EmployeeProfile, Workweek } from './EmployeePayFacts.ts';
import type { EnteredPay } from './EnteredPay.ts';
import type { ErrorCode } from './errors.ts';
import type { PeriodDays } from './payPeriods.ts';
import { hoursOf } from './sumEnteredPay.ts';

/** What decides about an employee whether something that was entered is paid. */
export type Employment = Employments & {
  /** Absent: nothing is recorded yet, and the run fails the employee by name. */
  readonly compensation?: Compensation;
  readonly compensationChanges?: NonNullable<EmployeeProfile['compensationChanges']>;
};

/** Why a run leaves out something that was entered for one of its employees. */
export type UnpayableReason =
  /** Hours above 0 of a salary that is exempt from overtime: the salary is the same for any hours. */
  | 'HOURS_OF_EXEMPT_SALARY'
  /** Hours at a rate of their own, of a salary: only hourly pay has rates. */
  | 'RATES_OF_SALARY'
  /** An overtime premium that an earlier run is said to have paid to somebody who is exempt from overtime. */
  | 'PREMIUM_OF_EXEMPT_EMPLOYEE'
  /** Days without pay of somebody who is paid by the hour: hours not worked are not entered. */
  | 'UNPAID_DAYS_OF_HOURLY_PAY'
  /** More days without pay than the salary has in the period. */
  | 'UNPAID_DAYS_BEYOND_PERIOD'
  /** Hired after the period, or left before it. */
  | 'NOT_EMPLOYED_IN_PERIOD'
  /** An off-cycle bonus that raises overtime, in a run that knows no hours. */
  | 'OFF_CYCLE_BONUS_RAISES_OVERTIME';

/** Something that was entered and that no run of the period would pay, with the way out. */
export type Unpayable = {
  readonly reason: UnpayableReason;
  /** With which it is refused when somebody enters it. */
  readonly type: ErrorCode;
  /** The value and the limit, as a sentence. */
  readonly problem: string;
  /** What to do, as a sentence. */
  readonly resolution: string;
  /** Path into the input. */
  readonly field: string;
};

/** All that was entered for an employee and that no run of the period would pay as the employee is now. */
export function unpayableOf(entered: EnteredPay, employment: Employment, period: PeriodDays): Unpayable[] {
  const notEmployed = notEmployedIn(entered, employment, period);
  if (notEmployed) return [notEmployed];
  const { compensation } = employment;
  if (!compensation) return [];
  const paid = paysIn({ ...employment, compensation }, period);
  const salaries = paid.filter(({ type }) => type === 'SALARY');
  const isSalary = salaries.length === paid.length;
  const isExempt = paid.every(({ isOvertimeExempt }) => isOvertimeExempt === true);
  return [
    ...(isSalary ? [isExempt ? hoursOfExemptSalary(entered) : undefined, ratesOfSalary(entered)] : []),
    salaries.length > 0
      ? unpaidDaysBeyond(entered, { ...employment, compensation }, period)
      : unpaidDaysOfHourly(entered),
    isExempt ? premiumOfExempt(entered) : offCycleOvertime(entered),
  ].filter((found) => found !== undefined);
}

/** Each pay that holds on some day of the period; before the first and after the last day of work, the pay as it is now. */
function paysIn(employment: Paid, period: PeriodDays): Compensation[] {
  if (employment.compensationChanges === undefined) return [employment.compensation];
  const paid = payStretchesIn(employment, period).map(({ facts }) => facts.compensation);
  return paid.length > 0 ? paid : [employment.compensation];
}

type Paid = Employment & { readonly compensation: Compensation };

function notEmployedIn(entered: EnteredPay, employment: Employment, period: PeriodDays): Unpayable | undefined {
  const { startDate, endDate } = period;
  const { terminationDate } = employment;
  const hireDate = firstHireDate(employment);
  const found = { reason: 'NOT_EMPLOYED_IN_PERIOD', type: 'NOT_EMPLOYED_IN_PERIOD', field: 'externalId' } as const;
  if (hireDate > endDate)
    return {
      ...found,
      problem: `The employee is hired on ${hireDate}, after the period ${startDate} to ${endDate}.`,
      resolution: 'Enter it for the period of the hire date, or correct the hire date with upsertEmployees.',
    };
  if (isEmployedIn(employment, period) || !hasRegularPart(entered)) return undefined;
  const lastDay =
    employmentsOf(employment).findLast((each) => (each.terminationDate ?? startDate) < startDate)?.terminationDate ??
    terminationDate;
  return {
    ...found,
    problem: `The employee left on ${lastDay}, before the period ${startDate} to ${endDate}.`,
    resolution:
      'Enter what is still owed as earnings with an offCycleSequence, or correct the termination date with upsertEmployees.',
  };
}

/** Whether the regular run would have anything of it to pay, or to take off. */
const hasRegularPart = ({ workweeks, earnings, unpaidAbsenceDays }: EnteredPay): boolean =>
  workweeks.length > 0 || earnings.length > 0 || unpaidAbsenceDays !== undefined;

function hoursOfExemptSalary({ workweeks }: EnteredPay): Unpayable | undefined {
  const week = workweeks.find((entered) => hoursOf(entered) > 0);
  return (
    week && {
      reason: 'HOURS_OF_EXEMPT_SALARY',
      type: 'INPUT_NOT_PAYABLE',
      problem: `${hoursOf(week) / 100} hours in the workweek from ${week.startDate}: the salary is exempt from overtime, and pays the same for any hours.`,
      resolution: 'Leave the hours out; enter extra pay as an earning, or record that the employee is not exempt.',
      field: 'hoursWorked',
    }
  );
}

function ratesOfSalary({ workweeks }: EnteredPay): Unpayable | undefined {
  const isAtRate = ({ work }: Workweek) =>
    work.some(({ hourlyRateCents, hoursHundredths }) => hourlyRateCents !== undefined && hoursHundredths > 0);
  const week = workweeks.find(isAtRate);
  return (
    week && {
      reason: 'RATES_OF_SALARY',
      type: 'INPUT_NOT_PAYABLE',
      problem: `Hours at another rate in the workweek from ${week.startDate}: the employee has a salary, and only hourly pay has rates.`,
      resolution: 'Enter the hours in "hours" of the week, or the pay as an earning.',
      field: 'hoursWorked',
    }
  );
}

function premiumOfExempt({ workweeks }: EnteredPay): Unpayable | undefined {
  const week = workweeks.find(({ premiumPaidEarlierCents }) => (premiumPaidEarlierCents ?? 0) > 0);
  return (
    week && {
      reason: 'PREMIUM_OF_EXEMPT_EMPLOYEE',
      type: 'INPUT_NOT_PAYABLE',
      problem: `premiumPaidEarlier in the workweek from ${week.startDate}: the employee is exempt from overtime, so that no premium is due that it could be taken from.`,
      resolution: 'Leave it out, or record that the employee is not exempt.',
      field: 'hoursWorked',
    }
  );
}

function unpaidDaysOfHourly({ unpaidAbsenceDays = 0 }: EnteredPay): Unpayable | undefined {
  if (unpaidAbsenceDays === 0) return undefined;
  return {
    reason: 'UNPAID_DAYS_OF_HOURLY_PAY',
    type: 'INPUT_NOT_PAYABLE',
    problem: `${unpaidAbsenceDays} days of unpaid absence: the employee is paid by the hour, and an hour that is not entered is not paid.`,
    resolution: 'Leave unpaidAbsenceDays out and enter the hours that were worked.',
    field: 'unpaidAbsenceDays',
  };
}

function unpaidDaysBeyond(
  { unpaidAbsenceDays = 0 }: EnteredPay,
  employment: Paid,
  period: PeriodDays,
): Unpayable | undefined {
  if (unpaidAbsenceDays === 0) return undefined;
  const { startDate, endDate } = period;
  let workdays = 0;
  for (const { from, to, facts } of payStretchesIn(employment, period))
    if (facts.compensation.type === 'SALARY') workdays += workdaysBetween(from, to);
  if (unpaidAbsenceDays <= workdays) return undefined;
  return {
    reason: 'UNPAID_DAYS_BEYOND_PERIOD',
    type: 'INPUT_NOT_PAYABLE',
    problem: `${unpaidAbsenceDays} days of unpaid absence: the employee has ${workdays} workdays in the period ${startDate} to ${endDate}.`,
    resolution: 'Enter the days of this period only; those of another period belong to it.',
    field: 'unpaidAbsenceDays',
  };
}

const RAISES_OVERTIME: readonly EarningInput['type'][] = ['BONUS', 'COMMISSION', 'SHIFT_PREMIUM'];

function offCycleOvertime({ offCycleEarnings = {} }: EnteredPay): Unpayable | undefined {
  for (const [sequence, earnings] of Object.entries(offCycleEarnings)) {
    const earning = earnings.find(
      ({ type, isDiscretionary }) => RAISES_OVERTIME.includes(type) && isDiscretionary !== true,
    );
    if (earning)
      return {
        reason: 'OFF_CYCLE_BONUS_RAISES_OVERTIME',
        type: 'REGULAR_RATE_UNKNOWN',
        problem: `${earning.type} for off-cycle run ${sequence}: it raises the overtime of the weeks in which it was earned, and an off-cycle run has no hours to figure that from.`,
        resolution:
          'Leave offCycleSequence out, so that the regular run pays it with the hours, or set isDiscretionary if nothing was promised.',
        field: 'earnings',
      };
  }
  return undefined;
}

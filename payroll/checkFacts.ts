import { dayNumber, isValidDate, yearOf, type CalendarDate } from './dates.ts';
import type { Deduction } from './Deduction.ts';
import type { EmployeePayFacts, Workweek } from './EmployeePayFacts.ts';
import { refuse, type PayrollErrorType, type Refusal } from './errors.ts';
import { formatMoney, LARGEST_AMOUNT_CENTS, PPM } from './money.ts';
import { PERIODS_PER_YEAR } from './payPeriods.ts';
import type { RuleSet } from './ruleSets.ts';

/**
 * Refuses facts that no payslip can be figured from, before anything is figured: amounts that are not whole cents or out of
 * range, dates that are none, and a period that does not fit the rule set or the employment. What a rule needs is asked for
 * by that rule.
 */
export function checkFacts(facts: EmployeePayFacts, rules: RuleSet): Refusal | undefined {
  if (facts.runType === 'REVERSAL') {
    return refuse(
      'REVERSAL_NOT_CALCULATED',
      'A reversal negates the original payslip; it is not calculated at the rates of today.',
      'Use reversePayslip on the original.',
      'runType',
    );
  }
  return (
    checkPeriod(facts, rules) ?? checkEmployment(facts) ?? checkForms(facts) ?? checkInputs(facts) ?? checkYear(facts)
  );
}

function checkPeriod({ period, yearToDate }: EmployeePayFacts, rules: RuleSet): Refusal | undefined {
  const { startDate, endDate, payDate, frequency, periodsPerYear } = period;
  if (!isValidDate(startDate) || !isValidDate(endDate) || !isValidDate(payDate) || startDate > endDate) {
    const problem = `The period ${startDate} to ${endDate}, paid ${payDate}, is not a pay period.`;
    return refuse('INVALID_INPUT', problem, 'Take it from payPeriodOf.', 'period');
  }
  if (!Object.hasOwn(PERIODS_PER_YEAR, frequency) || PERIODS_PER_YEAR[frequency] !== periodsPerYear) {
    const problem = `${periodsPerYear} is not the withholding factor of ${frequency} pay.`;
    return refuse('INVALID_INPUT', problem, `Use ${PERIODS_PER_YEAR[frequency]}.`, 'period.periodsPerYear');
  }
  if (yearOf(payDate) !== rules.year) {
    return refuse(
      'PAY_DATE_NOT_SUPPORTED',
      `The pay date ${payDate} is not in ${rules.year}, the year of rule set ${rules.version}.`,
      'The pay date decides the tax year: use the rule set of that year.',
      'period.payDate',
    );
  }
  if (yearToDate.year === rules.year) return undefined;
  const problem = `The year to date is of ${yearToDate.year} and the pay date in ${rules.year}.`;
  return refuse('INVALID_INPUT', problem, 'Start a new year to date.', 'yearToDate.year');
}

function checkEmployment({ employee, period, runType }: EmployeePayFacts): Refusal | undefined {
  const { hireDate, terminationDate, birthDate, compensation } = employee;
  const refusal =
    checkDate(hireDate, 'employee.hireDate') ??
    (terminationDate === undefined ? undefined : checkDate(terminationDate, 'employee.terminationDate')) ??
    (birthDate === undefined ? undefined : checkDate(birthDate, 'employee.birthDate'));
  if (refusal !== undefined) return refusal;
  const isPeriodRun = runType === 'REGULAR' || runType === 'TERMINATION';
  if (
    hireDate > period.endDate ||
    (isPeriodRun && terminationDate !== undefined && terminationDate < period.startDate)
  ) {
    const employed = `${hireDate} to ${terminationDate ?? 'today'}`;
    return refuse(
      'NOT_EMPLOYED_IN_PERIOD',
      `Employee ${employee.employeeId} is employed ${employed}, outside the period ${period.startDate} to ${period.endDate}.`,
      'Correct the dates, or leave the employee out of the run.',
      hireDate > period.endDate ? 'employee.hireDate' : 'employee.terminationDate',
    );
  }
  if (compensation.type === 'SALARY') {
    const covered = compensation.coveredHoursHundredths;
    if (covered !== undefined && !isCount(covered, HOURS_OF_A_WEEK, 1)) {
      return invalidHours(covered, 'employee.compensation.coveredHoursHundredths');
    }
    return checkAmount(compensation.annualSalaryCents, 'employee.compensation.annualSalaryCents');
  }
  return checkAmount(compensation.hourlyRateCents, 'employee.compensation.hourlyRateCents');
}

function checkForms({ employee }: EmployeePayFacts): Refusal | undefined {
  for (const w4 of [employee.lockInLetter, employee.federalW4]) {
    if (w4 === undefined || w4.form === 'NONE_ON_FILE') continue;
    const refusal =
      w4.form === 'W4_2020'
        ? (checkAmount(w4.step3CreditsCents, 'employee.federalW4.step3CreditsCents') ??
          checkAmount(w4.step4aOtherIncomeCents, 'employee.federalW4.step4aOtherIncomeCents') ??
          checkAmount(w4.step4bDeductionsCents, 'employee.federalW4.step4bDeductionsCents') ??
          checkAmount(w4.step4cExtraWithholdingCents, 'employee.federalW4.step4cExtraWithholdingCents'))
        : (checkCount(w4.allowances, 'employee.federalW4.allowances') ??
          checkAmount(w4.additionalWithholdingCents, 'employee.federalW4.additionalWithholdingCents'));
    if (refusal !== undefined) return refusal;
  }
  for (let i = 0; i < employee.stateTaxForms.length; i++) {
    const form = employee.stateTaxForms[i];
    if (form === undefined) break;
    if (employee.stateTaxForms.findIndex(({ state }) => state === form.state) < i) {
      const problem = `There are two forms for ${form.state}.`;
      return refuse('INVALID_INPUT', problem, 'Keep the one in force.', 'employee.stateTaxForms');
    }
    const refusal =
      given(form.allowances, checkCount, 'employee.stateTaxForms.allowances') ??
      given(form.additionalAllowances, checkCount, 'employee.stateTaxForms.additionalAllowances') ??
      given(form.firstTimeDependents, checkCount, 'employee.stateTaxForms.firstTimeDependents') ??
      given(form.adoptedChildren, checkCount, 'employee.stateTaxForms.adoptedChildren') ??
      given(form.blindness, checkCount, 'employee.stateTaxForms.blindness') ??
      given(form.annualAmountCents, checkAmount, 'employee.stateTaxForms.annualAmountCents') ??
      given(form.extraWithholdingCents, checkAmount, 'employee.stateTaxForms.extraWithholdingCents');
    if (refusal !== undefined) return refusal;
  }
  for (const local of employee.localTaxes) {
    const refusal =
      given(local.ratePpm, checkRate, 'employee.localTaxes.ratePpm') ??
      given(local.annualCents, checkAmount, 'employee.localTaxes.annualCents');
    if (refusal !== undefined) return refusal;
  }
  return given(employee.priorYearSocialSecurityWagesCents, checkAmount, 'employee.priorYearSocialSecurityWagesCents');
}

function checkInputs({ employee, employer, payInputs }: EmployeePayFacts): Refusal | undefined {
  for (const earning of payInputs.earnings) {
    const refusal = checkAmount(earning.amountCents, 'payInputs.earnings.amountCents');
    if (refusal !== undefined) return refusal;
  }
  if (!isCount(payInputs.unpaidAbsenceDays ?? 0, 366, 0)) {
    const problem = `${payInputs.unpaidAbsenceDays} is not a number of workdays.`;
    return refuse('INVALID_INPUT', problem, 'Send a whole number of days.', 'payInputs.unpaidAbsenceDays');
  }
  if (!isCount(employer.headcount, 100_000_000, 0)) {
    return invalid('INVALID_INPUT', `${employer.headcount} is not a number of employees.`, 'employer.headcount');
  }
  for (const state in employer.unemployment) {
    const configured: unknown = employer.unemployment[state];
    const { ratePpm, wageBaseCents } = (configured ?? {}) as { ratePpm?: number; wageBaseCents?: number };
    const refusal =
      checkRate(ratePpm, `employer.unemployment.${state}.ratePpm`) ??
      given(wageBaseCents, checkAmount, `employer.unemployment.${state}.wageBaseCents`);
    if (refusal !== undefined) return refusal;
  }
  return (
    checkWorkweeks(payInputs.workweeks) ?? checkDeductions(employee.deductions) ?? checkOrders(employee.garnishments)
  );
}

const HOURS_OF_A_WEEK = 168_00;

function checkWorkweeks(workweeks: readonly Workweek[]): Refusal | undefined {
  const first = workweeks[0];
  for (let i = 0; i < workweeks.length; i++) {
    const week = workweeks[i];
    if (week === undefined || first === undefined) break;
    const refusal = checkDate(week.startDate, 'payInputs.workweeks.startDate');
    if (refusal !== undefined) return refusal;
    const before = workweeks[i - 1];
    const isAligned = (dayNumber(week.startDate) - dayNumber(first.startDate)) % 7 === 0;
    if (!isAligned || (before !== undefined && before.startDate >= week.startDate)) {
      const problem = `The workweek of ${week.startDate} does not follow the others by whole weeks.`;
      return refuse('INVALID_INPUT', problem, 'List each workweek once, oldest first.', 'payInputs.workweeks');
    }
    let hours = 0;
    for (const work of week.work) {
      if (!isCount(work.hoursHundredths, HOURS_OF_A_WEEK, 0))
        return invalidHours(work.hoursHundredths, 'payInputs.workweeks');
      const badRate = given(work.hourlyRateCents, checkAmount, 'payInputs.workweeks.work.hourlyRateCents');
      if (badRate !== undefined) return badRate;
      hours += work.hoursHundredths;
    }
    if (hours > HOURS_OF_A_WEEK) return invalidHours(hours, 'payInputs.workweeks');
    const badAmount =
      given(week.premiumPaidEarlierCents, checkAmount, 'payInputs.workweeks.premiumPaidEarlierCents') ??
      given(week.stateOvertimeCents, checkAmount, 'payInputs.workweeks.stateOvertimeCents');
    if (badAmount !== undefined) return badAmount;
  }
  return undefined;
}

function checkDeductions(deductions: readonly Deduction[]): Refusal | undefined {
  for (let i = 0; i < deductions.length; i++) {
    const deduction = deductions[i];
    if (deduction === undefined) break;
    const { deductionId, amountCents, ratePpm } = deduction;
    if ((amountCents === undefined) === (ratePpm === undefined)) {
      const problem = `Deduction ${deductionId} needs an amount or a rate, and one of them only.`;
      return refuse('INVALID_INPUT', problem, 'Set amountCents or ratePpm.', 'employee.deductions');
    }
    if (deductions.findIndex((other) => other.deductionId === deductionId) < i) {
      const problem = `Deduction ${deductionId} is listed twice.`;
      return refuse('INVALID_INPUT', problem, 'Give each deduction its own id.', 'employee.deductions');
    }
    const refusal =
      given(amountCents, checkAmount, 'employee.deductions.amountCents') ??
      given(ratePpm, checkRate, 'employee.deductions.ratePpm');
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function checkOrders(orders: EmployeePayFacts['employee']['garnishments']): Refusal | undefined {
  for (let i = 0; i < orders.length; i++) {
    const order = orders[i];
    if (order === undefined) break;
    if (orders.findIndex((other) => other.orderId === order.orderId) < i) {
      const problem = `Garnishment order ${order.orderId} is listed twice.`;
      return refuse('INVALID_INPUT', problem, 'Give each order its own id.', 'employee.garnishments');
    }
    const limit = order.stateLimit;
    const refusal =
      checkDate(order.receivedDate, 'employee.garnishments.receivedDate') ??
      given(order.amountCents, checkAmount, 'employee.garnishments.amountCents') ??
      given(order.balanceCents, checkAmount, 'employee.garnishments.balanceCents') ??
      given(order.exemptCents, checkAmount, 'employee.garnishments.exemptCents') ??
      (limit === undefined || limit === 'FEDERAL_ONLY'
        ? undefined
        : (checkRate(limit.ratePpm, 'employee.garnishments.stateLimit') ??
          checkAmount(limit.protectedCents, 'employee.garnishments.stateLimit')));
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** Year-to-date figures may be negative after a reversal, but they are whole cents. */
function checkYear({ yearToDate }: EmployeePayFacts): Refusal | undefined {
  return (
    checkRecord(yearToDate.amountsCents, 'yearToDate.amountsCents') ??
    checkRecord(yearToDate.taxableCents, 'yearToDate.taxableCents') ??
    checkRecord(yearToDate.byDeductionCents, 'yearToDate.byDeductionCents') ??
    checkRecord(yearToDate.byOrderCents, 'yearToDate.byOrderCents') ??
    checkRecord(yearToDate.commuterByMonthCents, 'yearToDate.commuterByMonthCents') ??
    (yearToDate.lastRegularTaxableCents === undefined
      ? undefined
      : checkRecord(yearToDate.lastRegularTaxableCents, 'yearToDate.lastRegularTaxableCents')) ??
    (Number.isSafeInteger(yearToDate.planCompensationCents)
      ? undefined
      : invalidAmount(yearToDate.planCompensationCents, 'yearToDate'))
  );
}

function checkRecord(record: Readonly<Record<string, number>>, field: string): Refusal | undefined {
  for (const code in record) {
    const amount = record[code];
    if (!Number.isSafeInteger(amount)) return invalidAmount(amount, `${field}.${code}`);
  }
  return undefined;
}

/** Checks a member that may be left out; `null` is no way to leave it out. */
function given(
  value: number | undefined,
  check: (value: number | undefined, field: string) => Refusal | undefined,
  field: string,
): Refusal | undefined {
  return value === undefined ? undefined : check(value, field);
}

function checkAmount(amount: number | undefined, field: string): Refusal | undefined {
  return isCount(amount, LARGEST_AMOUNT_CENTS, 0) ? undefined : invalidAmount(amount, field);
}

function invalidAmount(amount: unknown, field: string): Refusal {
  const limit = formatMoney(LARGEST_AMOUNT_CENTS);
  return refuse(
    'INVALID_AMOUNT',
    `${String(amount)} is not whole cents from 0.00 to ${limit}.`,
    'Send whole cents in that range.',
    field,
  );
}

function checkRate(ratePpm: number | undefined, field: string): Refusal | undefined {
  return isCount(ratePpm, PPM, 0)
    ? undefined
    : invalid('INVALID_INPUT', `${ratePpm} is not a rate in parts per million.`, field);
}

function checkCount(count: number | undefined, field: string): Refusal | undefined {
  return isCount(count, 999, 0)
    ? undefined
    : invalid('INVALID_INPUT', `${count} is not a number from 0 to 999.`, field);
}

function checkDate(date: CalendarDate, field: string): Refusal | undefined {
  return isValidDate(date) ? undefined : invalid('INVALID_INPUT', `"${date}" is not a date.`, field);
}

function invalidHours(hours: number, field: string): Refusal {
  return invalid('INVALID_INPUT', `${hours} is not hundredths of hours within a week of 168.00 hours.`, field);
}

function invalid(type: PayrollErrorType, problem: string, field: string): Refusal {
  return refuse(type, problem, `Correct ${field}.`, field);
}

function isCount(value: number | undefined, most: number, least: number): boolean {
  return value !== undefined && Number.isSafeInteger(value) && value >= least && value <= most;
}

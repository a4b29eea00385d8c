import { dayNumber, daysBetween, yearOf } from './dates.ts';
import type { Deduction } from './Deduction.ts';
import type { EmployeePayFacts, EmployeeProfile, Workweek } from './EmployeePayFacts.ts';
import { employedDaysIn, firstHireDate } from './employment.ts';
import { refuse, type Refusal } from './errors.ts';
import { PERIODS_PER_YEAR } from './payPeriods.ts';
import type { RuleSet } from './ruleSets.ts';

/**
 * Refuses facts of the right shape (see `checkShape`) that contradict each other, before anything is calculated: a period that
 * does not fit the rule set or the employment, dates in an order that cannot be, something that is listed twice. What a rule
 * needs is asked for by that rule.
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
    checkPeriod(facts, rules) ??
    checkEmployment(facts) ??
    checkForms(facts) ??
    checkLevies(facts, rules) ??
    checkWorkweeks(facts.payInputs.workweeks) ??
    checkDeductions(facts.employee.deductions, rules) ??
    checkOrders(facts.employee.garnishments)
  );
}

function checkPeriod({ period, yearToDate }: EmployeePayFacts, rules: RuleSet): Refusal | undefined {
  const { startDate, endDate, payDate, frequency, periodsPerYear, indexInYear, payDatesInYear } = period;
  if (startDate > endDate) {
    const problem = `The period ${startDate} to ${endDate}, paid ${payDate}, is not a pay period.`;
    return refuse('INVALID_INPUT', problem, 'Take it from payPeriodOf.', 'period');
  }
  if (PERIODS_PER_YEAR[frequency] !== periodsPerYear) {
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
  // Around New Year a weekend moves a pay date from one year to the other; workdays are no such dates.
  if (frequency !== 'DAILY' && Math.abs(payDatesInYear - periodsPerYear) > 1) {
    const problem = `A year has no ${payDatesInYear} pay dates of ${frequency} pay.`;
    return refuse('INVALID_INPUT', problem, 'Take it from payPeriodOf.', 'period.payDatesInYear');
  }
  if (indexInYear > payDatesInYear) {
    const problem = `There is no pay date ${indexInYear} of ${payDatesInYear}.`;
    return refuse('INVALID_INPUT', problem, 'Take it from payPeriodOf.', 'period.indexInYear');
  }
  if (yearToDate.year === rules.year) return undefined;
  const problem = `The year to date is of ${yearToDate.year} and the pay date in ${rules.year}.`;
  return refuse('INVALID_INPUT', problem, 'Start a new year to date.', 'yearToDate.year');
}

function checkEmployment({ employee, period, runType }: EmployeePayFacts): Refusal | undefined {
  const { employeeId, hireDate, terminationDate, birthDate } = employee;
  if (terminationDate !== undefined && terminationDate < hireDate) {
    const problem = `Employee ${employeeId} left on ${terminationDate}, before the hire date ${hireDate}.`;
    return refuse('INVALID_INPUT', problem, 'Correct one of the dates.', 'employee.terminationDate');
  }
  const order = checkEmploymentOrder(employee);
  if (order !== undefined) return order;
  const firstHired = firstHireDate(employee);
  if (birthDate !== undefined && birthDate >= firstHired) {
    const problem = `Employee ${employeeId} was born on ${birthDate}, and hired on ${firstHired}.`;
    return refuse('INVALID_INPUT', problem, 'Correct one of the dates.', 'employee.birthDate');
  }
  const isPeriodRun = runType === 'REGULAR' || runType === 'TERMINATION';
  const isEmployed =
    employee.earlierEmployments === undefined
      ? hireDate <= period.endDate && (terminationDate === undefined || terminationDate >= period.startDate)
      : employedDaysIn(employee, period).length > 0;
  if (firstHired > period.endDate || (isPeriodRun && !isEmployed)) {
    const employed = `${hireDate} to ${terminationDate ?? 'today'}`;
    return refuse(
      'NOT_EMPLOYED_IN_PERIOD',
      `Employee ${employeeId} is employed ${employed}, outside the period ${period.startDate} to ${period.endDate}.`,
      'Correct the dates, or leave the employee out of the run.',
      hireDate > period.endDate ? 'employee.hireDate' : 'employee.terminationDate',
    );
  }
  return undefined;
}

/** One employment after the other, and changes of pay in the order of their days. */
function checkEmploymentOrder({ employeeId, hireDate, earlierEmployments, compensationChanges }: EmployeeProfile) {
  const earlier = earlierEmployments ?? [];
  for (let i = 0; i < earlier.length; i++) {
    const employment = earlier[i];
    const nextHireDate = earlier[i + 1]?.hireDate ?? hireDate;
    if (employment === undefined) break;
    const lastDay = employment.terminationDate;
    if (lastDay !== undefined && employment.hireDate <= lastDay && lastDay < nextHireDate) continue;
    const problem = `Employee ${employeeId} was employed from ${employment.hireDate} to ${lastDay ?? 'an unknown day'}, and hired again on ${nextHireDate}.`;
    return refuse('INVALID_INPUT', problem, 'Correct one of the dates.', 'employee.earlierEmployments');
  }
  const changes = compensationChanges ?? [];
  const at = changes.findIndex(
    ({ effectiveFrom }, i) => i > 0 && effectiveFrom <= (changes[i - 1]?.effectiveFrom ?? ''),
  );
  if (at === -1) return undefined;
  const problem = `The change of pay on ${changes[at]?.effectiveFrom} of employee ${employeeId} does not come after the one before it.`;
  return refuse('INVALID_INPUT', problem, 'List each day once, oldest first.', 'employee.compensationChanges');
}

function checkForms({ employee: { stateTaxForms } }: EmployeePayFacts): Refusal | undefined {
  const twice = secondOf(stateTaxForms, ({ state }) => state);
  if (twice === undefined) return undefined;
  const problem = `There are two forms for ${twice.state}.`;
  return refuse('INVALID_INPUT', problem, 'Keep the one in force.', 'employee.stateTaxForms');
}

/** A levy that nobody can elect would be ignored, and not withheld. */
function checkLevies({ employer: { electedLevies = [] } }: EmployeePayFacts, rules: RuleSet): Refusal | undefined {
  if (electedLevies.length === 0) return undefined;
  const elective = Object.values(rules.states).flatMap(({ levies }) =>
    levies.filter(({ isEmployerOption }) => isEmployerOption === true).map(({ code }) => code),
  );
  const unknown = electedLevies.findIndex((code) => !elective.includes(code));
  if (unknown === -1) return undefined;
  return refuse(
    'INVALID_INPUT',
    `"${electedLevies[unknown]}" is not a levy that an employer can elect; these are ${elective.join(', ')}.`,
    'Correct the code, or leave it out.',
    `employer.electedLevies.${unknown}`,
  );
}

const HOURS_OF_A_WEEK = 168_00;

function checkWorkweeks(workweeks: readonly Workweek[]): Refusal | undefined {
  const first = workweeks[0];
  for (let i = 0; i < workweeks.length; i++) {
    const week = workweeks[i];
    if (week === undefined || first === undefined) break;
    const before = workweeks[i - 1];
    const isAligned = (dayNumber(week.startDate) - dayNumber(first.startDate)) % 7 === 0;
    if (!isAligned || (before !== undefined && before.startDate >= week.startDate)) {
      const problem = `The workweek of ${week.startDate} does not follow the others by whole weeks.`;
      return refuse('INVALID_INPUT', problem, 'List each workweek once, oldest first.', 'payInputs.workweeks');
    }
    let hours = 0;
    for (const { hoursHundredths, date } of week.work) {
      hours += hoursHundredths;
      if (date === undefined || (date >= week.startDate && daysBetween(week.startDate, date) < 7)) continue;
      const problem = `${date} is not a day of the workweek from ${week.startDate}.`;
      return refuse('INVALID_INPUT', problem, 'Correct the date.', `payInputs.workweeks.${i}.work`);
    }
    if (hours <= HOURS_OF_A_WEEK) continue;
    const problem = `${hours} hundredths of hours do not fit the week of 168.00 hours from ${week.startDate}.`;
    return refuse('INVALID_INPUT', problem, 'Correct the hours.', `payInputs.workweeks.${i}.work`);
  }
  return undefined;
}

function checkDeductions(deductions: readonly Deduction[], rules: RuleSet): Refusal | undefined {
  const twice = secondOf(deductions, ({ deductionId }) => deductionId);
  if (twice !== undefined) {
    const problem = `Deduction ${twice.deductionId} is listed twice.`;
    return refuse('INVALID_INPUT', problem, 'Give each deduction its own id.', 'employee.deductions');
  }
  for (let i = 0; i < deductions.length; i++) {
    const deduction = deductions[i];
    if (deduction === undefined) break;
    const { deductionId, amountCents, ratePpm, stateTreatment } = deduction;
    if ((amountCents === undefined) === (ratePpm === undefined)) {
      const problem = `Deduction ${deductionId} needs an amount or a rate, and one of them only.`;
      return refuse('INVALID_INPUT', problem, 'Set amountCents or ratePpm.', 'employee.deductions');
    }
    for (const place in stateTreatment) {
      if (!place.startsWith('US-') || hasOwnTreatment(place, rules)) continue;
      return refuse(
        'INVALID_INPUT',
        `${place} is not a locality with a treatment of deductions of its own.`,
        'Correct it, or answer for the state.',
        `employee.deductions.${i}.stateTreatment.${place}`,
      );
    }
  }
  return undefined;
}

function hasOwnTreatment(place: string, { states }: RuleSet): boolean {
  const localities = states[place.slice(3, 5)]?.localTaxes ?? [];
  return localities.some(({ jurisdiction, excludes }) => jurisdiction === place && excludes !== undefined);
}

function checkOrders(orders: EmployeePayFacts['employee']['garnishments']): Refusal | undefined {
  const twice = secondOf(orders, ({ orderId }) => orderId);
  if (twice === undefined) return undefined;
  const problem = `Garnishment order ${twice.orderId} is listed twice.`;
  return refuse('INVALID_INPUT', problem, 'Give each order its own id.', 'employee.garnishments');
}

/** The first entry whose name another one before it has. */
function secondOf<Entry>(entries: readonly Entry[], nameOf: (entry: Entry) => string): Entry | undefined {
  if (entries.length < 2) return undefined;
  const seen = new Set<string>();
  return entries.find((entry) => seen.size === seen.add(nameOf(entry)).size);
}

import type { Calculation } from './Calculation.ts';
import { employedDaysIn } from './employment.ts';
import type { Compensation, EarningInput, EarningType, EmployeeProfile, Salary } from './EmployeePayFacts.ts';
import { refuse, type Refusal } from './errors.ts';
import { stretchesBetween, type Stretch } from './datedFacts.ts';
import { workdaysBetween } from './dates.ts';
import type { PeriodDays } from './payPeriods.ts';
import { add, cents, mulDiv, type Cents } from './money.ts';
import { payHours } from './overtime.ts';
import type { Rule } from './Trace.ts';

const SALARY: Rule = {
  id: 'earnings.salary',
  citation: '29 CFR 541.602; annual salary over the pay periods of the year; part periods by workdays',
};
const ENTERED: Rule = { id: 'earnings.entered', citation: 'Payroll input' };
const REIMBURSEMENT: Rule = { id: 'earnings.reimbursement', citation: '26 CFR 1.62-2, accountable plan: not wages' };
const GROSS_UP: Rule = { id: 'earnings.grossUp', citation: 'Gross amount whose net is the amount promised' };

/** Supplemental wages: Publication 15 (2026) section 7. Leave and holiday pay taken in time is regular. */
const IS_SUPPLEMENTAL: Readonly<Record<EarningType, boolean>> = {
  BONUS: true,
  COMMISSION: true,
  SHIFT_PREMIUM: false,
  HOLIDAY: false,
  PAID_LEAVE: false,
  SEVERANCE: true,
  BACK_PAY: true,
  REIMBURSEMENT: false,
  GROSS_UP: true,
};

/** Puts the earnings on the payslip: salary or hours with overtime, then what was entered. */
export function payEarnings(c: Calculation): Refusal | undefined {
  if (c.isPeriodRun && paySalaries(c) && c.facts.payInputs.workweeks.length === 0) {
    return refuse(
      'HOURS_MISSING',
      `No hours are recorded for the period ${c.facts.period.startDate} to ${c.facts.period.endDate}.`,
      'Enter the workweeks of the period, with 0 hours if nothing was worked.',
      'payInputs.workweeks',
    );
  }
  const refusal = payHours(c);
  if (refusal !== undefined) return refusal;
  let grossUps = 0;
  for (const earning of c.facts.payInputs.earnings) {
    if (earning.type === 'GROSS_UP') payGrossUp(c, earning, c.assumptions.grossUpCents[grossUps++] ?? cents(0));
    else payEntered(c, earning);
  }
  return undefined;
}

/**
 * The salaries of a period. Where pay changed in it, or somebody left and was rehired, each stretch is a line of its own.
 * @returns whether some of the period is paid by the hour
 */
function paySalaries(c: Calculation): boolean {
  const { employee } = c.facts;
  const { compensation, compensationChanges, earlierEmployments } = employee;
  if (compensationChanges === undefined && earlierEmployments === undefined) {
    if (compensation.type === 'SALARY') paySalary(c, compensation);
    return compensation.type === 'HOURLY';
  }
  const stretches = payStretchesIn(employee, c.facts.period);
  paySalaryStretches(c, stretches);
  return stretches.some(({ facts }) => facts.compensation.type === 'HOURLY');
}

/** The employed days of a period, cut where the pay changes. */
export const payStretchesIn = (
  { compensation, compensationChanges = [], ...employments }: PaidEmployee,
  period: PeriodDays,
): Stretch<{ readonly compensation: Compensation }>[] =>
  employedDaysIn(employments, period).flatMap(({ from, to }) =>
    stretchesBetween({ compensation }, compensationChanges, from, to),
  );

type PaidEmployee = Pick<
  EmployeeProfile,
  'hireDate' | 'terminationDate' | 'earlierEmployments' | 'compensation' | 'compensationChanges'
>;

/** Each stretch by its share of the workdays of the period. Days without pay are taken from the lowest salary first: never too many cents. */
function paySalaryStretches(
  c: Calculation,
  stretches: readonly Stretch<{ readonly compensation: Compensation }>[],
): void {
  const { payInputs, period } = c.facts;
  const workdays = workdaysBetween(period.startDate, period.endDate);
  const salaried = stretches.flatMap(({ from, to, facts: { compensation } }) =>
    compensation.type === 'SALARY' ? [{ from, to, salary: compensation, days: workdaysBetween(from, to) }] : [],
  );
  let absent = payInputs.unpaidAbsenceDays ?? 0;
  const absences = new Map<object, number>();
  for (const stretch of [...salaried].sort((a, b) => a.salary.annualSalaryCents - b.salary.annualSalaryCents)) {
    const taken = Math.min(absent, stretch.days);
    absences.set(stretch, taken);
    absent -= taken;
  }
  for (const stretch of salaried) {
    const { from, to, salary, days } = stretch;
    const paid = days - (absences.get(stretch) ?? 0);
    const periods = salary.divisor === 'PAY_DATES_IN_YEAR' ? period.payDatesInYear : period.periodsPerYear;
    const full = mulDiv(cents(salary.annualSalaryCents), 1, periods, 'HALF_UP');
    c.trace.input('annual salary', salary.annualSalaryCents, 'CENTS');
    c.trace.input('first day', from, 'TEXT');
    c.trace.input('last day', to, 'TEXT');
    c.trace.input('pay periods a year', periods, 'COUNT');
    c.trace.step('salary of a full period', full, 'CENTS', 'half up to the cent');
    c.trace.step('workdays in the period', workdays, 'COUNT');
    c.trace.step('workdays paid', paid, 'COUNT');
    const amount = workdays === 0 ? cents(0) : mulDiv(full, paid, workdays, 'HALF_UP');
    c.trace.part('salary', amount, 'half up to the cent');
    c.regularCents = add(c.regularCents, amount);
    c.planCompensationCents = add(c.planCompensationCents, amount);
    const isWhole = from === period.startDate && to === period.endDate;
    c.addLine(SALARY, 'SALARY', 'EARNING', amount, undefined, undefined, isWhole ? undefined : `${from}..${to}`);
  }
}

/** Salary of one period: the year divided once, half up; a part period by Mondays to Fridays employed. */
function paySalary(c: Calculation, salary: Salary): void {
  const { employee, payInputs, period } = c.facts;
  const periods = salary.divisor === 'PAY_DATES_IN_YEAR' ? period.payDatesInYear : period.periodsPerYear;
  const full = mulDiv(cents(salary.annualSalaryCents), 1, periods, 'HALF_UP');
  const from = employee.hireDate > period.startDate ? employee.hireDate : period.startDate;
  const terminated = employee.terminationDate;
  const to = terminated !== undefined && terminated < period.endDate ? terminated : period.endDate;
  const absent = payInputs.unpaidAbsenceDays ?? 0;
  c.trace.input('annual salary', salary.annualSalaryCents, 'CENTS');
  c.trace.input('pay periods a year', periods, 'COUNT');
  c.trace.step('salary of a full period', full, 'CENTS', 'half up to the cent');
  let amount = full;
  if (from !== period.startDate || to !== period.endDate || absent !== 0) {
    const workdays = workdaysBetween(period.startDate, period.endDate);
    const paid = Math.max(0, workdaysBetween(from, to) - absent);
    c.trace.step('workdays in the period', workdays, 'COUNT');
    c.trace.step('workdays paid', paid, 'COUNT');
    amount = workdays === 0 ? cents(0) : mulDiv(full, paid, workdays, 'HALF_UP');
  }
  c.trace.part('salary', amount, 'half up to the cent');
  c.regularCents = add(c.regularCents, amount);
  c.planCompensationCents = add(c.planCompensationCents, amount);
  c.addLine(SALARY, 'SALARY', 'EARNING', amount);
}

function payEntered(c: Calculation, earning: EarningInput): void {
  const amount = cents(earning.amountCents);
  c.trace.part('amount entered', amount);
  if (earning.type === 'REIMBURSEMENT') {
    c.addLine(REIMBURSEMENT, 'REIMBURSEMENT', 'REIMBURSEMENT', amount);
    return;
  }
  countWages(c, earning.type, amount);
  c.addLine(ENTERED, earning.type, 'EARNING', amount, undefined, earning.hoursHundredths);
}

function payGrossUp(c: Calculation, earning: EarningInput, amount: Cents): void {
  c.trace.input('net promised', earning.amountCents, 'CENTS');
  c.trace.part('least gross amount that gives it', amount);
  countWages(c, 'GROSS_UP', amount);
  c.addLine(GROSS_UP, 'GROSS_UP', 'EARNING', amount);
}

function countWages(c: Calculation, type: EarningType, amount: Cents): void {
  if (type === 'BONUS' || type === 'GROSS_UP') c.bonusCents = add(c.bonusCents, amount);
  if (IS_SUPPLEMENTAL[type]) c.supplementalCents = add(c.supplementalCents, amount);
  else c.regularCents = add(c.regularCents, amount);
  // Severance is not compensation of a 401(k) plan: 26 CFR 1.415(c)-2(e)(3).
  if (type !== 'SEVERANCE') c.planCompensationCents = add(c.planCompensationCents, amount);
}

import type { Calculation } from './Calculation.ts';
import { factsOn } from './datedFacts.ts';
import { daysBetween, type CalendarDate } from './dates.ts';
import type {
  Compensation,
  EarningInput,
  EmployeePayFacts,
  HourlyPay,
  WorkedHours,
  Workweek,
} from './EmployeePayFacts.ts';
import { refuse, type Refusal } from './errors.ts';
import type { DailyOvertime, StateRules } from './jurisdictions/StateRules.ts';
import { add, allocate, cents, formatMoney, maxCents, mulDiv, subtract, ZERO, type Cents } from './money.ts';
import type { Rule } from './Trace.ts';
import { endsLater } from './workweek.ts';

const STRAIGHT_TIME: Rule = { id: 'earnings.straightTime', citation: '29 CFR 778.110, 778.113: each hour at its rate' };
const PREMIUM: Rule = {
  id: 'earnings.overtimePremium',
  citation: '29 U.S.C. 207(a); 29 CFR 778.107-115, 778.209: half the regular rate for hours over 40 in a workweek',
};
const STATE_OVERTIME: Rule = {
  id: 'earnings.stateOvertime',
  citation: 'State overtime law, as calculated by timekeeping',
};

const OVERTIME_AFTER_HUNDREDTHS = 40_00;
const WEEKS_PER_YEAR = 52;

/**
 * Straight time for every hour, and apart from it the premium for hours over 40. Straight time already pays an overtime
 * hour once, so the premium is the extra half of the regular rate: all remuneration of the week over all its hours.
 * Each workweek stands alone; nothing is averaged over a pay period. The premium is a line of its own because the year-end
 * report of overtime wants exactly that half.
 */
export function payHours(c: Calculation): Refusal | undefined {
  const { workweeks } = c.facts.payInputs;
  const refusal = checkWorkweeksOf(c) ?? payStraightTime(c, 'HOURLY') ?? payStraightTime(c, 'SALARY');
  if (refusal !== undefined) return refusal;
  const isExempt = ({ isOvertimeExempt }: Compensation) => isOvertimeExempt === true;
  const isEveryWeekExempt =
    workweeks.length > 0
      ? workweeks.every((week) => isExempt(compensationOf(c.facts, week)))
      : isExempt(compensationOn(c.facts, c.facts.period.endDate));
  return (isEveryWeekExempt ? undefined : payPremium(c)) ?? payStateOvertime(c);
}

function checkWorkweeksOf(c: Calculation): Refusal | undefined {
  for (const week of c.facts.payInputs.workweeks) {
    const refusal = checkPayChanges(c.facts, week) ?? checkMinimumWage(c, week);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** Straight time of the workweeks with one type of pay. */
function payStraightTime(c: Calculation, type: Compensation['type']): undefined {
  const isHourly = type === 'HOURLY';
  let straight = ZERO;
  let unpaidHours = 0;
  let weeks = 0;
  for (const week of c.facts.payInputs.workweeks) {
    if (compensationOf(c.facts, week).type !== type) continue;
    const pay = straightTimeDue(c.facts, week);
    const hours = unpaidHoursOf(c.facts, week);
    c.trace.input(isHourly ? 'hours to pay' : 'hours beyond the salary', hours, 'HOURS_HUNDREDTHS');
    if (isHourly) for (const rate of ratesOf(c.facts, week)) c.trace.input('rate an hour', rate, 'CENTS');
    c.trace.part(week.startDate, pay, 'half up to the cent, per rate and workweek');
    straight = add(straight, pay);
    unpaidHours += hours;
    weeks += 1;
  }
  if (weeks > 0 && (isHourly || straight !== 0)) {
    const code = isHourly ? 'HOURLY' : 'ADDITIONAL_HOURS';
    payRegular(c, STRAIGHT_TIME, code, straight, unpaidHours);
  }
}

/** The pay that holds in a workweek: that of its first day. */
const compensationOf = (facts: EmployeePayFacts, week: Workweek): Compensation => compensationOn(facts, week.startDate);

function compensationOn({ employee }: EmployeePayFacts, day: CalendarDate): Compensation {
  const { compensation, compensationChanges } = employee;
  if (compensationChanges === undefined) return compensation;
  return factsOn({ compensation }, compensationChanges, day).compensation;
}

/** The rate of some hours: their own, or that of their day. */
function rateOf(facts: EmployeePayFacts, usual: HourlyPay, { hourlyRateCents, date }: WorkedHours): Cents {
  if (hourlyRateCents !== undefined) return cents(hourlyRateCents);
  const onDay = date === undefined ? usual : compensationOn(facts, date);
  return cents(onDay.type === 'HOURLY' ? onDay.hourlyRateCents : usual.hourlyRateCents);
}

/** Hours by the week do not say at which of two rates they were worked, and a week of a salary has one regular rate. */
function checkPayChanges(facts: EmployeePayFacts, week: Workweek): Refusal | undefined {
  const { compensationChanges } = facts.employee;
  if (compensationChanges === undefined) return undefined;
  const inside = compensationChanges.filter(({ effectiveFrom }) => {
    const day = daysBetween(week.startDate, effectiveFrom);
    return day > 0 && day < 7;
  });
  const [change] = inside;
  if (change === undefined || hoursWorked(week) === 0) return undefined;
  const before = compensationOf(facts, week);
  const all = [before, ...inside.map((each) => each.compensation)];
  if (all.every(({ isOvertimeExempt }) => isOvertimeExempt === true)) return undefined;
  const isHourly = all.every(
    ({ type, isOvertimeExempt = false }) =>
      type === 'HOURLY' && isOvertimeExempt === (before.isOvertimeExempt ?? false),
  );
  const isKnown = ({ hoursHundredths, hourlyRateCents, date }: WorkedHours) =>
    hoursHundredths === 0 || hourlyRateCents !== undefined || date !== undefined;
  if (isHourly && week.work.every(isKnown)) return undefined;
  return refuse(
    'PAY_CHANGES_IN_WORKWEEK',
    `The pay changes on ${change.effectiveFrom}, inside the workweek from ${week.startDate}.`,
    isHourly
      ? 'Enter the hours of that week at their rates, or let the change begin on the first day of a workweek.'
      : 'Let the change begin on the first day of a workweek.',
    'payInputs.workweeks',
  );
}

function payPremium(c: Calculation): Refusal | undefined {
  const { workweeks, earnings } = c.facts.payInputs;
  const bonuses: Cents[] = workweeks.map(() => ZERO);
  for (let i = 0; i < earnings.length; i++) {
    const refusal = spreadOverWorkweeks(c, i, bonuses);
    if (refusal !== undefined) return refusal;
  }
  let premium = ZERO;
  let overtimeHours = 0;
  for (let i = 0; i < workweeks.length; i++) {
    const week = workweeks[i];
    if (week === undefined) break;
    const hours = hoursWorked(week);
    const overtime = hours - OVERTIME_AFTER_HUNDREDTHS;
    if (overtime <= 0 || endsLater(week, c.facts.period) || compensationOf(c.facts, week).isOvertimeExempt === true)
      continue;
    const remuneration = add(straightTimeOfAllHours(c.facts, week), bonuses[i] ?? ZERO);
    const wholePremium = mulDiv(remuneration, overtime, 2 * hours, 'HALF_UP');
    const due = maxCents(ZERO, subtract(wholePremium, cents(week.premiumPaidEarlierCents ?? 0)));
    c.trace.input('hours worked in the workweek', hours, 'HOURS_HUNDREDTHS');
    c.trace.input('hours over 40', overtime, 'HOURS_HUNDREDTHS');
    c.trace.step('remuneration in the regular rate', remuneration, 'CENTS');
    c.trace.step(
      'half of it, in the ratio of overtime hours to all hours',
      wholePremium,
      'CENTS',
      'half up to the cent',
    );
    c.trace.part(week.startDate, due);
    premium = add(premium, due);
    overtimeHours += overtime;
  }
  if (premium !== 0) payRegular(c, PREMIUM, 'OVERTIME_PREMIUM', premium, overtimeHours);
  return undefined;
}

function payStateOvertime(c: Calculation): Refusal | undefined {
  const { employee, payInputs } = c.facts;
  if (payInputs.workweeks.length === 0) return undefined;
  const state = c.rules.states[employee.workState];
  let amount = ZERO;
  let rule = STATE_OVERTIME;
  for (const week of payInputs.workweeks) {
    let added = week.stateOvertimeCents;
    if (added === undefined) {
      if (endsLater(week, c.facts.period)) continue;
      if (!hasDailyOvertime(c, week, state) || compensationOf(c.facts, week).isOvertimeExempt === true) continue;
      added = figuredDailyOvertime(c, week, state?.dailyOvertime);
      if (added === undefined) return dailyOvertimeMissing(c, week, state);
      rule = { id: 'earnings.stateOvertime', citation: state?.dailyOvertime?.source ?? STATE_OVERTIME.citation };
    }
    c.trace.part(week.startDate, added);
    amount = add(amount, cents(added));
  }
  if (amount !== 0) payRegular(c, rule, 'STATE_OVERTIME', amount, undefined);
  else if (state?.dailyOvertime !== undefined) c.trace.discard();
  return undefined;
}

function hasDailyOvertime(c: Calculation, week: Workweek, state: StateRules | undefined): boolean {
  const daily = state?.dailyOvertime;
  if (daily === undefined) return state?.hasDailyOvertime === true;
  if (daily.fromHeadcount !== undefined && c.facts.employer.headcount < daily.fromHeadcount) return false;
  const { belowHourlyCents } = daily;
  return belowHourlyCents === undefined || lowestRate(c.facts, week) < belowHourlyCents;
}

/** The lowest pay for one hour of a workweek. */
function lowestRate(facts: EmployeePayFacts, week: Workweek): number {
  const compensation = compensationOf(facts, week);
  if (compensation.type === 'HOURLY') return Math.min(compensation.hourlyRateCents, ...ratesOf(facts, week));
  const covered = compensation.coveredHoursHundredths ?? OVERTIME_AFTER_HUNDREDTHS;
  return mulDiv(weeklySalary(compensation.annualSalaryCents), 100, covered, 'DOWN');
}

/**
 * What California adds to the federal premium, where the hours of every day are known and the week has one rate and nothing else in
 * the regular rate. Hours that a day already pays with a premium do not count again to 40.
 */
function figuredDailyOvertime(c: Calculation, week: Workweek, daily: DailyOvertime | undefined): Cents | undefined {
  const compensation = compensationOf(c.facts, week);
  if (daily?.doubleAfterHundredths === undefined || compensation.type !== 'HOURLY') return undefined;
  if (c.facts.payInputs.earnings.some((earning) => isInRegularRate(c, earning))) return undefined;
  const days = new Array<number>(7).fill(0);
  const rates = new Set<number>();
  for (const work of week.work) {
    if (work.hoursHundredths === 0) continue;
    if (work.date === undefined) return undefined;
    const day = daysBetween(week.startDate, work.date);
    days[day] = (days[day] ?? 0) + work.hoursHundredths;
    rates.add(rateOf(c.facts, compensation, work));
  }
  if (rates.size > 1) return undefined;
  const isSeventhPaid = days.every((hours) => hours > 0);
  let half = 0;
  let double = 0;
  for (const [day, hours] of days.entries()) {
    const isSeventh = isSeventhPaid && day === 6;
    const doubled = Math.max(0, hours - (isSeventh ? daily.afterHundredths : daily.doubleAfterHundredths));
    double += doubled;
    half += Math.max(0, hours - doubled - (isSeventh ? 0 : daily.afterHundredths));
  }
  const worked = hoursWorked(week);
  half += Math.max(0, worked - half - double - OVERTIME_AFTER_HUNDREDTHS);
  const [rate = 0] = rates;
  const due = mulDiv(cents(rate), half + 2 * double, 200, 'HALF_UP');
  const federal = mulDiv(cents(rate), Math.max(0, worked - OVERTIME_AFTER_HUNDREDTHS), 200, 'HALF_UP');
  c.trace.input('hours with half more by state law', half, 'HOURS_HUNDREDTHS');
  c.trace.input('hours at twice the rate', double, 'HOURS_HUNDREDTHS');
  c.trace.step('premium by state law', due, 'CENTS', 'half up to the cent');
  c.trace.step('of it the federal premium pays', federal, 'CENTS');
  return maxCents(ZERO, subtract(due, federal));
}

function dailyOvertimeMissing(c: Calculation, week: Workweek, state: StateRules | undefined): Refusal {
  const isFigured = state?.dailyOvertime?.doubleAfterHundredths !== undefined;
  return refuse(
    'STATE_OVERTIME_MISSING',
    `${c.facts.employee.workState} has daily overtime, and none is recorded for the workweek of ${week.startDate}.`,
    `Enter stateOvertimeCents from timekeeping: what state law adds to the federal premium, or 0${isFigured ? '; or enter the hours by date, which is enough in a week of one hourly rate without bonuses' : ''}.`,
    'payInputs.workweeks',
  );
}

function payRegular(c: Calculation, rule: Rule, code: string, amount: Cents, hours: number | undefined): void {
  c.regularCents = add(c.regularCents, amount);
  c.planCompensationCents = add(c.planCompensationCents, amount);
  c.addLine(rule, code, 'EARNING', amount, undefined, hours);
}

function hoursWorked(week: Workweek): number {
  let hours = 0;
  for (const work of week.work) hours += work.hoursHundredths;
  return hours;
}

/** Salary of one workweek: a year over 52, which is also monthly x 12 / 52 and semimonthly x 24 / 52 (29 CFR 778.113). */
function weeklySalary(annualSalaryCents: number): Cents {
  return mulDiv(cents(annualSalaryCents), 1, WEEKS_PER_YEAR, 'HALF_UP');
}

/** Hours that this run pays at straight time: those not paid earlier, and for a salary those beyond the hours it covers. */
function unpaidHoursOf(facts: EmployeePayFacts, week: Workweek): number {
  const compensation = compensationOf(facts, week);
  if (compensation.type === 'SALARY') {
    if (compensation.isOvertimeExempt) return 0;
    return Math.max(0, hoursWorked(week) - (compensation.coveredHoursHundredths ?? OVERTIME_AFTER_HUNDREDTHS));
  }
  let hours = 0;
  for (const work of week.work) if (work.isPaidEarlier !== true) hours += work.hoursHundredths;
  return hours;
}

function straightTimeDue(facts: EmployeePayFacts, week: Workweek): Cents {
  const compensation = compensationOf(facts, week);
  if (compensation.type === 'SALARY') {
    const covered = compensation.coveredHoursHundredths ?? OVERTIME_AFTER_HUNDREDTHS;
    return mulDiv(weeklySalary(compensation.annualSalaryCents), unpaidHoursOf(facts, week), covered, 'HALF_UP');
  }
  let amount = ZERO;
  for (const work of week.work) {
    if (work.isPaidEarlier === true) continue;
    const rate = rateOf(facts, compensation, work);
    amount = add(amount, mulDiv(rate, work.hoursHundredths, 100, 'HALF_UP'));
  }
  return amount;
}

/** The hourly rates that a workweek is paid at, each once, in the order of the work. */
function ratesOf(facts: EmployeePayFacts, week: Workweek): Set<number> {
  const compensation = compensationOf(facts, week);
  if (compensation.type !== 'HOURLY') return new Set();
  const toPay = week.work.filter((work) => work.isPaidEarlier !== true);
  return new Set(toPay.map((work) => rateOf(facts, compensation, work)));
}

/** Straight time of the whole week, whichever run paid it: the ground of the regular rate. */
function straightTimeOfAllHours(facts: EmployeePayFacts, week: Workweek): Cents {
  const compensation = compensationOf(facts, week);
  if (compensation.type === 'SALARY') {
    const covered = compensation.coveredHoursHundredths ?? OVERTIME_AFTER_HUNDREDTHS;
    return mulDiv(weeklySalary(compensation.annualSalaryCents), hoursWorked(week), covered, 'HALF_UP');
  }
  let amount = ZERO;
  for (const work of week.work) {
    const rate = rateOf(facts, compensation, work);
    amount = add(amount, mulDiv(rate, work.hoursHundredths, 100, 'HALF_UP'));
  }
  return amount;
}

/** Adds the earning's equal share to each workweek in which it was earned (29 CFR 778.209(b)), if it belongs to the regular rate. */
function spreadOverWorkweeks(c: Calculation, index: number, bonuses: Cents[]): Refusal | undefined {
  const { workweeks, earnings } = c.facts.payInputs;
  const earning = earnings[index];
  if (earning === undefined || !isInRegularRate(c, earning)) return undefined;
  const amount = earning.type === 'GROSS_UP' ? grossOf(c, index) : cents(earning.amountCents);
  const finished = workweeks.filter((week) => !endsLater(week, c.facts.period));
  const ownWeeks = finished.length > 0 ? finished : workweeks;
  const starts = earning.workweekStartDates ?? ownWeeks.map((week) => week.startDate);
  const field = `payInputs.earnings[${index}].workweekStartDates`;
  if (starts.length === 0) {
    return refuse(
      'REGULAR_RATE_UNKNOWN',
      `${earning.type} of ${formatMoney(amount)} raises overtime of the workweeks in which it was earned, and none is named.`,
      'Enter workweekStartDates and those workweeks, or mark the bonus isDiscretionary if the employer promised nothing.',
      field,
    );
  }
  const shares = allocate(
    amount,
    starts.map(() => 1),
  );
  for (let i = 0; i < starts.length; i++) {
    const at = workweeks.findIndex((week) => week.startDate === starts[i]);
    if (at < 0) {
      return refuse(
        'REGULAR_RATE_UNKNOWN',
        `${earning.type} was earned in the workweek of ${starts[i]}, whose hours are not in this run.`,
        'Enter that workweek with isPaidEarlier hours and premiumPaidEarlierCents.',
        field,
      );
    }
    bonuses[at] = add(bonuses[at] ?? ZERO, shares[i] ?? ZERO);
  }
  return undefined;
}

/** What a promise made in advance pays for the work of the week. Only a bonus can be at the employer's discretion (29 CFR 778.117, 778.211). */
function isInRegularRate(c: Calculation, { type, isDiscretionary }: EarningInput): boolean {
  const isStrict = c.rules.federal.isOnlyBonusDiscretionary === true;
  if (type === 'BONUS') return isDiscretionary !== true;
  if (type === 'COMMISSION' || type === 'SHIFT_PREMIUM') return isStrict || isDiscretionary !== true;
  return type === 'GROSS_UP' && isStrict && isDiscretionary !== true;
}

/** The gross amount behind the promised net of a `GROSS_UP` earning; nothing while it is still looked for. */
function grossOf(c: Calculation, index: number): Cents {
  if (!c.assumptions.areGrossUpsKnown) return ZERO;
  const before = c.facts.payInputs.earnings.slice(0, index).filter(({ type }) => type === 'GROSS_UP').length;
  return c.assumptions.grossUpCents[before] ?? ZERO;
}

/** The federal floor, tested on each workweek; the state's or city's own floor is the employer's to set as the rate. */
function checkMinimumWage(c: Calculation, week: Workweek): Refusal | undefined {
  if (compensationOf(c.facts, week).isOvertimeExempt === true) return undefined;
  const hours = hoursWorked(week);
  const floor = mulDiv(cents(c.rules.federal.minimumWageCents), hours, 100, 'DOWN');
  const paid = straightTimeOfAllHours(c.facts, week);
  if (paid >= floor) return undefined;
  return refuse(
    'BELOW_MINIMUM_WAGE',
    `The workweek of ${week.startDate} pays ${formatMoney(paid)} for ${hours / 100} hours; the federal minimum is ${formatMoney(floor)}.`,
    'Correct the rate or the hours; cash wages of tipped employees are not supported.',
    'payInputs.workweeks',
  );
}

import { describe, expect, test } from 'vitest';
import type { Compensation, EarningInput, Workweek } from '../../payroll/EmployeePayFacts.ts';
import { amountOf, lineOf, payFacts, payslipOf, periodStarting, refusalOf, type Overrides } from './payFacts.ts';

const hourly = (hourlyRateCents: number): Compensation => ({ type: 'HOURLY', hourlyRateCents });
const week = (startDate: string, ...hours: number[]): Workweek => ({
  startDate,
  work: hours.map((hoursHundredths) => ({ hoursHundredths })),
});

function hourlyFacts(rate: number, workweeks: Workweek[], earnings: EarningInput[] = [], more: Overrides = {}) {
  return payFacts({
    ...more,
    employee: { compensation: hourly(rate), ...more.employee },
    payInputs: { workweeks, earnings },
  });
}

describe('salary', () => {
  test.each([
    ['WEEKLY', '2026-03-02', 1_923_08],
    ['BIWEEKLY', '2026-03-02', 3_846_15],
    ['SEMIMONTHLY', '2026-03-01', 4_166_67],
    ['MONTHLY', '2026-03-01', 8_333_33],
  ] as const)('100,000.00 a year is paid %s', (frequency, start, amount) => {
    const compensation: Compensation = { type: 'SALARY', annualSalaryCents: 100_000_00, isOvertimeExempt: true };
    const period = periodStarting(start, frequency);
    expect(payslipOf(payFacts({ period, employee: { compensation } })).grossCents).toBe(amount);
  });

  test.each([
    // case, employment and absence, workdays paid of 10
    ['hired on the second Monday', { hireDate: '2026-03-09' }, 0, 1_000_00],
    ['hired on a Saturday', { hireDate: '2026-03-07' }, 0, 1_000_00],
    ['terminated on the first Wednesday', { terminationDate: '2026-03-04' }, 0, 600_00],
    ['two days of unpaid absence', {}, 2, 1_600_00],
    ['absent all the time', {}, 12, 0],
  ])('%s', (_case, employee, unpaidAbsenceDays, gross) => {
    expect(payslipOf(payFacts({ employee, payInputs: { unpaidAbsenceDays } })).grossCents).toBe(gross);
  });

  test('in a year of 27 pay dates the employer may divide by them', () => {
    const period = { ...periodStarting('2026-03-02'), payDatesInYear: 27 };
    const salary = { type: 'SALARY', annualSalaryCents: 52_000_00, isOvertimeExempt: true } as const;
    const divided = payFacts({
      period,
      employee: { compensation: { ...salary, divisor: 'PAY_DATES_IN_YEAR' as const } },
    });
    expect(payslipOf(divided).grossCents).toBe(1_925_93);
    expect(payslipOf(payFacts({ period, employee: { compensation: salary } })).grossCents).toBe(2_000_00);
  });

  test.each([
    ['hired after the period', { hireDate: '2026-03-16' }],
    ['gone before it', { terminationDate: '2026-03-01' }],
  ])('an employee %s is refused', (_case, employee) => {
    expect(refusalOf(payFacts({ employee }))).toBe('NOT_EMPLOYED_IN_PERIOD');
  });

  test('no salary in a bonus run', () => {
    const payInputs = { earnings: [{ type: 'BONUS', amountCents: 500_00 } as const] };
    expect(payslipOf(payFacts({ runType: 'BONUS', payInputs })).grossCents).toBe(500_00);
  });
});

// 29 CFR 778: each workweek stands alone; the regular rate is all remuneration over all hours.
describe('overtime', () => {
  test.each([
    // case                              weeks of hours            straight     premium
    ['40 hours', [4000, 4000], 1_600_00, 0],
    ['45 hours: half of 20.00 for 5', [4500, 4000], 1_700_00, 50_00],
    ['no averaging: 50 and 30 hours', [5000, 3000], 1_600_00, 100_00],
    ['a quarter of an hour', [4025], 805_00, 2_50],
    ['nothing worked', [0, 0], 0, 0],
  ])('%s', (_case, hours, straight, premium) => {
    const weeks = hours.map((h, i) => week(i === 0 ? '2026-03-02' : '2026-03-09', h));
    const slip = payslipOf(hourlyFacts(20_00, weeks));
    expect([amountOf(slip, 'HOURLY'), amountOf(slip, 'OVERTIME_PREMIUM')]).toEqual([straight, premium]);
  });

  test('two rates: the weighted average (29 CFR 778.115)', () => {
    const work = [
      { hoursHundredths: 30_00, hourlyRateCents: 20_00 },
      { hoursHundredths: 15_00, hourlyRateCents: 10_00 },
    ];
    // (600 + 150) / 45 = 16.6667; half of it for 5 hours = 41.67
    const slip = payslipOf(hourlyFacts(20_00, [{ startDate: '2026-03-02', work }]));
    expect(lineOf(slip, 'OVERTIME_PREMIUM')).toMatchObject({ amountCents: 41_67, hoursHundredths: 5_00 });
  });

  test('a promised bonus is in the regular rate of its weeks; a discretionary one is not', () => {
    const bonus: EarningInput = { type: 'BONUS', amountCents: 90_00 };
    const weeks = [week('2026-03-02', 4500)];
    // (900 + 90) x 5 / (2 x 45) = 55.00
    expect(amountOf(payslipOf(hourlyFacts(20_00, weeks, [bonus])), 'OVERTIME_PREMIUM')).toBe(55_00);
    const gift = { ...bonus, isDiscretionary: true };
    expect(amountOf(payslipOf(hourlyFacts(20_00, weeks, [gift])), 'OVERTIME_PREMIUM')).toBe(50_00);
  });

  test('a bonus over several weeks is spread back over them, and overtime paid earlier is taken off', () => {
    const paid = (startDate: string, hours: number, premium: number): Workweek => ({
      startDate,
      work: [{ hoursHundredths: hours, isPaidEarlier: true }],
      premiumPaidEarlierCents: premium,
    });
    const bonus: EarningInput = {
      type: 'BONUS',
      amountCents: 180_00,
      workweekStartDates: ['2026-02-16', '2026-02-23'],
    };
    const weeks = [paid('2026-02-16', 4500, 50_00), paid('2026-02-23', 4000, 0)];
    const slip = payslipOf(hourlyFacts(20_00, weeks, [bonus], { runType: 'BONUS' }));
    // 90.00 falls on each week; only the first has overtime: 90 x 5 / 90 = 5.00 more
    expect([amountOf(slip, 'HOURLY'), amountOf(slip, 'OVERTIME_PREMIUM')]).toEqual([0, 5_00]);
  });

  test('a bonus whose weeks are unknown is refused', () => {
    const bonus: EarningInput = { type: 'COMMISSION', amountCents: 100_00 };
    expect(refusalOf(hourlyFacts(20_00, [], [bonus], { runType: 'BONUS' }))).toBe('REGULAR_RATE_UNKNOWN');
    const earlier = { ...bonus, workweekStartDates: ['2026-01-05'] };
    expect(refusalOf(hourlyFacts(20_00, [week('2026-03-02', 4000)], [earlier]))).toBe('REGULAR_RATE_UNKNOWN');
  });

  test('leave and holiday pay are no hours worked', () => {
    const leave: EarningInput = { type: 'PAID_LEAVE', amountCents: 160_00, hoursHundredths: 8_00 };
    const slip = payslipOf(hourlyFacts(20_00, [week('2026-03-02', 4000)], [leave]));
    expect(amountOf(slip, 'OVERTIME_PREMIUM')).toBe(0);
    expect(slip.grossCents).toBe(960_00);
  });

  test.each([
    // covered hours, worked hours, hours beyond the salary, premium; 52,000.00 a year is 1,000.00 a week
    [40_00, 45_00, 125_00, 62_50],
    [50_00, 45_00, 0, 50_00],
    [37_50, 40_00, 66_67, 0],
  ])('a salary for %d hours and %d worked', (coveredHoursHundredths, worked, additional, premium) => {
    const compensation: Compensation = {
      type: 'SALARY',
      annualSalaryCents: 52_000_00,
      isOvertimeExempt: false,
      coveredHoursHundredths,
    };
    const slip = payslipOf(
      payFacts({ employee: { compensation }, payInputs: { workweeks: [week('2026-03-02', worked)] } }),
    );
    expect([amountOf(slip, 'ADDITIONAL_HOURS'), amountOf(slip, 'OVERTIME_PREMIUM')]).toEqual([additional, premium]);
  });

  test('an exempt employee has no premium', () => {
    const compensation: Compensation = { type: 'HOURLY', hourlyRateCents: 60_00, isOvertimeExempt: true };
    const slip = payslipOf(
      payFacts({ employee: { compensation }, payInputs: { workweeks: [week('2026-03-02', 5000)] } }),
    );
    expect(slip.grossCents).toBe(3_000_00);
  });

  test('California overtime by the day comes from timekeeping, and must come', () => {
    const employee = { workState: 'CA', compensation: hourly(20_00) };
    const facts = (stateOvertimeCents?: number) =>
      payFacts({
        employee,
        payInputs: {
          workweeks: [{ ...week('2026-03-02', 4500), ...(stateOvertimeCents !== undefined && { stateOvertimeCents }) }],
        },
      });
    expect(refusalOf(facts())).toBe('STATE_OVERTIME_MISSING');
    expect(amountOf(payslipOf(facts(0)), 'STATE_OVERTIME')).toBe(0);
    expect(amountOf(payslipOf(facts(20_00)), 'STATE_OVERTIME')).toBe(20_00);
  });

  test.each<[what: string, hours: readonly number[], premium: number]>([
    ['8 hours on five days', [8, 8, 8, 8, 8, 0, 0], 0],
    ['10 hours on four days: 8 hours at half more, none over 40', [10, 10, 10, 10, 0, 0, 0], 80_00],
    ['14 hours on a day: 4 at half more, 2 at twice the rate', [14, 8, 8, 0, 0, 0, 0], 80_00],
    ['48 hours on six days: the federal premium is all of it', [8, 8, 8, 8, 8, 8, 0], 0],
    ['seven days of 6 hours: 6 at half more, of which federal law pays 2', [6, 6, 6, 6, 6, 6, 6], 40_00],
    ['the seventh day beyond 8 hours at twice the rate', [4, 4, 4, 4, 4, 4, 10], 120_00],
  ])('California figures overtime by the day from hours by date: %s', (_what, hours, premium) => {
    const employee = { workState: 'CA', compensation: hourly(20_00) };
    const work = hours.map((each, day) => ({ hoursHundredths: each * 100, date: `2026-03-0${2 + day}` }));
    const facts = (more: object = {}) =>
      payFacts({ employee, payInputs: { workweeks: [{ startDate: '2026-03-02', work }], ...more } });
    expect(amountOf(payslipOf(facts()), 'STATE_OVERTIME')).toBe(premium);
    expect(refusalOf(facts({ earnings: [{ type: 'BONUS', amountCents: 100_00 }] }))).toBe('STATE_OVERTIME_MISSING');
  });

  test.each<[state: string, rate: number, headcount: number, refusal: string]>([
    ['AK', 20_00, 4, 'STATE_OVERTIME_MISSING'],
    ['AK', 20_00, 3, 'no refusal'],
    ['CO', 20_00, 100, 'STATE_OVERTIME_MISSING'],
    ['NV', 17_99, 100, 'STATE_OVERTIME_MISSING'],
    ['NV', 18_00, 100, 'no refusal'],
  ])('%s at %d cents an hour and %d employees asks for daily overtime: %s', (workState, rate, headcount, refusal) => {
    const employee = { workState, compensation: hourly(rate) };
    const payInputs = { workweeks: [week('2026-03-02', 4000)] };
    expect(refusalOf(payFacts({ employee, employer: { headcount }, payInputs }))).toBe(refusal);
  });

  test('pay below 7.25 an hour is refused', () => {
    expect(refusalOf(hourlyFacts(7_24, [week('2026-03-02', 4000)]))).toBe('BELOW_MINIMUM_WAGE');
    expect(refusalOf(hourlyFacts(7_25, [week('2026-03-02', 4000)]))).toBe('no refusal');
  });

  test('an hourly employee without hours is refused in a regular run', () => {
    expect(refusalOf(hourlyFacts(20_00, []))).toBe('HOURS_MISSING');
  });

  test.each([
    ['more hours than a week has', [week('2026-03-02', 16_801)]],
    ['a week listed twice', [week('2026-03-02', 100), week('2026-03-02', 100)]],
    ['weeks that do not start on the same weekday', [week('2026-03-02', 100), week('2026-03-10', 100)]],
    ['hours that are no number', [week('2026-03-02', Number.NaN)]],
  ])('%s', (_case, weeks) => {
    expect(refusalOf(hourlyFacts(20_00, weeks))).toBe('INVALID_INPUT');
  });
});

test('a reimbursement is paid and not taxed', () => {
  const slip = payslipOf(payFacts({ payInputs: { earnings: [{ type: 'REIMBURSEMENT', amountCents: 123_45 }] } }));
  expect(slip.grossCents).toBe(2_000_00);
  expect(slip.netPayCents).toBe(payslipOf(payFacts()).netPayCents + 123_45);
});

describe('gross-up', () => {
  const promise = (amountCents: number): EarningInput => ({ type: 'GROSS_UP', amountCents });
  const net = (earnings: EarningInput[], more: Overrides = {}) =>
    payslipOf(payFacts({ ...more, payInputs: { earnings } })).netPayCents;

  test.each([
    ['no state tax', {}],
    ['New York', { employee: { workState: 'NY' } }],
    [
      'whole-dollar state tax',
      { employee: { workState: 'NC', stateTaxForms: [{ state: 'NC', filingStatus: 'SINGLE_OR_MARRIED' }] } },
    ],
    [
      'a deferral of 10 %',
      { employee: { deductions: [{ deductionId: 'd', type: 'TRADITIONAL_401K', ratePpm: 100_000 } as const] } },
    ],
  ])('the employee receives exactly what was promised: %s', (_case, more) => {
    for (const promised of [1, 500_00, 12_345_67])
      expect(net([promise(promised)], more)).toBe(net([], more) + promised);
  });

  test('it crosses the Social Security base like any other pay', () => {
    const yearToDate = { taxableCents: { US_SS: 184_000_00, US_MEDICARE: 184_000_00 } };
    expect(net([promise(1_000_00)], { yearToDate })).toBe(net([], { yearToDate }) + 1_000_00);
  });

  test('two gross-ups give the sum of what was promised', () => {
    expect(net([promise(300_00), promise(200_00)])).toBe(net([]) + 500_00);
  });
});

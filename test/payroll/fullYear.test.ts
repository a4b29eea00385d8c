import { describe, expect, test } from 'vitest';
import type { EmployeePayFacts } from '../../payroll/EmployeePayFacts.ts';
import { payPeriodsBetween, type PayPeriod, type PaySchedule } from '../../payroll/payPeriods.ts';
import type { Payslip } from '../../payroll/Payslip.ts';
import { addToYearToDate, emptyYearToDate, type YearToDate } from '../../payroll/yearToDate.ts';
import { payFacts, payslipOf, type Overrides } from './payFacts.ts';

/** All periods of a schedule that are paid in 2026; `lastStart` keeps inside the banking calendar. */
function periodsOf2026(
  frequency: PaySchedule['frequency'],
  payDateOffsetDays: number,
  lastStart = '2026-12-21',
): PayPeriod[] {
  const anchorDate = frequency === 'WEEKLY' || frequency === 'BIWEEKLY' ? '2025-12-22' : '2026-01-01';
  const schedule: PaySchedule = { frequency, anchorDate, payDateOffsetDays, holidayRule: 'PREVIOUS_BANKING_DAY' };
  const periods = payPeriodsBetween(schedule, anchorDate, lastStart);
  if (!periods.ok) throw new Error(periods.error.message);
  return periods.value.filter(({ payDate }) => payDate.startsWith('2026'));
}

function yearOf(
  periods: readonly PayPeriod[],
  more: Overrides,
  inputs: (period: PayPeriod) => EmployeePayFacts['payInputs'] = () => ({ workweeks: [], earnings: [] }),
): { year: YearToDate; payslips: Payslip[] } {
  let year = emptyYearToDate(2026);
  const payslips: Payslip[] = [];
  for (const period of periods) {
    const payslip = payslipOf(payFacts({ ...more, period, yearToDate: year, payInputs: inputs(period) }));
    payslips.push(payslip);
    year = addToYearToDate(year, payslip);
  }
  return { year, payslips };
}

const salary = (annualSalaryCents: number) => ({ type: 'SALARY', annualSalaryCents, isOvertimeExempt: true }) as const;

describe('a year of pay comes to the statutory figures of the year', () => {
  test('a salary of 300,000.00, twice a month, in New York', () => {
    const periods = periodsOf2026('SEMIMONTHLY', 0);
    expect(periods.length).toBe(24);
    const employee = {
      workState: 'NY',
      birthDate: '1985-01-01',
      compensation: salary(300_000_00),
      deductions: [{ deductionId: 'd', type: 'TRADITIONAL_401K', ratePpm: 150_000 } as const],
    };
    const { year } = yearOf(periods, { employee, employer: { electedLevies: ['NY_PFL', 'NY_SDI'] } });
    expect(year.grossCents).toBe(300_000_00);
    expect(year.taxableCents['US_SS']).toBe(184_500_00);
    expect(year.amountsCents['US_SS']).toBe(11_439_00);
    expect(year.amountsCents['US_SS_EMPLOYER']).toBe(11_439_00);
    expect(year.amountsCents['US_MEDICARE']).toBe(4_350_00);
    expect(year.amountsCents['US_ADDITIONAL_MEDICARE']).toBe(900_00);
    expect(year.amountsCents['US_FUTA']).toBe(42_00);
    expect(year.amountsCents['TRADITIONAL_401K']).toBe(24_500_00);
    expect(year.amountsCents['NY_PFL']).toBe(411_91);
    expect(year.amountsCents['NY_SDI']).toBe(31_20); // 0.60 a week for 52 weeks
    expect(year.taxableCents['NY_UI_EMPLOYER']).toBe(9_000_00);
  });

  test('a level salary is withheld the annual tax, to a cent a payslip', () => {
    const cases = [
      ['SEMIMONTHLY', 24],
      ['MONTHLY', 12],
    ] as const;
    for (const [frequency, count] of cases) {
      const periods = periodsOf2026(frequency, 0);
      expect(periods.length).toBe(count);
      const { year } = yearOf(periods, { employee: { compensation: salary(96_000_00) } });
      // 96,000 - 8,600 = 87,400: 5,800.00 + 22 % x 29,500 = 12,290.00
      expect(Math.abs((year.amountsCents['US_FIT'] ?? 0) - 12_290_00)).toBeLessThanOrEqual(count / 2);
      expect(year.netPayCents).toBe(96_000_00 - (year.amountsCents['US_FIT'] ?? 0) - 7_344_00);
    }
  });

  test('biweekly pay has 26 dates in a year, and 27 where New Year moves one back', () => {
    expect(periodsOf2026('BIWEEKLY', 5, '2026-12-07').length).toBe(26);
    // Due on Fridays from 2 January: the next one, 1 January 2027, is a holiday and is paid on 31 December.
    const twentySeven = periodsOf2026('BIWEEKLY', -2);
    expect(twentySeven.length).toBe(27);
    expect(new Set(twentySeven.map(({ periodsPerYear }) => periodsPerYear))).toEqual(new Set([26]));
  });

  test('an hourly year: every week of 45 hours pays the same', () => {
    const periods = periodsOf2026('WEEKLY', 5);
    const employee = { compensation: { type: 'HOURLY', hourlyRateCents: 20_00 } as const };
    const { year, payslips } = yearOf(periods, { employee }, (period) => ({
      workweeks: [{ startDate: period.startDate, work: [{ hoursHundredths: 45_00 }] }],
      earnings: [],
    }));
    expect(new Set(payslips.map(({ grossCents }) => grossCents))).toEqual(new Set([950_00]));
    expect(year.grossCents).toBe(950_00 * periods.length);
    expect(year.amountsCents['US_FUTA']).toBe(42_00);
  });

  test('a raise, a bonus and a bad month: yearly totals are the sums of the payslips', () => {
    const periods = periodsOf2026('MONTHLY', 0);
    const { year, payslips } = yearOf(
      periods,
      { employee: { workState: 'CA', compensation: salary(240_000_00) } },
      (period) => ({
        workweeks: [],
        earnings: period.startDate === '2026-06-01' ? [{ type: 'BONUS', amountCents: 50_000_00 }] : [],
        unpaidAbsenceDays: period.startDate === '2026-09-01' ? 11 : 0,
      }),
    );
    const sum = (code: string) =>
      payslips
        .flatMap(({ lines }) => lines)
        .reduce((total, line) => total + (line.code === code ? line.amountCents : 0), 0);
    for (const code of Object.keys(year.amountsCents))
      expect([code, year.amountsCents[code]]).toEqual([code, sum(code)]);
    // September has 22 workdays; half of them unpaid.
    expect(year.grossCents).toBe(240_000_00 + 50_000_00 - 10_000_00);
    expect(year.amountsCents['CA_SDI']).toBe(3_640_00); // 1.3 % without a cap
    expect(year.amountsCents['CA_ETT']).toBe(7_00);
  });
});

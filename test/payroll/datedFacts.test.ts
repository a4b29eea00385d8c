import { describe, expect, test } from 'vitest';
import { addDays } from '../../payroll/dates.ts';
import { type EmployeeFile, profileOfPeriod } from '../../payroll/EmployeeFile.ts';
import type { Compensation, EmployeeProfile, Workweek } from '../../payroll/EmployeePayFacts.ts';
import { calculatePayslip, calculatePayslipWithTrace } from '../../payroll/calculatePayslip.ts';
import { decodePayslip, encodePayslip } from '../../payroll/payslipCodec.ts';
import { addToYearToDate } from '../../payroll/yearToDate.ts';
import { payFacts, payslipOf, periodStarting, W4 } from './payFacts.ts';

/* Pay and employment are facts with days: a period pays each of its days at what held on it. */

const salary = (annualSalaryCents: number): Compensation => ({
  type: 'SALARY',
  annualSalaryCents,
  isOvertimeExempt: true,
});
const hourly = (hourlyRateCents: number): Compensation => ({ type: 'HOURLY', hourlyRateCents });

/** Monday 23 November to Sunday 6 December: ten workdays. */
const period = { ...periodStarting('2026-11-23'), payDate: '2026-12-11' };

const linesOf = (employee: Partial<EmployeeProfile>, payInputs = {}) =>
  payslipOf(payFacts({ period, employee, payInputs }))
    .lines.filter(({ kind }) => kind === 'EARNING')
    .map(({ code, amountCents, reference }) => [code, amountCents, reference]);

describe('salary', () => {
  test('a raise in the middle of a period is paid by the workdays at each salary', () => {
    const compensationChanges = [{ effectiveFrom: '2026-11-30', compensation: salary(78_000_00) }];
    expect(linesOf({ compensation: salary(52_000_00), compensationChanges })).toEqual([
      ['SALARY', 1_000_00, '2026-11-23..2026-11-29'],
      ['SALARY', 1_500_00, '2026-11-30..2026-12-06'],
    ]);
  });

  test('who left and was rehired in one period is paid for the days of both employments', () => {
    const earlierEmployments = [{ hireDate: '2024-01-08', terminationDate: '2026-11-24' }];
    expect(linesOf({ hireDate: '2026-12-03', earlierEmployments })).toEqual([
      ['SALARY', 400_00, '2026-11-23..2026-11-24'],
      ['SALARY', 400_00, '2026-12-03..2026-12-06'],
    ]);
  });

  test('a period between two employments has no pay', () => {
    const earlierEmployments = [{ hireDate: '2024-01-08', terminationDate: '2026-10-02' }];
    const refused = calculatePayslip(payFacts({ period, employee: { hireDate: '2026-12-14', earlierEmployments } }));
    expect(refused).toMatchObject({ ok: false, error: { type: 'NOT_EMPLOYED_IN_PERIOD' } });
  });

  test('days without pay are taken from the lower salary, so that never too much is taken', () => {
    const compensationChanges = [{ effectiveFrom: '2026-11-30', compensation: salary(78_000_00) }];
    expect(linesOf({ compensation: salary(52_000_00), compensationChanges }, { unpaidAbsenceDays: 1 })[0]).toEqual([
      'SALARY',
      800_00,
      '2026-11-23..2026-11-29',
    ]);
  });

  test('the parts of each line are its amount, and the payslip survives its codec', () => {
    const compensationChanges = [{ effectiveFrom: '2026-11-26', compensation: salary(61_234_56) }];
    const traced = calculatePayslipWithTrace(payFacts({ period, employee: { compensationChanges } }));
    if (!traced.ok) throw new Error(traced.error.message);
    const { payslip, trace } = traced.value;
    for (const line of trace.lines.filter(({ code }) => code === 'SALARY')) {
      const parts = line.steps.filter(({ role }) => role === 'PART').map(({ value }) => Number(value));
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(line.amountCents);
    }
    expect(decodePayslip(encodePayslip(payslip))).toEqual(payslip);
  });

  test('the days of an earning are no deduction in the year to date', () => {
    const compensationChanges = [{ effectiveFrom: '2026-11-30', compensation: salary(78_000_00) }];
    const facts = payFacts({ period, employee: { compensationChanges } });
    expect(addToYearToDate(facts.yearToDate, payslipOf(facts)).byDeductionCents).toEqual({});
  });

  test('cutting a period at any day changes the pay by no more than half a cent a line', () => {
    for (const annual of [52_000_00, 61_234_56, 99_999_99, 40_000_01]) {
      const whole = payslipOf(payFacts({ period, employee: { compensation: salary(annual) } })).grossCents;
      for (let day = 1; day < 14; day++) {
        const compensationChanges = [{ effectiveFrom: addDays('2026-11-23', day), compensation: salary(annual) }];
        const cut = payslipOf(payFacts({ period, employee: { compensation: salary(annual), compensationChanges } }));
        expect(Math.abs(cut.grossCents - whole)).toBeLessThanOrEqual(1);
      }
    }
  });
});

describe('hours', () => {
  const week = (startDate: string, work: Workweek['work']): Workweek => ({ startDate, work });
  const forty = [{ hoursHundredths: 40_00 }];

  test('each workweek is paid at its rate', () => {
    const compensationChanges = [{ effectiveFrom: '2026-11-30', compensation: hourly(30_00) }];
    const workweeks = [week('2026-11-23', forty), week('2026-11-30', forty)];
    expect(linesOf({ compensation: hourly(20_00), compensationChanges }, { workweeks })).toEqual([
      ['HOURLY', 2_000_00, undefined],
    ]);
  });

  test('a rate that changes inside a workweek needs to know which hours are at which', () => {
    const compensationChanges = [{ effectiveFrom: '2026-11-25', compensation: hourly(30_00) }];
    const employee = { compensation: hourly(20_00), compensationChanges };
    const refused = calculatePayslip(
      payFacts({ period, employee, payInputs: { workweeks: [week('2026-11-23', forty)] } }),
    );
    expect(refused).toMatchObject({ ok: false, error: { type: 'PAY_CHANGES_IN_WORKWEEK' } });
    const byDate = [
      { date: '2026-11-24', hoursHundredths: 20_00 },
      { date: '2026-11-25', hoursHundredths: 30_00 },
    ];
    // 20 x 20.00 + 30 x 30.00 = 1,300.00; half of 1,300.00 / 50 for 10 hours = 130.00
    expect(linesOf(employee, { workweeks: [week('2026-11-23', byDate)] })).toEqual([
      ['HOURLY', 1_300_00, undefined],
      ['OVERTIME_PREMIUM', 130_00, undefined],
    ]);
  });

  test('from a salary to pay by the hour in one period: the days of the one and the hours of the other', () => {
    const compensationChanges = [{ effectiveFrom: '2026-11-30', compensation: hourly(30_00) }];
    const employee = { compensation: salary(52_000_00), compensationChanges };
    expect(linesOf(employee, { workweeks: [week('2026-11-30', forty)] })).toEqual([
      ['SALARY', 1_000_00, '2026-11-23..2026-11-29'],
      ['HOURLY', 1_200_00, undefined],
    ]);
    const refused = calculatePayslip(payFacts({ period, employee }));
    expect(refused).toMatchObject({ ok: false, error: { type: 'HOURS_MISSING' } });
  });
});

describe('the file of a period', () => {
  const file: EmployeeFile = {
    hireDate: '2024-01-08',
    compensation: salary(52_000_00),
    workState: 'TX',
    homeState: 'TX',
    localTaxes: [],
    stateTaxForms: [],
    deductions: [],
    garnishments: [],
    federalW4: W4,
    changes: [
      { effectiveFrom: '2026-11-30', compensation: salary(78_000_00) },
      { effectiveFrom: '2026-12-08', federalW4: { ...W4, filingStatus: 'MARRIED_FILING_JOINTLY' } },
      { effectiveFrom: '2027-01-01', workState: 'FL', homeState: 'FL' },
    ],
  };

  test('pay is that of each day, forms are those of the pay date, and later changes do not count yet', () => {
    expect(profileOfPeriod(file, period, true)).toMatchObject({
      compensation: salary(52_000_00),
      compensationChanges: [{ effectiveFrom: '2026-11-30', compensation: salary(78_000_00) }],
      federalW4: { filingStatus: 'MARRIED_FILING_JOINTLY' },
      workState: 'TX',
    });
  });

  test('a change before the period is simply what holds', () => {
    const later = { ...period, startDate: '2026-12-07', endDate: '2026-12-20', payDate: '2026-12-25' };
    const profile = profileOfPeriod(file, later, true);
    expect(profile).toMatchObject({ compensation: salary(78_000_00) });
    expect(profile).not.toHaveProperty('compensationChanges');
  });

  test('a move to another state inside a period is refused by name, and at its start it is not', () => {
    const across = { ...period, startDate: '2026-12-21', endDate: '2027-01-03', payDate: '2027-01-08' };
    expect(profileOfPeriod(file, across, true)).toMatchObject({ error: { type: 'PLACE_CHANGES_IN_PERIOD' } });
    const from = { ...period, startDate: '2027-01-01', endDate: '2027-01-14', payDate: '2027-01-22' };
    expect(profileOfPeriod(file, from, true)).toMatchObject({ workState: 'FL' });
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffPayslips } from '../../../payroll/comparison/diffPayslips.ts';
import type { ChangedFacts, DifferenceCause } from '../../../payroll/comparison/DifferenceCauses.ts';
import type { Payslip } from '../../../payroll/Payslip.ts';
import { cents } from '../../../payroll/money.ts';
import { payFacts, payslipOf, periodStarting, W4, type Overrides } from '../payFacts.ts';
import { randomPayFacts, seededRandom } from '../randomPayFacts.ts';

const NOTHING: ChangedFacts = { isEmployeeRecordChanged: false, isInputChanged: false };
const INPUT: ChangedFacts = { ...NOTHING, isInputChanged: true };
const FILE: ChangedFacts = { ...NOTHING, isEmployeeRecordChanged: true };

/** Code and cause of each line that differs. */
function causesBetween(before: Payslip, after: Payslip, changed: ChangedFacts): Record<string, DifferenceCause> {
  return Object.fromEntries(diffPayslips(before, after, changed).lines.map(({ code, cause }) => [code, cause]));
}
const slip = (overrides: Overrides = {}) => payslipOf(payFacts(overrides));
const salary = (annualSalaryCents: number) => ({ type: 'SALARY', annualSalaryCents, isOvertimeExempt: true }) as const;
const counted = (taxableCents: Record<string, number>, amountsCents: Record<string, number> = {}): Overrides => ({
  yearToDate: { taxableCents, amountsCents },
});

test('the same pay in the next period differs in nothing', () => {
  const later = slip({ period: periodStarting('2026-03-16') });
  expect(diffPayslips(slip(), later, NOTHING)).toMatchObject({ outcome: 'UNCHANGED', lines: [] });
});

describe('of somebody who is in one run alone, every line is headcount', () => {
  test.each([
    ['JOINED', undefined, slip()],
    ['LEFT', slip(), undefined],
  ] as const)('%s', (outcome, before, after) => {
    const difference = diffPayslips(before, after, FILE);
    expect(difference).toMatchObject({ employeeId: 'emp_1', outcome });
    expect(difference.lines.map(({ cause }) => cause)).toEqual(slip().lines.map(() => 'HEADCOUNT'));
    expect(difference.lines[0]).toMatchObject({
      code: 'SALARY',
      changeCents: outcome === 'JOINED' ? 2_000_00 : -2_000_00,
    });
  });
});

describe('taxes follow what changed the pay', () => {
  test('a raise is in the file', () => {
    const after = slip({ employee: { compensation: salary(60_000_00) } });
    const causes = causesBetween(slip(), after, FILE);
    expect(Object.keys(causes)).toContain('US_FIT');
    expect(new Set(Object.values(causes))).toEqual(new Set(['EMPLOYEE_RECORD']));
  });

  test('a bonus is an input, and so is the tax that comes with it alone', () => {
    const yearToDate = { amountsCents: { US_FIT: 1_000_00 } };
    const bonus = slip({ yearToDate, payInputs: { earnings: [{ type: 'BONUS', amountCents: 500_00 }] } });
    expect(causesBetween(slip({ yearToDate }), bonus, INPUT)).toMatchObject({
      BONUS: 'INPUT',
      US_FIT_SUPPLEMENTAL: 'INPUT',
      US_SS: 'INPUT',
      US_SS_EMPLOYER: 'INPUT',
      TX_UI_EMPLOYER: 'INPUT',
    });
  });

  test('hours are an input even when the file has another version, a rate at the same hours is the file', () => {
    const hourly = (hoursHundredths: number, hourlyRateCents: number) =>
      slip({
        employee: { compensation: { type: 'HOURLY', hourlyRateCents } },
        payInputs: { workweeks: [{ startDate: '2026-03-02', work: [{ hoursHundredths }] }] },
      });
    const both = { isEmployeeRecordChanged: true, isInputChanged: true };
    expect(causesBetween(hourly(30_00, 20_00), hourly(34_00, 20_00), both)).toMatchObject({
      HOURLY: 'INPUT',
      US_SS: 'INPUT',
    });
    expect(causesBetween(hourly(30_00, 20_00), hourly(30_00, 22_00), FILE)).toMatchObject({
      HOURLY: 'EMPLOYEE_RECORD',
      US_SS: 'EMPLOYEE_RECORD',
    });
  });

  test('a first period that was paid in part is the calendar; unpaid absence is an input', () => {
    const hired = slip({ employee: { hireDate: '2026-03-09' } });
    expect(causesBetween(hired, slip(), NOTHING)).toMatchObject({ SALARY: 'CALENDAR', US_MEDICARE: 'CALENDAR' });
    const absent = slip({ payInputs: { unpaidAbsenceDays: 2 } });
    expect(causesBetween(slip(), absent, INPUT)).toMatchObject({ SALARY: 'INPUT', US_MEDICARE: 'INPUT' });
  });
});

describe('through the year', () => {
  const wages = { US_SS: 40_000_00, US_SS_EMPLOYER: 40_000_00 };

  test('a wage base that is reached is year to date, within a payslip and after it', () => {
    const before = slip(counted({ ...wages, US_FUTA: 5_000_00, TX_UI_EMPLOYER: 5_000_00 }));
    const reaching = slip(counted({ ...wages, US_FUTA: 6_500_00, TX_UI_EMPLOYER: 5_000_00 }));
    const used = slip(counted({ ...wages, US_FUTA: 7_000_00, TX_UI_EMPLOYER: 9_000_00 }));
    expect(causesBetween(before, reaching, NOTHING)).toEqual({ US_FUTA: 'YEAR_TO_DATE' });
    expect(causesBetween(reaching, used, NOTHING)).toEqual({ US_FUTA: 'YEAR_TO_DATE', TX_UI_EMPLOYER: 'YEAR_TO_DATE' });
  });

  test('it is year to date even when the pay rose at the same time', () => {
    const before = slip(counted({ ...wages, US_FUTA: 5_000_00 }));
    const after = slip({
      ...counted({ ...wages, US_FUTA: 7_000_00 }),
      employee: { compensation: salary(60_000_00) },
    });
    expect(causesBetween(before, after, FILE)).toMatchObject({
      SALARY: 'EMPLOYEE_RECORD',
      US_SS: 'EMPLOYEE_RECORD',
      US_FUTA: 'YEAR_TO_DATE',
    });
  });

  test('Additional Medicare starts at its threshold', () => {
    const before = slip(counted({ US_MEDICARE: 190_000_00 }));
    const after = slip(counted({ US_MEDICARE: 199_000_00 }));
    expect(causesBetween(before, after, NOTHING)).toEqual({ US_ADDITIONAL_MEDICARE: 'YEAR_TO_DATE' });
  });

  test('deferrals that reach their limit are year to date, and the income tax that rises with it', () => {
    const employee = {
      birthDate: '1990-06-15',
      deductions: [{ deductionId: '401k', type: 'TRADITIONAL_401K', ratePpm: 100_000 }],
    } as const;
    const before = slip({ employee });
    const after = slip({ employee, ...counted({}, { TRADITIONAL_401K: 24_450_00 }) });
    expect(causesBetween(before, after, NOTHING)).toEqual({ TRADITIONAL_401K: 'YEAR_TO_DATE', US_FIT: 'YEAR_TO_DATE' });
  });

  test('a balance that is paid off ends its garnishment', () => {
    const employee = {
      garnishments: [
        {
          orderId: 'loan',
          type: 'STUDENT_LOAN',
          receivedDate: '2025-01-01',
          amountCents: 100_00,
          balanceCents: 900_00,
        },
      ],
    } as const;
    const after = slip({ employee, yearToDate: { byOrderCents: { loan: 900_00 } } });
    expect(causesBetween(slip({ employee }), after, NOTHING)).toEqual({ GARNISHMENT_STUDENT_LOAN: 'YEAR_TO_DATE' });
  });
});

describe('the file', () => {
  test('a new Form W-4 changes the tax on the same wages', () => {
    const after = slip({ employee: { federalW4: { ...W4, filingStatus: 'HEAD_OF_HOUSEHOLD' } } });
    expect(causesBetween(slip(), after, FILE)).toEqual({ US_FIT: 'EMPLOYEE_RECORD' });
  });

  test('a premium that starts takes its taxes with it', () => {
    const employee = {
      deductions: [{ deductionId: 'health', type: 'SECTION_125_HEALTH', amountCents: 100_00 }],
    } as const;
    const causes = causesBetween(slip(), slip({ employee }), FILE);
    expect(causes).toMatchObject({
      US_FIT: 'EMPLOYEE_RECORD',
      US_SS: 'EMPLOYEE_RECORD',
      US_SS_EMPLOYER: 'EMPLOYEE_RECORD',
    });
  });

  test('who moves to another state is taxed there', () => {
    const stateTaxForms = [
      { state: 'CA', filingStatus: 'SINGLE_OR_DUAL_INCOME', allowances: 1, additionalAllowances: 0 },
    ] as const;
    const after = slip({ employee: { workState: 'CA', stateTaxForms } });
    expect(causesBetween(slip(), after, FILE)).toEqual({
      CA_SIT: 'EMPLOYEE_RECORD',
      CA_SDI: 'EMPLOYEE_RECORD',
      CA_ETT: 'EMPLOYEE_RECORD',
      CA_UI_EMPLOYER: 'EMPLOYEE_RECORD',
      TX_UI_EMPLOYER: 'EMPLOYEE_RECORD',
    });
  });

  test('a percentage follows the pay, even when the file has another version; a new percentage does not', () => {
    const deferring = (ratePpm: number, overrides: Overrides = {}) =>
      slip({
        ...overrides,
        employee: { birthDate: '1990-06-15', deductions: [{ deductionId: '401k', type: 'TRADITIONAL_401K', ratePpm }] },
      });
    const both = { isEmployeeRecordChanged: true, isInputChanged: true };
    const bonus = { payInputs: { earnings: [{ type: 'BONUS', amountCents: 777_77 }] } } as const;
    expect(causesBetween(deferring(50_000), deferring(50_000, bonus), both)).toMatchObject({
      TRADITIONAL_401K: 'INPUT',
    });
    expect(causesBetween(deferring(50_000), deferring(80_000, bonus), both)).toMatchObject({
      TRADITIONAL_401K: 'EMPLOYEE_RECORD',
    });
  });
});

describe('the rules', () => {
  const taxedAt = (payslip: Payslip, code: string, byCents: number): Payslip => ({
    ...payslip,
    ruleSetVersion: '2026.2',
    ruleSetHash: 'another',
    lines: payslip.lines.map((line) =>
      line.code === code ? { ...line, amountCents: cents(line.amountCents + byCents) } : line,
    ),
  });

  test.each(['US_FIT', 'US_MEDICARE', 'TX_UI_EMPLOYER'])('%s at another rate on the same wages is the rule', (code) => {
    expect(causesBetween(slip(), taxedAt(slip(), code, 1_00), NOTHING)).toEqual({ [code]: 'RULE' });
  });
});

test('commuter benefits of another month are the calendar: their limit is monthly', () => {
  const employee = { deductions: [{ deductionId: 'train', type: 'COMMUTER', amountCents: 200_00 }] } as const;
  const second = slip({ employee, yearToDate: { commuterByMonthCents: { '2026-03': 200_00 } } });
  const next = slip({ employee, period: periodStarting('2026-03-16') });
  expect(causesBetween(second, next, NOTHING)).toMatchObject({ COMMUTER: 'CALENDAR', US_FIT: 'CALENDAR' });
});

test('the changes of all lines are the change of net pay, for any two payslips, and back again they are the opposite', () => {
  const sign = {
    EARNING: 1,
    REIMBURSEMENT: 1,
    PRE_TAX_DEDUCTION: -1,
    TAX: -1,
    GARNISHMENT: -1,
    POST_TAX_DEDUCTION: -1,
    EMPLOYER_TAX: 0,
  };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), fc.boolean(), fc.boolean(), (seed, isFile, isInput) => {
      const random = seededRandom(seed);
      const before = payslipOf(randomPayFacts(random, 1));
      const after = payslipOf(randomPayFacts(random, 1));
      const changed = { isEmployeeRecordChanged: isFile, isInputChanged: isInput };
      const { lines } = diffPayslips(before, after, changed);
      const net = lines.reduce((sum, { kind, changeCents }) => sum + sign[kind] * changeCents, 0);
      expect(net).toBe(after.netPayCents - before.netPayCents);
      for (const { beforeCents, afterCents, changeCents } of lines) expect(afterCents - beforeCents).toBe(changeCents);
      const back = diffPayslips(after, before, changed).lines;
      const changesOf = (all: typeof lines, factor: number) =>
        all
          .map(({ kind, code, reference, changeCents }) => `${kind} ${code} ${reference} ${factor * changeCents}`)
          .sort();
      expect(changesOf(back, -1)).toEqual(changesOf(lines, 1));
    }),
    { numRuns: 200 },
  );
});

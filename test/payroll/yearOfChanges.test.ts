import { expect, test } from 'vitest';
import { calculatePayslip } from '../../payroll/calculatePayslip.ts';
import { addDays, weekday } from '../../payroll/dates.ts';
import { type EmployeeFile, profileOfPeriod } from '../../payroll/EmployeeFile.ts';
import { isRefusal } from '../../payroll/errors.ts';
import { cents } from '../../payroll/money.ts';
import { openingProblem, withOpening } from '../../payroll/openingBalance.ts';
import { payPeriodsBetween, type PayPeriod } from '../../payroll/payPeriods.ts';
import { CURRENT_RULE_SET_VERSION, ruleSetOf } from '../../payroll/ruleSets.ts';
import { addToYearToDate, emptyYearToDate, type YearToDate } from '../../payroll/yearToDate.ts';
import { payFacts, schedule, W4 } from './payFacts.ts';

/*
 * A year of somebody's life, told from July, when the company came from another provider: a raise in the middle of a
 * period, a move to another state, a new Form W-4, weeks away and hired again, another raise. The sums of the year are those
 * that a pencil gives: day by day for the pay, and the law's rates on the whole year for the taxes.
 */

const salary = (annualSalaryCents: number) => ({ type: 'SALARY', annualSalaryCents, isOvertimeExempt: true }) as const;

const FILE: EmployeeFile = {
  hireDate: '2026-10-19',
  earlierEmployments: [{ hireDate: '2024-03-04', terminationDate: '2026-09-15' }],
  compensation: salary(260_000_00),
  workState: 'TX',
  homeState: 'TX',
  localTaxes: [],
  stateTaxForms: [],
  federalW4: W4,
  deductions: [],
  garnishments: [],
  changes: [
    { effectiveFrom: '2026-07-29', compensation: salary(312_000_00) },
    { effectiveFrom: '2026-08-17', workState: 'FL', homeState: 'FL' },
    { effectiveFrom: '2026-09-01', federalW4: { ...W4, filingStatus: 'MARRIED_FILING_JOINTLY' } },
    { effectiveFrom: '2026-11-11', compensation: salary(338_000_00) },
  ],
};

/** January to June at the other provider: 130,000.00. */
const OPENING: YearToDate = {
  ...emptyYearToDate(2026),
  grossCents: 130_000_00,
  netPayCents: 96_055_00,
  planCompensationCents: 130_000_00,
  amountsCents: {
    SALARY: 130_000_00,
    US_FIT: 24_000_00,
    US_SS: 8_060_00,
    US_MEDICARE: 1_885_00,
    US_SS_EMPLOYER: 8_060_00,
    US_MEDICARE_EMPLOYER: 1_885_00,
    US_FUTA: 42_00,
    TX_UI_EMPLOYER: 243_00,
  },
  taxableCents: {
    US_FIT: 130_000_00,
    US_SS: 130_000_00,
    US_MEDICARE: 130_000_00,
    US_SS_EMPLOYER: 130_000_00,
    US_MEDICARE_EMPLOYER: 130_000_00,
    US_FUTA: 7_000_00,
    TX_UI_EMPLOYER: 9_000_00,
  },
};

const found = payPeriodsBetween(schedule('BIWEEKLY'), '2026-07-06', '2026-12-07');
const PERIODS: readonly PayPeriod[] = found.ok ? found.value : [];

/** What one day pays, in hundred-thousandths of a cent so that nothing is rounded: a tenth of a biweekly salary on a workday. */
function penciledPay(day: string): number {
  if (weekday(day) > 5 || (day > '2026-09-15' && day < '2026-10-19')) return 0;
  const annual = day < '2026-07-29' ? 260_000_00 : day < '2026-11-11' ? 312_000_00 : 338_000_00;
  return annual / 26 / 10;
}

function yearOf(file: EmployeeFile) {
  let yearToDate = withOpening(emptyYearToDate(2026), undefined, OPENING);
  let payslips = 0;
  for (const period of PERIODS) {
    const profile = profileOfPeriod(file, period, true);
    if (isRefusal(profile)) throw new Error(profile.error.message);
    const facts = payFacts({ period, yearToDate });
    const payslip = calculatePayslip({
      ...facts,
      employee: { ...profile, employeeId: 'emp_1', compensation: profile.compensation ?? salary(0) },
      employer: {
        ...facts.employer,
        unemployment: {
          TX: { ratePpm: 27_000, wageBaseCents: 9_000_00 },
          FL: { ratePpm: 27_000, wageBaseCents: 7_000_00 },
        },
      },
    });
    if (!payslip.ok && payslip.error.type === 'NOT_EMPLOYED_IN_PERIOD') continue;
    if (!payslip.ok) throw new Error(`${period.startDate}: ${payslip.error.message}`);
    yearToDate = addToYearToDate(yearToDate, payslip.value);
    payslips += 1;
  }
  return { yearToDate, payslips };
}

test('what the other provider paid can be true', () => {
  const rules = ruleSetOf(CURRENT_RULE_SET_VERSION);
  expect(rules.ok && openingProblem(OPENING, rules.value)).toBeUndefined();
});

test('the year adds up to what a pencil gives', () => {
  const { yearToDate, payslips } = yearOf(FILE);
  // Twelve periods, and one of them lies between the two employments.
  expect(payslips).toBe(11);
  let pay = 0;
  for (const { startDate, endDate } of PERIODS)
    for (let day = startDate; day <= endDate; day = addDays(day, 1)) pay += penciledPay(day);
  const gross = 130_000_00 + pay;
  /** A cent a line at the most: two lines in a period in which pay changed. */
  expect(Math.abs(yearToDate.grossCents - gross)).toBeLessThanOrEqual(payslips + 2);
  const { amountsCents, taxableCents } = yearToDate;
  // 6.2 % up to the wage base, which is reached: the yearly maximum, to the cent.
  expect(taxableCents['US_SS']).toBe(184_500_00);
  expect(amountsCents['US_SS']).toBe(11_439_00);
  expect(amountsCents['US_SS_EMPLOYER']).toBe(11_439_00);
  const near = (code: string, due: number) =>
    expect(Math.abs((amountsCents[code] ?? 0) - due)).toBeLessThanOrEqual(payslips);
  near('US_MEDICARE', yearToDate.grossCents * 0.0145);
  near('US_ADDITIONAL_MEDICARE', (yearToDate.grossCents - 200_000_00) * 0.009);
  // The federal base was used up before July; Florida begins its own.
  expect(amountsCents['US_FUTA']).toBe(42_00);
  expect(amountsCents['TX_UI_EMPLOYER']).toBe(243_00);
  expect(taxableCents['FL_UI_EMPLOYER']).toBe(7_000_00);
  const taken = ['US_FIT', 'US_SS', 'US_MEDICARE', 'US_ADDITIONAL_MEDICARE'].reduce(
    (sum, code) => sum + (amountsCents[code] ?? 0),
    0,
  );
  expect(yearToDate.netPayCents).toBe(cents(yearToDate.grossCents - taken));
});

test('a period in which a change is recorded that changes nothing pays the same year, but for the cents of its lines', () => {
  const { yearToDate } = yearOf(FILE);
  for (const day of ['2026-07-15', '2026-08-06', '2026-11-25']) {
    const at = FILE.changes?.findLast(({ effectiveFrom, compensation }) => compensation && effectiveFrom <= day);
    const change = { effectiveFrom: day, compensation: at?.compensation ?? salary(260_000_00) };
    const changes = [...(FILE.changes ?? []), change].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
    const again = yearOf({ ...FILE, changes }).yearToDate;
    expect(Math.abs(again.grossCents - yearToDate.grossCents)).toBeLessThanOrEqual(1);
    expect(Math.abs(again.netPayCents - yearToDate.netPayCents)).toBeLessThanOrEqual(2);
  }
});

import { calculatePayslip } from '../../payroll/calculatePayslip.ts';
import type {
  EmployeePayFacts,
  EmployeeProfile,
  EmployerTaxProfile,
  PayInputs,
} from '../../payroll/EmployeePayFacts.ts';
import type { Payslip, PayslipLine } from '../../payroll/Payslip.ts';
import { payPeriodOf, type PayPeriod, type PaySchedule } from '../../payroll/payPeriods.ts';
import type { W4Since2020 } from '../../payroll/TaxForms.ts';
import { CURRENT_RULE_SET_VERSION } from '../../payroll/ruleSets.ts';
import { emptyYearToDate, type YearToDate } from '../../payroll/yearToDate.ts';

export const W4: W4Since2020 = {
  form: 'W4_2020',
  filingStatus: 'SINGLE',
  isStep2Checked: false,
  step3CreditsCents: 0,
  step4aOtherIncomeCents: 0,
  step4bDeductionsCents: 0,
  step4cExtraWithholdingCents: 0,
};

const SCHEDULES: Readonly<Record<PaySchedule['frequency'], PaySchedule>> = {
  WEEKLY: { frequency: 'WEEKLY', anchorDate: '2026-01-05', payDateOffsetDays: 5, holidayRule: 'PREVIOUS_BANKING_DAY' },
  BIWEEKLY: {
    frequency: 'BIWEEKLY',
    anchorDate: '2026-01-05',
    payDateOffsetDays: 5,
    holidayRule: 'PREVIOUS_BANKING_DAY',
  },
  SEMIMONTHLY: {
    frequency: 'SEMIMONTHLY',
    anchorDate: '2026-01-01',
    payDateOffsetDays: 0,
    holidayRule: 'PREVIOUS_BANKING_DAY',
  },
  MONTHLY: {
    frequency: 'MONTHLY',
    anchorDate: '2026-01-01',
    payDateOffsetDays: 0,
    holidayRule: 'PREVIOUS_BANKING_DAY',
  },
};

export function schedule(frequency: PaySchedule['frequency']): PaySchedule {
  return SCHEDULES[frequency];
}

export function periodStarting(startDate: string, frequency: PaySchedule['frequency'] = 'BIWEEKLY'): PayPeriod {
  const period = payPeriodOf(SCHEDULES[frequency], startDate);
  if (!period.ok) throw new Error(period.error.message);
  return period.value;
}

export type Overrides = {
  readonly employee?: Partial<EmployeeProfile>;
  readonly employer?: Partial<EmployerTaxProfile>;
  readonly payInputs?: Partial<PayInputs>;
  readonly yearToDate?: Partial<YearToDate>;
  readonly period?: PayPeriod;
  readonly runType?: EmployeePayFacts['runType'];
};

/** A single Texan on a salary of 52,000.00, paid 2,000.00 every two weeks, with what a test changes. */
export function payFacts(overrides: Overrides = {}): EmployeePayFacts {
  return {
    employee: {
      employeeId: 'emp_1',
      hireDate: '2021-03-01',
      compensation: { type: 'SALARY', annualSalaryCents: 52_000_00, isOvertimeExempt: true },
      workState: 'TX',
      homeState: overrides.employee?.workState ?? 'TX',
      localTaxes: [],
      federalW4: W4,
      stateTaxForms: [],
      deductions: [],
      garnishments: [],
      ...overrides.employee,
    },
    employer: {
      unemployment: { [overrides.employee?.workState ?? 'TX']: { ratePpm: 27_000, wageBaseCents: 9_000_00 } },
      headcount: 40,
      ...overrides.employer,
    },
    payInputs: { workweeks: [], earnings: [], ...overrides.payInputs },
    yearToDate: { ...emptyYearToDate(2026), ...overrides.yearToDate },
    period: overrides.period ?? periodStarting('2026-03-02'),
    runType: overrides.runType ?? 'REGULAR',
    ruleSetVersion: CURRENT_RULE_SET_VERSION,
  };
}

export function payslipOf(facts: EmployeePayFacts): Payslip {
  const payslip = calculatePayslip(facts);
  if (!payslip.ok) throw new Error(`${payslip.error.type}: ${payslip.error.message}`);
  return payslip.value;
}

export function refusalOf(facts: EmployeePayFacts): string {
  const payslip = calculatePayslip(facts);
  return payslip.ok ? 'no refusal' : payslip.error.type;
}

/** The amount of a line, 0 where the payslip has none. */
export function amountOf(payslip: Payslip, code: string): number {
  return payslip.lines.filter((line) => line.code === code).reduce((sum, line) => sum + line.amountCents, 0);
}

export function lineOf(payslip: Payslip, code: string): PayslipLine {
  const line = payslip.lines.find((candidate) => candidate.code === code);
  if (line === undefined) throw new Error(`the payslip has no ${code}`);
  return line;
}

/** Facts in which nothing is taxed, so that disposable earnings are the gross. */
export function untaxed(grossCents: number, overrides: Overrides = {}): EmployeePayFacts {
  const period = overrides.period ?? periodStarting('2026-03-02', 'WEEKLY');
  return payFacts({
    ...overrides,
    period,
    employee: {
      federalW4: { ...W4, exemptForYear: 2026 },
      ficaExemption: 'STUDENT_OF_EMPLOYER',
      compensation: {
        type: 'SALARY',
        annualSalaryCents: grossCents * period.periodsPerYear,
        isOvertimeExempt: true,
      },
      ...overrides.employee,
    },
  });
}

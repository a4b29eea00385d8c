import { util } from '@aws-appsync/utils';
import type { Compensation, Employee, TaxProfile } from '../clients/generated/schema.ts';
import type { EmployeeProfile } from '../payroll/EmployeePayFacts.ts';
import type { EmployeeRecord } from '../table/employee.ts';
import { moneyOf } from './money.ts';

/** An employee as the API shows it. */
export function employeeAnswerOf(employee: EmployeeRecord): Employee {
  const profile = JSON.parse(employee.profile) as EmployeeProfile;
  const today = util.time.nowISO8601().slice(0, 10);
  const terminationDate = employee.terminationDate;
  return {
    employeeId: employee.employeeId,
    externalId: employee.externalId,
    payGroupId: employee.payGroupId,
    givenName: employee.givenName,
    familyName: employee.familyName,
    status: terminationDate && terminationDate < today ? 'TERMINATED' : 'ACTIVE',
    hireDate: employee.hireDate,
    terminationDate: terminationDate ?? null,
    workState: profile.workState,
    compensation: compensationOf(profile),
    taxProfile: taxProfileOf(profile),
    version: employee.version,
  };
}

function compensationOf({ compensation }: EmployeeProfile): Compensation | null {
  if (!compensation) return null;
  if (compensation.type === 'SALARY')
    return { type: 'SALARY', annualSalary: moneyOf(compensation.annualSalaryCents), hourlyRate: null };
  return { type: 'HOURLY', annualSalary: null, hourlyRate: moneyOf(compensation.hourlyRateCents) };
}

function taxProfileOf({ federalW4 }: EmployeeProfile): TaxProfile | null {
  if (federalW4?.form !== 'W4_2020') return null;
  return {
    filingStatus: federalW4.filingStatus,
    multipleJobs: federalW4.isStep2Checked,
    dependentsCredit: moneyOf(federalW4.step3CreditsCents),
    otherIncome: moneyOf(federalW4.step4aOtherIncomeCents),
    deductions: moneyOf(federalW4.step4bDeductionsCents),
    extraWithholding: moneyOf(federalW4.step4cExtraWithholdingCents),
  };
}

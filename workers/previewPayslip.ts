import type { Given } from '../clients/generated/inputShapes.ts';
import type { PayslipPreview } from '../clients/generated/schema.ts';
import { yearOf } from '../payroll/dates.ts';
import { type ErrorCode, refuse, type Result, succeed } from '../payroll/errors.ts';
import { payPeriodOf } from '../payroll/payPeriods.ts';
import { CURRENT_RULE_SET_VERSION } from '../payroll/ruleSets.ts';
import { getCompany } from '../table/company.ts';
import { type EmployeeRecord, getEmployees } from '../table/employee.ts';
import { getPayGroup, scheduleOf } from '../table/payGroup.ts';
import { getPayrollInputs } from '../table/payrollInput.ts';
import { runIdOf } from '../table/runId.ts';
import { getYearsToDate } from '../table/yearToDate.ts';
import type { Segment } from '../workflows/payrollRun.ts';
import { calculateSegment } from './calculation/calculateSegment.ts';
import { companyNotFound, invalidInput, payGroupNotFound } from './commands/refusals.ts';
import { readInput } from './commands/readInput.ts';
import { userErrorOf } from './commands/userErrors.ts';
import { employerOf } from './preparation/employerOf.ts';
import { regularPayOwed } from './preparation/regularPayOwed.ts';
import { fundingAccountOf } from './preparation/fundingAccountOf.ts';
import { fundingOf } from './preparation/fundingOf.ts';
import { countHeads } from './preview/countHeads.ts';
import { previewOf } from './preview/previewOf.ts';
import { suppose, type Supposed } from './preview/suppose.ts';

interface PreviewPayslipEvent {
  companyId: string;
  /** As it was sent. */
  input: unknown;
}

/** The answer before the resolver gives its errors their type. */
type PreviewedPayslip = Omit<PayslipPreview, 'userErrors'> & { userErrors: ReturnType<typeof userErrorOf>[] };

/**
 * Query.previewPayslip: a run of one employee that is never written down. It reads what a run would freeze now, and
 * calculates as a run does, so that the next run gives the same payslip if nothing changes until then.
 */
export const handler = async ({ companyId, input: given }: PreviewPayslipEvent): Promise<PreviewedPayslip> => {
  const read = readInput('PreviewPayslipInput', given);
  if (!read.ok) return { ...previewOf(undefined), userErrors: [userErrorOf(read.error)] };
  const prepared = await prepare(companyId, read.value);
  if (!prepared.ok) return { ...previewOf(undefined), userErrors: [userErrorOf(prepared.error)] };
  const { segment, supposed, yearToDate } = prepared.value;
  const { employee, payrollInput } = supposed;
  const { items } = calculateSegment(segment, {
    employees: new Map([[employee.employeeId, employee]]),
    inputs: new Map(payrollInput ? [[employee.employeeId, payrollInput]] : []),
    yearsToDate: new Map(yearToDate === undefined ? [] : [[employee.employeeId, yearToDate]]),
  });
  return { ...previewOf(items[0]), userErrors: [] };
};

interface Prepared {
  segment: Segment;
  supposed: Supposed;
  yearToDate: string | undefined;
}

async function prepare(companyId: string, input: Given['PreviewPayslipInput']): Promise<Result<Prepared, ErrorCode>> {
  const { employeeId, periodStartDate, type, sequence } = input;
  if (type === 'REVERSAL' || type === 'CORRECTION')
    return invalidInput('type', type, 'a type that pays by itself', 'Preview the type of the run that it refers to.');
  const [company, employees] = await Promise.all([getCompany(companyId), getEmployees(companyId, [employeeId])]);
  const employee = employees.get(employeeId);
  if (!company) return companyNotFound(companyId);
  if (!employee) return employeeNotFound(employeeId);
  const { payGroupId } = employee;
  const group = await getPayGroup(companyId, payGroupId);
  if (!group) return payGroupNotFound(payGroupId);
  const period = payPeriodOf(scheduleOf(group), periodStartDate);
  if (!period.ok) return { ok: false, error: { ...period.error, field: 'periodStartDate' } };
  const runId = runIdOf({ companyId, payGroupId, periodStartDate, type, sequence });
  const year = yearOf(period.value.payDate);
  const [headcount, account, years, inputs, owed] = await Promise.all([
    countHeads(company, period.value, CURRENT_RULE_SET_VERSION),
    fundingAccountOf(companyId, group.fundingAccountId),
    getYearsToDate(companyId, year, [employeeId]),
    getPayrollInputs(companyId, payGroupId, periodStartDate, [employeeId]),
    type === 'OFF_CYCLE'
      ? regularPayOwed({ companyId, payGroupId, period: period.value, runId, employeeIds: [employeeId] })
      : new Set<string>(),
  ]);
  const funding = fundingOf(account);
  const supposed = suppose(input, period.value, employee, inputs.get(employeeId));
  if (!supposed.ok) return supposed;
  return succeed({
    segment: {
      ...{ companyId, runId, payGroupId, type, sequence, segment: 0, calculation: 1, period: period.value },
      ...(funding ? { funding } : {}),
      employer: employerOf(company, headcount),
      ruleSetVersion: CURRENT_RULE_SET_VERSION,
      ...(owed.size > 0 ? { regularPayIds: [...owed] } : {}),
      employees: [[employeeId, employee.version, supposed.value.payrollInput?.version ?? 0]],
    },
    supposed: supposed.value,
    yearToDate: years.get(employeeId)?.yearToDate,
  });
}

const employeeNotFound = (employeeId: EmployeeRecord['employeeId']) =>
  refuse(
    'EMPLOYEE_NOT_FOUND',
    `Employee "${employeeId}" does not exist in this company.`,
    'List the employees with the query employees.',
    'employeeId',
  );

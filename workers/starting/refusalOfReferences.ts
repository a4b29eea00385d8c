import { type ErrorCode, type Refusal, refuse } from '../../payroll/errors.ts';
import { getEmployees } from '../../table/employee.ts';
import { getRun } from '../../table/payrollRun.ts';
import { runNotFound } from '../commands/refusals.ts';
import type { StartFacts } from './StartFacts.ts';

/** Refuses employees who are not in the pay group, and a run that cannot be corrected by this one. */
export async function refusalOfReferences(facts: StartFacts): Promise<Refusal<ErrorCode> | undefined> {
  const { companyId, payGroupId, periodStartDate, employeeIds, correctsRunId } = facts;
  const [employees, corrected] = await Promise.all([
    getEmployees(companyId, employeeIds ?? []),
    correctsRunId === undefined ? undefined : getRun(companyId, correctsRunId),
  ]);
  const missing = employeeIds?.find((employeeId) => employees.get(employeeId)?.payGroupId !== payGroupId);
  if (missing !== undefined)
    return refuse(
      'EMPLOYEE_NOT_FOUND',
      `Employee "${missing}" is not in the pay group "${payGroupId}".`,
      'Take ids from the query employees; an employee is paid by the runs of one group.',
      'employeeIds',
    );
  if (correctsRunId === undefined) return undefined;
  if (!corrected)
    return { ...runNotFound(correctsRunId), error: { ...runNotFound(correctsRunId).error, field: 'correctsRunId' } };
  const isOfPeriod = corrected.payGroupId === payGroupId && corrected.period.startDate === periodStartDate;
  if (isOfPeriod && corrected.reversedByRunIds?.length) return undefined;
  return refuse(
    'INVALID_STATE',
    isOfPeriod
      ? `Nothing was taken back from run "${correctsRunId}".`
      : `Run "${correctsRunId}" pays the period from ${corrected.period.startDate} of "${corrected.payGroupId}".`,
    isOfPeriod ? 'Take it back with voidPayrollRun first.' : 'Start the correction for that group and period.',
    'correctsRunId',
  );
}

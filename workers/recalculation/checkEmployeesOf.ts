import { type ErrorCode, type Refusal, refuse } from '../../payroll/errors.ts';
import { atOnce } from '../../table/atOnce.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import { findSegment, getRunItem } from '../../table/runItem.ts';

const EMPLOYEES_AT_ONCE = 16;

/** Refuses employees who are not in the run, or nothing to retry; nothing when the mutation can do what it is asked to. */
export async function checkEmployeesOf(
  run: RunRecord,
  mutation: string,
  employeeIds: readonly string[] | undefined,
): Promise<Refusal<ErrorCode> | undefined> {
  if (!employeeIds) return mutation === 'retryPayrollRunItems' && !run.failedCount ? nobodyFailed(run) : undefined;
  const { companyId, runId } = run;
  const isInRun = await atOnce(EMPLOYEES_AT_ONCE, employeeIds, async (employeeId) => {
    const segment = await findSegment(companyId, runId, employeeId);
    return segment && (await getRunItem({ companyId, runId, segment: segment.segment, employeeId })) !== undefined;
  });
  const missing = employeeIds.find((_, index) => !isInRun[index]);
  return missing === undefined
    ? undefined
    : refuse(
        'EMPLOYEE_NOT_FOUND',
        `Employee "${missing}" is not in run "${runId}".`,
        'Name employees of payrollRunItems; who joined the pay group since comes in by recalculatePayrollRun.',
        'employeeIds',
      );
}

const nobodyFailed = ({ runId }: RunRecord) =>
  refuse(
    'INVALID_STATE',
    `Nobody failed in run "${runId}".`,
    'Name the employees whose data changed, or recalculate the whole run.',
    'employeeIds',
  );

import { yearOf } from '../../payroll/dates.ts';
import type { EmployeePayFacts, EmployeeProfile, PayInputs } from '../../payroll/EmployeePayFacts.ts';
import { refuse, type Result, succeed } from '../../payroll/errors.ts';
import { emptyYearToDate } from '../../payroll/yearToDate.ts';
import type { EmployeeRecord } from '../../table/employee.ts';
import type { EnteredPay, PayrollInputRecord } from '../../table/payrollInput.ts';
import type { Segment } from '../../workflows/payrollRun.ts';

const NO_INPUTS: PayInputs = { workweeks: [], earnings: [] };

/**
 * What decides one employee's payslip, put together from a manifest's line and the frozen versions that it names. The run
 * calculates from it, and whoever explains or verifies the payslip later gets the same facts again.
 */
export function factsOf(
  segment: Segment,
  employee: EmployeeRecord,
  input: PayrollInputRecord | undefined,
): Result<EmployeePayFacts> {
  const file = JSON.parse(employee.profile) as Omit<EmployeeProfile, 'compensation'> & Partial<EmployeeProfile>;
  const { compensation } = file;
  if (!compensation)
    return refuse(
      'COMPENSATION_MISSING',
      'Neither a salary nor an hourly rate is recorded.',
      'Record the pay of the employee, then retry.',
      'compensation',
    );
  return succeed({
    employee: { ...file, compensation },
    employer: segment.employer,
    payInputs: input ? payInputsOf(segment, JSON.parse(input.payInputs) as EnteredPay) : NO_INPUTS,
    yearToDate: emptyYearToDate(yearOf(segment.period.payDate)),
    period: segment.period,
    runType: segment.type,
    ruleSetVersion: segment.ruleSetVersion,
  });
}

/** What was entered for exactly this run: hours belong to the regular run, and each earning to one run. */
function payInputsOf({ type, sequence }: Segment, { offCycleEarnings, ...regular }: EnteredPay): PayInputs {
  if (type === 'REGULAR') return regular;
  const { supplementalMethod } = regular;
  const earnings = offCycleEarnings?.[sequence] ?? [];
  return { workweeks: [], earnings, ...(supplementalMethod === undefined ? {} : { supplementalMethod }) };
}

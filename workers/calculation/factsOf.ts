import { yearOf } from '../../payroll/dates.ts';
import { type EmployeeFile, profileOfPeriod } from '../../payroll/EmployeeFile.ts';
import type { EmployeePayFacts, PayInputs } from '../../payroll/EmployeePayFacts.ts';
import { isRefusal, refuse, type Result, succeed } from '../../payroll/errors.ts';
import type { EnteredPay } from '../../payroll/EnteredPay.ts';
import { emptyYearToDate } from '../../payroll/yearToDate.ts';
import { decodeYearToDate } from '../../payroll/yearToDateCodec.ts';
import type { EmployeeRecord } from '../../table/employee.ts';
import { enteredPayOf, type PayrollInputRecord } from '../../table/payrollInput.ts';
import type { Segment } from '../../workflows/payrollRun.ts';

const NO_INPUTS: PayInputs = { workweeks: [], earnings: [] };

/**
 * What decides one employee's payslip, put together from a manifest's line and the frozen versions that it names. The run
 * calculates from it, and whoever explains or verifies the payslip later gets the same facts again.
 * @param yearToDate in its compact text; absent: nothing was posted in the year
 */
export function factsOf(
  segment: Segment,
  employee: EmployeeRecord,
  input: PayrollInputRecord | undefined,
  yearToDate: string | undefined,
): Result<EmployeePayFacts> {
  const { employeeId } = employee;
  const paysRegular = segment.regularPayIds?.includes(employeeId) ?? false;
  const type = paysRegular ? 'REGULAR' : payOf(segment).type;
  const isPeriodRun = type === 'REGULAR' || type === 'TERMINATION';
  const profile = profileOfPeriod(JSON.parse(employee.profile) as EmployeeFile, segment.period, isPeriodRun);
  if (isRefusal(profile)) return profile;
  const { compensation } = profile;
  if (!compensation)
    return refuse(
      'COMPENSATION_MISSING',
      'Neither a salary nor an hourly rate is recorded.',
      'Record the pay of the employee, then retry.',
      'compensation',
    );
  const entered = enteredPayOf(input);
  if (!entered.ok) return entered;
  return succeed({
    employee: { ...profile, employeeId, compensation },
    employer: segment.employer,
    payInputs: input ? payInputsOf(payOf(segment), paysRegular, entered.value) : NO_INPUTS,
    yearToDate:
      yearToDate === undefined ? emptyYearToDate(yearOf(segment.period.payDate)) : decodeYearToDate(yearToDate),
    period: segment.period,
    runType: type,
    ruleSetVersion: segment.ruleSetVersion,
  });
}

/** Which run's pay is calculated: a correction's is that of the run which it corrects. */
const payOf = ({ corrects, type, sequence }: Segment) => corrects ?? { type, sequence };

/**
 * What was entered for exactly this run: hours belong to the run that pays the period, and each earning to one run.
 * @param paysRegular the run also pays what the regular run of the period did not pay to this employee
 */
function payInputsOf(
  { type, sequence }: Pick<Segment, 'type' | 'sequence'>,
  paysRegular: boolean,
  { offCycleEarnings, ...regular }: EnteredPay,
): PayInputs {
  if (type === 'REGULAR' || type === 'TERMINATION') return regular;
  const { supplementalMethod } = regular;
  const earnings = offCycleEarnings?.[sequence] ?? [];
  if (paysRegular) return { ...regular, earnings: [...regular.earnings, ...earnings] };
  return { workweeks: [], earnings, ...(supplementalMethod === undefined ? {} : { supplementalMethod }) };
}

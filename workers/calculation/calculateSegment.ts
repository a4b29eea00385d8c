import { calculatePayslip } from '../../payroll/calculatePayslip.ts';
import type { EmployeePayFacts } from '../../payroll/EmployeePayFacts.ts';
import { type PayrollError, refuse, type Result } from '../../payroll/errors.ts';
import type { Payslip } from '../../payroll/Payslip.ts';
import { encodePayslip } from '../../payroll/payslipCodec.ts';
import type { EmployeeRecord } from '../../table/employee.ts';
import { encodePayments } from '../../table/payments.ts';
import type { PayrollInputRecord } from '../../table/payrollInput.ts';
import type { CalculatedItem, FailedItem, RunItemRecord, SegmentRecord } from '../../table/runItem.ts';
import type { Segment } from '../../workflows/payrollRun.ts';
import { factsOf } from './factsOf.ts';
import type { Frozen } from './getFrozen.ts';
import { paymentsOf } from './paymentsOf.ts';
import { type Outcome, sumUpSegment } from './sumUpSegment.ts';

/**
 * Gross to net for the employees of a segment, and the sums over them. A function of its arguments alone: whoever
 * calculates the same segment again gets the same bytes. An employee whose data does not allow a payslip becomes a failed
 * item with the reason and the fix, and holds up nobody else.
 */
export function calculateSegment(
  segment: Segment,
  { employees, inputs, yearsToDate }: Frozen,
): { items: RunItemRecord[]; record: SegmentRecord } {
  const excluded = new Set(segment.excludedIds);
  const outcomes = segment.employees.map(([employeeId]) => {
    const employee = employees.get(employeeId);
    if (!employee) throw new Error(`employee ${employeeId} was not read`);
    if (excluded.has(employeeId)) return leftOut(employee);
    return calculateEmployee(segment, employee, inputs.get(employeeId), yearsToDate.get(employeeId));
  });
  return sumUpSegment(segment, outcomes);
}

const nameOf = ({ givenName, familyName }: EmployeeRecord) => `${givenName} ${familyName}`;

const leftOut = (employee: EmployeeRecord): Outcome => ({
  item: { status: 'EXCLUDED', employeeId: employee.employeeId, employeeName: nameOf(employee) },
});

function calculateEmployee(
  segment: Segment,
  employee: EmployeeRecord,
  input: PayrollInputRecord | undefined,
  yearToDate: string | undefined,
): Outcome {
  const facts = factsOf(segment, employee, input, yearToDate);
  const payslip = facts.ok ? calculateOne(facts.value) : facts;
  if (!payslip.ok) return failed(employee, payslip.error);
  const { grossCents, netPayCents, ruleSetVersion } = payslip.value;
  const payments = paymentsOf(segment, employee, netPayCents);
  if (!payments.ok) return failed(employee, payments.error);
  const item: CalculatedItem = {
    status: 'CALCULATED',
    employeeId: employee.employeeId,
    employeeName: nameOf(employee),
    payDate: segment.period.payDate,
    ruleSetVersion,
    grossPayCents: grossCents,
    netPayCents,
    payslip: encodePayslip(payslip.value),
    ...(payments.value.length > 0 ? { payments: encodePayments(payments.value) } : {}),
  };
  return { item, payslip: payslip.value, payments: payments.value };
}

function failed(employee: EmployeeRecord, { type, message, resolution }: PayrollError): Outcome {
  const item: FailedItem = {
    status: 'FAILED',
    employeeId: employee.employeeId,
    employeeName: nameOf(employee),
    errorCode: type,
    errorMessage: message,
    errorResolution: resolution,
  };
  return { item };
}

/** One payslip. An assertion of the rules that does not hold stops this employee: nobody is paid a wrong amount for it. */
function calculateOne(facts: EmployeePayFacts): Result<Payslip> {
  try {
    return calculatePayslip(facts);
  } catch (error) {
    return refuse(
      'CALCULATION_STOPPED',
      `The rules stopped at their own check: ${(error as Error).message}.`,
      'Leave the employee out of this run and report the run and the employee to engineering.',
    );
  }
}

import { calculatePayslip } from '../../payroll/calculatePayslip.ts';
import type { EmployeePayFacts } from '../../payroll/EmployeePayFacts.ts';
import { enteredNotPaid, type EnteredNotPaid } from '../../payroll/enteredNotPaid.ts';
import { type PayrollError, refuse, type Result, succeed } from '../../payroll/errors.ts';
import type { Payslip } from '../../payroll/Payslip.ts';
import { postingOf } from '../../payroll/postingOf.ts';
import { unpayableOf } from '../../payroll/unpayable.ts';
import type { EmployeeRecord } from '../../table/employee.ts';
import { encodePayments } from '../../table/payments.ts';
import { readablePartsOf, type PayrollInputRecord } from '../../table/payrollInput.ts';
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
    if (excluded.has(employeeId)) return leftOut(employee, inputs.get(employeeId));
    return calculateEmployee(segment, employee, inputs.get(employeeId), yearsToDate.get(employeeId));
  });
  return sumUpSegment(segment, outcomes);
}

const nameOf = ({ givenName, familyName }: EmployeeRecord) => `${givenName} ${familyName}`;

const leftOut = (employee: EmployeeRecord, input: PayrollInputRecord | undefined): Outcome => ({
  item: { status: 'EXCLUDED', employeeId: employee.employeeId, employeeName: nameOf(employee) },
  notPaid: readablePartsOf(input)?.length !== 0 ? [enteredNotPaid('EXCLUDED', employee.externalId)] : [],
});

function calculateEmployee(
  segment: Segment,
  employee: EmployeeRecord,
  input: PayrollInputRecord | undefined,
  yearToDate: string | undefined,
): Outcome {
  const outcome = stoppedByThrow(() => payEmployee(segment, employee, input, yearToDate));
  return outcome.ok ? outcome.value : failed(employee, outcome.error);
}

/** The payslip, what it will post and how it is paid: all of it is known to work before anybody is paid. */
function payEmployee(
  segment: Segment,
  employee: EmployeeRecord,
  input: PayrollInputRecord | undefined,
  yearToDate: string | undefined,
): Result<Outcome> {
  const facts = factsOf(segment, employee, input, yearToDate);
  if (!facts.ok) return facts;
  const payslip = calculatePayslip(facts.value);
  if (!payslip.ok) return payslip;
  const posting = postingOf(payslip.value, facts.value.yearToDate);
  if (!posting.ok) return posting;
  const { grossCents, netPayCents, ruleSetVersion } = payslip.value;
  const payments = paymentsOf(segment, employee, netPayCents);
  if (!payments.ok) return payments;
  const item: CalculatedItem = {
    status: 'CALCULATED',
    employeeId: employee.employeeId,
    employeeName: nameOf(employee),
    payDate: segment.period.payDate,
    ruleSetVersion,
    grossPayCents: grossCents,
    netPayCents,
    payslip: posting.value.payslip,
    ...(payments.value.length > 0 ? { payments: encodePayments(payments.value) } : {}),
  };
  const { postings } = posting.value;
  const notPaid = [
    ...notPaidOf(facts.value, employee.externalId),
    ...(isPayMissing(payslip.value) ? [enteredNotPaid('NO_NET_PAY', employee.externalId)] : []),
  ];
  return succeed({ item, notPaid, calculated: { payslip: payslip.value, postings, payments: payments.value } });
}

/** Nothing is paid although something was earned, or although the employee is in a run that pays only what is due to them. */
const isPayMissing = ({ runType, grossCents, netPayCents }: Payslip): boolean =>
  netPayCents === 0 && (grossCents > 0 || (runType !== 'REGULAR' && runType !== 'TERMINATION'));

/** What was entered for the run and is not in the payslip, as the employee is now. */
const notPaidOf = ({ payInputs, employee, period }: EmployeePayFacts, externalId: string): EnteredNotPaid[] =>
  unpayableOf(payInputs, employee, period).map(({ reason }) => enteredNotPaid(reason, externalId));

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

/** An assertion that does not hold, or a record that cannot be read, stops this employee alone: nobody is paid a wrong amount. */
function stoppedByThrow<Value>(calculate: () => Result<Value>): Result<Value> {
  try {
    return calculate();
  } catch (error) {
    return refuse(
      'CALCULATION_STOPPED',
      `The rules stopped at their own check: ${(error as Error).message}.`,
      'Leave the employee out of this run and report the run and the employee to engineering.',
    );
  }
}

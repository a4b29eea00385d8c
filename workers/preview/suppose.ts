import type { Given } from '../../clients/generated/inputShapes.ts';

import { type EmployeeFile, fileOn } from '../../payroll/EmployeeFile.ts';
import type { EnteredPay } from '../../payroll/EnteredPay.ts';
import { type ErrorCode, type Result, succeed } from '../../payroll/errors.ts';
import type { PayPeriod } from '../../payroll/payPeriods.ts';
import type { EmployeeRecord } from '../../table/employee.ts';
import { enteredPayOf, inputRecordOf, OFFICE, type PayrollInputRecord } from '../../table/payrollInput.ts';
import { compensationOf } from '../commands/employeeFile/compensationOf.ts';
import { InputReader } from '../commands/InputReader.ts';
import { payInputsOf } from '../commands/payInputs/payInputsOf.ts';

/** An employee and what is entered for them, as they are or as somebody supposes them to be. */
export interface Supposed {
  employee: EmployeeRecord;
  payrollInput: PayrollInputRecord | undefined;
}

/** Puts what a preview supposes in the place of what is recorded: each member that is given, and no other. */
export function suppose(
  input: Given['PreviewPayslipInput'],
  period: PayPeriod,
  employee: EmployeeRecord,
  payrollInput: PayrollInputRecord | undefined,
): Result<Supposed, ErrorCode> {
  const supposedEmployee = withCompensation(employee, input.compensation, period);
  if (!supposedEmployee.ok) return supposedEmployee;
  if (!input.hoursWorked && !input.earnings) return succeed({ employee: supposedEmployee.value, payrollInput });
  const entered = enteredWith(input, period, employee, payrollInput);
  if (!entered.ok) return entered;
  const version = payrollInput?.version ?? 1;
  return succeed({
    employee: supposedEmployee.value,
    payrollInput: inputRecordOf(employee.employeeId, version, [
      { source: OFFICE, payInputs: JSON.stringify(entered.value), version },
    ]),
  });
}

function withCompensation(
  employee: EmployeeRecord,
  compensation: Given['PreviewPayslipInput']['compensation'],
  { startDate }: PayPeriod,
): Result<EmployeeRecord, ErrorCode> {
  if (!compensation) return succeed(employee);
  const reader = new InputReader();
  const { changes, ...file } = JSON.parse(employee.profile) as EmployeeFile;
  const recorded = fileOn({ ...file, ...(changes ? { changes } : {}) }, startDate).compensation;
  const supposed = reader.resultOf(compensationOf(reader, compensation, recorded));
  if (!supposed.ok) return supposed;
  // What is supposed holds on all days of the period.
  const others = changes?.map(({ compensation: _recorded, ...change }) => change);
  const profile = { ...file, ...(others ? { changes: others } : {}), compensation: supposed.value };
  return succeed({ ...employee, profile: JSON.stringify(profile) });
}

function enteredWith(
  { type, sequence, hoursWorked, earnings }: Given['PreviewPayslipInput'],
  period: PayPeriod,
  { externalId }: EmployeeRecord,
  payrollInput: PayrollInputRecord | undefined,
): Result<EnteredPay, ErrorCode> {
  const isRegular = type === 'REGULAR';
  // Earnings that name no run are meant for the one that is previewed.
  const paidBy = isRegular ? {} : { offCycleSequence: sequence };
  const given = payInputsOf(
    { externalId, hoursWorked, earnings: earnings?.map((earning) => ({ ...paidBy, ...earning })) },
    period,
  );
  if (!given.ok) return given;
  const recorded = enteredPayOf(payrollInput);
  if (!recorded.ok) return recorded;
  const { offCycleEarnings: recordedElsewhere, ...recordedHere } = recorded.value;
  const offCycleEarnings = earnings ? given.value.offCycleEarnings : recordedElsewhere;
  return succeed({
    ...recordedHere,
    workweeks: hoursWorked ? given.value.workweeks : recordedHere.workweeks,
    earnings: earnings ? given.value.earnings : recordedHere.earnings,
    ...(offCycleEarnings ? { offCycleEarnings } : {}),
  });
}

import { createHash } from 'node:crypto';
import { calculatePayslip } from '../../payroll/calculatePayslip.ts';
import type { EmployeePayFacts } from '../../payroll/EmployeePayFacts.ts';
import { refuse, type Result } from '../../payroll/errors.ts';
import type { Payslip } from '../../payroll/Payslip.ts';
import { encodePayslip } from '../../payroll/payslipCodec.ts';
import type { EmployeeRecord } from '../../table/employee.ts';
import type { PayrollInputRecord } from '../../table/payrollInput.ts';
import type { RunItemRecord, SegmentRecord } from '../../table/runItem.ts';
import type { Segment } from '../../workflows/payrollRun.ts';
import { factsOf } from './factsOf.ts';

/**
 * Gross to net for the employees of a segment, and the sums over them. A function of its arguments alone: whoever
 * calculates the same segment again gets the same bytes. An employee whose data does not allow a payslip becomes a failed
 * item with the reason and the fix, and holds up nobody else.
 */
export function calculateSegment(
  segment: Segment,
  employees: ReadonlyMap<string, EmployeeRecord>,
  inputs: ReadonlyMap<string, PayrollInputRecord>,
): { items: RunItemRecord[]; record: SegmentRecord } {
  const hash = createHash('sha256');
  const items: RunItemRecord[] = [];
  const record: SegmentRecord = {
    segment: segment.segment,
    employeeCount: segment.employees.length,
    hash: '',
    calculatedCount: 0,
    failedCount: 0,
    grossPayCents: 0,
    employeeTaxesCents: 0,
    deductionsCents: 0,
    reimbursementsCents: 0,
    netPayCents: 0,
    employerTaxesCents: 0,
  };
  for (const [employeeId] of segment.employees) {
    const employee = employees.get(employeeId);
    if (!employee) throw new Error(`employee ${employeeId} was not read`);
    const employeeName = `${employee.givenName} ${employee.familyName}`;
    const facts = factsOf(segment, employee, inputs.get(employeeId));
    const payslip = facts.ok ? calculateOne(facts.value) : facts;
    if (!payslip.ok) {
      const { type, message, resolution } = payslip.error;
      record.failedCount += 1;
      items.push({
        status: 'FAILED',
        employeeId,
        employeeName,
        errorCode: type,
        errorMessage: message,
        errorResolution: resolution,
      });
      hash.update(`${employeeId} ${type} ${message}\n`);
      continue;
    }
    const { grossCents, netPayCents, totals, ruleSetVersion } = payslip.value;
    const text = encodePayslip(payslip.value);
    record.calculatedCount += 1;
    record.grossPayCents += grossCents;
    record.employeeTaxesCents += totals.taxesCents;
    record.deductionsCents += totals.preTaxDeductionsCents + totals.garnishmentsCents + totals.postTaxDeductionsCents;
    record.reimbursementsCents += totals.reimbursementsCents;
    record.netPayCents += netPayCents;
    record.employerTaxesCents += totals.employerTaxesCents;
    items.push({
      status: 'CALCULATED',
      employeeId,
      employeeName,
      payDate: segment.period.payDate,
      ruleSetVersion,
      grossPayCents: grossCents,
      netPayCents,
      payslip: text,
    });
    hash.update(`${employeeId} ${text}\n`);
  }
  record.hash = hash.digest('hex');
  return { items, record };
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

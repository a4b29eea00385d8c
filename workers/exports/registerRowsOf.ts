import { decodePayslip } from '../../payroll/payslipCodec.ts';
import { getEmployees } from '../../table/employee.ts';
import { decodePayments } from '../../table/payments.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import type { RunItemRecord } from '../../table/runItem.ts';
import type { RegisterRow } from '../documents/registerColumns.ts';
import { itemsOfSegments } from './itemsOfSegments.ts';

/** The rows of the payroll register for some segments of a run. */
export async function registerRowsOf(run: RunRecord, fromSegment: number, nextSegment: number): Promise<RegisterRow[]> {
  const found = await itemsOfSegments(run, fromSegment, nextSegment);
  const employees = await getEmployees(
    run.companyId,
    found.map(({ item }) => item.employeeId),
  );
  return found.map(({ item }) => rowOf(item, employees.get(item.employeeId)?.externalId ?? ''));
}

function rowOf(item: RunItemRecord, externalId: string): RegisterRow {
  const { employeeId, employeeName, status } = item;
  const row = { employeeId, externalId, employeeName, status, payslip: undefined, paidCents: {}, error: undefined };
  switch (item.status) {
    case 'CALCULATED':
      return { ...row, payslip: decodePayslip(item.payslip), paidCents: paidCentsOf(item.payments) };
    case 'FAILED':
      return { ...row, error: { code: item.errorCode, message: item.errorMessage, resolution: item.errorResolution } };
    case 'EXCLUDED':
      return row;
  }
}

function paidCentsOf(payments: string | undefined): RegisterRow['paidCents'] {
  const paid: { DIRECT_DEPOSIT?: number; CHECK?: number } = {};
  for (const { method, amountCents } of decodePayments(payments)) paid[method] = (paid[method] ?? 0) + amountCents;
  return paid;
}

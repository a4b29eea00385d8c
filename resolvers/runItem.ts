import { util } from '@aws-appsync/utils';
import type { PayrollRunItem } from '../clients/generated/schema.ts';
import type { RunItemRecord } from '../table/runItem.ts';
import { moneyOf } from './money.ts';

/** Where a payslip lies: its id says so. */
export interface PayslipPlace {
  runId: string;
  segment: number;
  employeeId: string;
}

/** `slip_` and the ids of run, segment and employee: whoever holds it finds the payslip with one read. */
export function payslipIdOf({ runId, segment, employeeId }: PayslipPlace): string {
  return `slip_${runId.slice(4)}_${segment}_${employeeId.slice(4)}`;
}

/** Takes a payslip id apart; refuses what cannot be one. */
export function placeOf(payslipId: string): PayslipPlace {
  const parts = payslipId.split('_');
  if (parts.length !== 4 || parts[0] !== 'slip')
    util.error(`payslipId "${payslipId}" is not the id of a payslip: take it from payrollRunItems.`, 'INVALID_ID');
  return { runId: `run_${parts[1]}`, segment: JSON.parse(parts[2] as string) as number, employeeId: `emp_${parts[3]}` };
}

/** An employee of a run as the API shows it. */
export function runItemOf(item: RunItemRecord, runId: string, segment: number): PayrollRunItem {
  const { employeeId, employeeName, status } = item;
  if (item.status === 'FAILED')
    return {
      runId,
      employeeId,
      employeeName,
      status,
      payslipId: null,
      grossPay: null,
      netPay: null,
      error: { code: item.errorCode, message: item.errorMessage, resolution: item.errorResolution },
    };
  return {
    runId,
    employeeId,
    employeeName,
    status,
    payslipId: payslipIdOf({ runId, segment, employeeId }),
    grossPay: moneyOf(item.grossPayCents),
    netPay: moneyOf(item.netPayCents),
    error: null,
  };
}

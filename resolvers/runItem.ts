import { util } from '@aws-appsync/utils';
import type { PayrollRunItem } from '../clients/generated/schema.ts';
import type { RunItemRecord } from '../table/runItem.ts';
import { moneyOf } from './money.ts';
import type { RunPayments } from '../table/payments.ts';
import { paymentsOfItem } from './payment.ts';

/** Where a payslip lies: its id says so. */
export interface PayslipPlace {
  runId: string;
  segment: number;
  employeeId: string;
}

/** `slip_` and the ids of run, segment and employee: its holder finds the payslip with one read. */
export function payslipIdOf({ runId, segment, employeeId }: PayslipPlace): string {
  return `slip_${runId.slice(4)}_${segment}_${employeeId.slice(4)}`;
}

/** Takes a payslip id apart; refuses what cannot be one. */
export function placeOf(payslipId: string): PayslipPlace {
  // Looked at before its number is parsed: a resolver cannot catch what JSON.parse throws.
  if (!util.matches('slip_[A-Za-z0-9]{1,40}_(0|[1-9][0-9]{0,5})_[A-Za-z0-9]{1,40}', payslipId))
    util.error(
      `payslipId "${payslipId.slice(0, 40)}" is not the id of a payslip: take it from payrollRunItems.`,
      'INVALID_ID',
    );
  const parts = payslipId.split('_');
  return { runId: `run_${parts[1]}`, segment: JSON.parse(parts[2] as string) as number, employeeId: `emp_${parts[3]}` };
}

const LEFT_OUT = {
  code: 'LEFT_OUT',
  message: 'A person left the employee out of this run; its history says who and why.',
  resolution: 'Name the employee in retryPayrollRunItems while the run waits, or pay what is owed by an off-cycle run.',
};

/**
 * An employee of a run as the API shows it.
 * @param payments how far the run's payment files are
 */
export function runItemOf(item: RunItemRecord, runId: string, segment: number, payments: RunPayments): PayrollRunItem {
  const { employeeId, employeeName, status } = item;
  const nothing = {
    runId,
    employeeId,
    employeeName,
    status,
    payslipId: null,
    grossPay: null,
    netPay: null,
    payments: null,
    reversedByRunId: null,
  };
  if (item.status === 'FAILED')
    return {
      ...nothing,
      error: { code: item.errorCode, message: item.errorMessage, resolution: item.errorResolution },
    };
  if (item.status === 'EXCLUDED') return { ...nothing, error: LEFT_OUT };
  return {
    runId,
    employeeId,
    employeeName,
    status,
    payslipId: payslipIdOf({ runId, segment, employeeId }),
    grossPay: moneyOf(item.grossPayCents),
    netPay: moneyOf(item.netPayCents),
    error: null,
    payments: paymentsOfItem(item, { runId, segment }, payments),
    reversedByRunId: item.reversedByRunId ?? null,
  };
}

import {
  PayslipDocument,
  PayslipOfEmployeeDocument,
  type PayslipPartsFragment,
} from '../../generated/operations/graphql.ts';
import { CliError } from '../CliError.ts';
import { EXIT } from '../exitCodes.ts';
import type { Invocation } from '../Invocation.ts';

/** How a payslip is named: by its id, or by its run and employee. */
export interface PayslipGiven {
  payslip: string;
  employee: string | undefined;
}

export async function readPayslip(invocation: Invocation<PayslipGiven>): Promise<PayslipPartsFragment> {
  const { payslip: first, employee: employeeId } = invocation.given;
  if (!employeeId && !first.startsWith('slip_'))
    throw new CliError(
      EXIT.usage,
      'MISSING_ARGUMENT',
      'Name the payslip (slip_…), or the run (run_…) and the employee (emp_…).',
    );
  const payslip = employeeId
    ? (await invocation.read(PayslipOfEmployeeDocument, { runId: first, employeeId })).payslipOfEmployee
    : (await invocation.read(PayslipDocument, { payslipId: first })).payslip;
  if (!payslip) throw payslipNotFound(invocation);
  return payslip;
}

/** The id of a payslip, read only where it was not given. */
export async function payslipIdOf(invocation: Invocation<PayslipGiven>): Promise<string> {
  const { payslip, employee } = invocation.given;
  return !employee && payslip.startsWith('slip_') ? payslip : (await readPayslip(invocation)).payslipId;
}

export const payslipNotFound = ({ given: { payslip, employee } }: Invocation<PayslipGiven>) =>
  new CliError(
    EXIT.refused,
    'PAYSLIP_NOT_FOUND',
    `There is no payslip ${[payslip, employee].filter(Boolean).join(' ')} in this company; "runs show" names the employees of ` +
      'a run that have none.',
  );

import { refuse } from '../../payroll/errors.ts';
import { cents } from '../../payroll/money.ts';
import { effectiveEntryDate } from '../../payroll/payments/effectiveEntryDate.ts';
import type { RunStatus } from '../../payroll/runStatus.ts';
import { getCompany } from '../../table/company.ts';
import { getEmployees } from '../../table/employee.ts';
import { getFundingAccount } from '../../table/fundingAccount.ts';
import { putPaymentFile } from '../../table/paymentFile.ts';
import { paymentIdOf, type PaymentPlace, standingOf } from '../../table/payments.ts';
import { getPaidItem } from '../../table/paymentState.ts';
import { getRun } from '../../table/payrollRun.ts';
import type { PaymentState } from '../../table/runItem.ts';
import type { Decision } from '../commands/answerOnce.ts';
import type { MutationEvent } from '../commands/caller.ts';
import { fundingAccountNotFound } from '../commands/refusals.ts';
import { openVault } from '../secrets/openVault.ts';
import { depositFor } from './depositFor.ts';
import { easternTime } from './easternTime.ts';
import { individualIdOf } from './individualId.ts';
import { paymentChangeItems } from './paymentChangeItems.ts';
import { paymentFileIdOf } from './paymentFileId.ts';
import { paymentNotFound } from './paymentPlaceOf.ts';
import { writePaymentFile } from './writePaymentFile.ts';

/** Statuses of a run whose payments may go out again. */
const PAYABLE: readonly RunStatus[] = ['PAYING', 'PAID', 'PARTIALLY_PAID'];

/**
 * Whether a payment may go out again, and the writes that send it: alone in a file, to the account that is on record now.
 * The file lies in the bucket before it is recorded; the record, the payment and the run change together.
 */
export async function decideRetry(
  { caller }: MutationEvent<object>,
  place: PaymentPlace,
  nowMs: number,
): Promise<Decision<object>> {
  const { companyId, actor } = caller;
  const { runId, employeeId, split } = place;
  const paymentId = paymentIdOf(place);
  const at = new Date(nowMs).toISOString();
  const [run, paid, employees] = await Promise.all([
    getRun(companyId, runId),
    getPaidItem(companyId, place),
    getEmployees(companyId, [employeeId]),
  ]);
  const employee = employees.get(employeeId);
  if (!run || !paid || !employee) return paymentNotFound(paymentId);
  const standing = standingOf(paid.item, split, run.paymentsSubmittedAt);
  // It waits for the gateway since an earlier call: that one counts.
  if (standing.status === 'PENDING' && standing.attempt > 1) return { existing: {} };
  if (standing.status !== 'RETURNED')
    return refuse(
      'PAYMENT_NOT_RETURNED',
      `Payment "${paymentId}" is ${standing.status}; only a payment that is RETURNED is paid again.`,
      'If the bank sent it back, record that with markPaymentReturned first.',
      'paymentId',
    );
  const { reversedByRunId } = paid.item;
  if (reversedByRunId !== undefined)
    return refuse(
      'INVALID_STATE',
      `The pay of employee "${employeeId}" in run "${runId}" was taken back by run "${String(reversedByRunId)}".`,
      'Pay the employee by a CORRECTION run.',
      'paymentId',
    );
  if (!PAYABLE.includes(run.status) || paid.payment.amountCents < 0)
    return refuse(
      'INVALID_STATE',
      `Run "${runId}" is ${run.type === 'REVERSAL' ? 'a REVERSAL' : run.status}; nothing of it is paid again.`,
      'Pay the employee by an OFF_CYCLE or CORRECTION run, or agree how the money comes back.',
      'paymentId',
    );
  const { reversedByRunId } = paid.item;
  if (reversedByRunId !== undefined)
    return refuse(
      'INVALID_STATE',
      `The pay of employee "${employeeId}" in run "${runId}" was taken back by run "${String(reversedByRunId)}".`,
      'Pay the employee by a CORRECTION run.',
      'paymentId',
    );
  const deposit = depositFor(employee, split);
  if (!deposit)
    return refuse(
      'INVALID_BANK_ACCOUNT',
      `Employee "${employeeId}" has no account on record.`,
      'Record the account with upsertEmployees, then pay again.',
    );
  const [company, funding, vault] = await Promise.all([
    getCompany(companyId),
    getFundingAccount(companyId, run.fundingAccountId ?? ''),
    openVault(companyId, nowMs),
  ]);
  if (!company || !funding) return fundingAccountNotFound(run.fundingAccountId ?? '');
  const dates = effectiveEntryDate(run.period.payDate, easternTime(at).date);
  if (!dates.ok) return dates;
  const { accountType, routingNumber, sealed } = deposit;
  const attempt = standing.attempt + 1;
  const entry = {
    accountType,
    routingNumber,
    accountNumber: vault.open({ ownerId: employeeId, accountType, routingNumber }, sealed),
    transaction: 'CREDIT',
    isPrenote: false,
    amountCents: cents(paid.payment.amountCents),
    individualId: individualIdOf(employeeId, split),
    individualName: paid.item.employeeName,
    effectiveEntryDate: dates.value.effectiveEntryDate,
  } as const;
  const paymentFileId = paymentFileIdOf(runId, funding.fundingAccountId, `${paymentId} ${attempt}`);
  const retries = { ...place, attempt };
  const file = await writePaymentFile(
    { run, kind: 'RETRY', paymentFileId, retries, companyName: company.name, funding, entries: [entry], datedAt: at },
    nowMs,
  );
  const next: PaymentState = {
    status: 'PENDING',
    attempt,
    at,
    paymentFileId,
    effectiveEntryDate: file.effectiveEntryDate,
    employeeVersion: employee.version,
  };
  const cause = { actor, at, reason: `Payment ${paymentId} is to be paid again.` };
  return { items: [putPaymentFile(file), ...paymentChangeItems(run, place, paid, next, cause)], answer: {} };
}

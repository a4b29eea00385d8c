import { type ErrorCode, type Refusal, refuse, type Result, succeed } from '../../payroll/errors.ts';
import { cents } from '../../payroll/money.ts';
import type { BankAccount } from '../../payroll/payments/BankAccount.ts';
import { effectiveEntryDate } from '../../payroll/payments/effectiveEntryDate.ts';
import type { RunStatus } from '../../payroll/runStatus.ts';
import { getCompany } from '../../table/company.ts';
import { getEmployees } from '../../table/employee.ts';
import { getFundingAccount } from '../../table/fundingAccount.ts';
import { paymentFileItems, type PaymentFileRecord } from '../../table/paymentFile.ts';
import { paymentIdOf, type PaymentPlace, type PaymentStanding, standingOf } from '../../table/payments.ts';
import { getPaidItem, type PaidItem } from '../../table/paymentState.ts';
import { getRun, type RunRecord } from '../../table/payrollRun.ts';
import type { PaymentState } from '../../table/runItem.ts';
import type { Decision } from '../commands/answerOnce.ts';
import type { MutationEvent } from '../commands/MutationEvent.ts';
import { fundingAccountNotFound } from '../commands/refusals.ts';
import { endOfAccount } from '../secrets/endOfAccount.ts';
import { openVault } from '../secrets/openVault.ts';
import { depositFor } from './depositFor.ts';
import { easternTime } from './easternTime.ts';
import { individualIdOf } from './individualId.ts';
import { paymentChangeItems } from './paymentChangeItems.ts';
import { paymentFileIdOf } from './paymentFileId.ts';
import { paymentNotFound } from './paymentPlaceOf.ts';
import type { PreparedEntry } from './PreparedEntry.ts';
import { sentEntryOf } from './sentEntryOf.ts';
import { writePaymentFile } from './writePaymentFile.ts';

/** Statuses of a run whose payments may go out again. */
const PAYABLE: readonly RunStatus[] = ['PAYING', 'PAID', 'PARTIALLY_PAID'];

/**
 * Whether a payment may go out again, and the writes that send it: alone in a file, to the account that is on record now.
 * The file lies in the bucket before it is recorded; the record, the payment and the run change together.
 */
export async function decideRetry(
  { caller }: MutationEvent<'retryPayment'>,
  place: PaymentPlace,
  nowMs: number,
): Promise<Decision<{ paymentId: string }>> {
  const { companyId, actor } = caller;
  const { runId, employeeId, split } = place;
  const [run, paid, employees] = await Promise.all([
    getRun(companyId, runId),
    getPaidItem(companyId, place),
    getEmployees(companyId, [employeeId]),
  ]);
  const employee = employees.get(employeeId);
  if (!run || !paid || !employee) return paymentNotFound(paymentIdOf(place));
  const standing = standingOf(paid.item, split, run.paymentsSubmittedAt);
  // It waits for the gateway since an earlier call: that one counts.
  if (standing.status === 'PENDING' && standing.attempt > 1) return { existing: { paymentId: paymentIdOf(place) } };
  const refusal = refusalOf(run, paid, place, standing);
  if (refusal) return refusal;
  const deposit = depositFor(employee, split);
  if (!deposit || deposit.prenoteReturnCode !== undefined)
    return refuse(
      'INVALID_BANK_ACCOUNT',
      `Employee "${employeeId}" has no account on record${deposit ? ' but one whose prenote came back' : ''}.`,
      'Record another account with upsertEmployees, then pay again.',
    );
  const vault = await openVault(companyId, nowMs);
  const { accountType, routingNumber, sealed } = deposit;
  const accountNumber = vault.open({ ownerId: employeeId, accountType, routingNumber }, sealed);
  const account: BankAccount = { accountType, routingNumber, accountNumber };
  const unusable = await refusalOfAccount(companyId, place, paid, account);
  if (unusable) return unusable;
  const at = new Date(nowMs).toISOString();
  const attempt = standing.attempt + 1;
  const file = await writeRetryFile(run, paid, { ...place, attempt }, account, nowMs);
  if (!file.ok) return file;
  const { paymentFileId, effectiveEntryDate } = file.value;
  const { last4 } = deposit;
  const retried = { paymentFileId, effectiveEntryDate, employeeVersion: employee.version, last4 };
  const next: PaymentState = { status: 'PENDING', attempt, at, ...retried };
  const cause = { actor, at, reason: `Payment ${paymentIdOf(place)} is to be paid again.` };
  return {
    items: [...paymentFileItems(file.value), ...paymentChangeItems(run, place, paid, next, cause)],
    answer: { paymentId: paymentIdOf(place) },
  };
}

function refusalOf(
  run: RunRecord,
  { item, payment }: PaidItem,
  place: PaymentPlace,
  { status }: PaymentStanding,
): Refusal<ErrorCode> | undefined {
  const paymentId = paymentIdOf(place);
  if (status !== 'RETURNED')
    return refuse(
      'PAYMENT_NOT_RETURNED',
      `Payment "${paymentId}" is ${status}; only a payment that is RETURNED is paid again.`,
      'If the bank sent it back, record that with markPaymentReturned first.',
      'paymentId',
    );
  if (item.reversedByRunId !== undefined)
    return refuse(
      'INVALID_STATE',
      `The pay that "${paymentId}" is a part of was taken back by run "${item.reversedByRunId}".`,
      'Pay the employee by a CORRECTION run.',
      'paymentId',
    );
  if (PAYABLE.includes(run.status) && payment.amountCents > 0) return undefined;
  return refuse(
    'INVALID_STATE',
    `Run "${run.runId}" is ${run.type === 'REVERSAL' ? 'a REVERSAL' : run.status}; nothing of it is paid again.`,
    'Pay the employee by an OFF_CYCLE or CORRECTION run, or agree how the money comes back.',
    'paymentId',
  );
}

/** Return codes that say of an account that no money will ever arrive on it. */
const UNUSABLE = ['R02', 'R03', 'R04'];

/** Refuses the account that the bank called closed or unknown, as long as nothing about it changed. */
async function refusalOfAccount(
  companyId: string,
  place: PaymentPlace,
  { state }: PaidItem,
  { accountType, routingNumber, accountNumber }: BankAccount,
): Promise<Refusal<ErrorCode> | undefined> {
  const returnCode = state?.returnCode ?? '';
  if (!UNUSABLE.includes(returnCode)) return undefined;
  const sent = await sentEntryOf(companyId, place, state?.paymentFileId);
  if (
    sent?.account.accountNumber !== accountNumber ||
    sent.account.routingNumber !== routingNumber ||
    sent.account.accountType !== accountType
  )
    return undefined;
  return refuse(
    'INVALID_BANK_ACCOUNT',
    `The account on record, ****${endOfAccount(accountNumber)}, is the one that returned payment "${paymentIdOf(place)}" with ${returnCode}.`,
    'Record another account with upsertEmployees and pay again, or pay by hand with recordManualPayment.',
    'paymentId',
  );
}

/** The file that pays one payment again. */
async function writeRetryFile(
  run: RunRecord,
  { item, payment }: PaidItem,
  retries: PaymentPlace & { attempt: number },
  account: BankAccount,
  nowMs: number,
): Promise<Result<PaymentFileRecord, ErrorCode>> {
  const { companyId, runId, fundingAccountId = '', period } = run;
  const { employeeId, split, attempt } = retries;
  const datedAt = new Date(nowMs).toISOString();
  const [company, funding, vault] = await Promise.all([
    getCompany(companyId),
    getFundingAccount(companyId, fundingAccountId),
    openVault(companyId, nowMs),
  ]);
  if (!company || !funding) return fundingAccountNotFound(fundingAccountId);
  const dates = effectiveEntryDate(period.payDate, easternTime(datedAt).date);
  if (!dates.ok) return dates;
  const entry: PreparedEntry = {
    ...account,
    transaction: 'CREDIT',
    isPrenote: false,
    amountCents: cents(payment.amountCents),
    individualId: individualIdOf(employeeId, split),
    individualName: item.employeeName,
    effectiveEntryDate: dates.value.effectiveEntryDate,
  };
  const paymentFileId = paymentFileIdOf(runId, fundingAccountId, `${paymentIdOf(retries)} ${attempt}`);
  const contents = { run, companyName: company.name, funding, entries: [entry], datedAt, vault };
  return succeed(await writePaymentFile({ ...contents, kind: 'RETRY', paymentFileId, retries }, nowMs));
}

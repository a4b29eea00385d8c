import { addBankingDays } from '../../payroll/bankingDays.ts';
import type { AchReturn } from '../../payroll/payments/ach/readAchReturns.ts';
import { returnCode } from '../../payroll/payments/ach/returnCode.ts';
import { changedAccount } from '../../payroll/payments/ach/changedAccount.ts';
import { type BankAccount, bankAccountProblem } from '../../payroll/payments/BankAccount.ts';
import { findEmployee } from '../../table/employee.ts';
import { newNotice, type NoticeRecord } from '../../table/noticeOfChange.ts';
import { transact } from '../../table/transact.ts';
import type { AccountVault } from '../secrets/AccountVault.ts';
import { endOfAccount } from '../secrets/endOfAccount.ts';
import { easternTime } from './easternTime.ts';
import { ownerOfIndividualId } from './individualId.ts';
import type { FoundEntry } from './SentFiles.ts';

/** A notice is to be applied within so many banking days, or before the next entry. Source: Nacha Operating Rules. */
const DAYS_TO_APPLY = 6;

/** Notes a notice of change with the account that it is about, once. Nothing where the employee is not there any more. */
export async function noteChange(
  { code, information, originalTraceNumber }: AchReturn,
  { entry, file }: FoundEntry,
  vault: AccountVault,
  { actor, at }: { actor: string; at: string },
): Promise<{ notice: NoticeRecord; isNew: boolean } | undefined> {
  const { companyId, runId } = file;
  const { employeeIdPrefix, split } = ownerOfIndividualId(entry.individualId);
  const employee = await findEmployee(companyId, employeeIdPrefix);
  if (!employee) return undefined;
  const { employeeId, givenName, familyName } = employee;
  const meaning = returnCode(code);
  const applyBy = addBankingDays(easternTime(at).date, DAYS_TO_APPLY);
  const becomes = correctedAccount(entry.account, changedAccount(code, information));
  const notice: NoticeRecord = {
    companyId,
    noticeId: `noc_${employeeId.slice(4)}_${split}_${originalTraceNumber}`,
    employeeId,
    employeeName: `${givenName} ${familyName}`,
    split,
    code,
    meaning: meaning.ok ? meaning.value.meaning : code,
    runId,
    traceNumber: originalTraceNumber,
    was: shown(entry.account),
    ...(becomes ? { becomes: { ...shown(becomes), sealed: seal(vault, employeeId, becomes) } } : {}),
    notedAt: at,
    notedBy: actor,
    applyByDate: applyBy.ok ? applyBy.value : easternTime(at).date,
    status: 'OPEN',
  };
  const { refused } = await transact([newNotice(notice)]);
  return { notice, isNew: !refused };
}

/** The whole account as the bank wants it; nothing where what it names is no account. */
function correctedAccount(was: BankAccount, changed: Partial<BankAccount> | undefined): BankAccount | undefined {
  if (!changed) return undefined;
  const account = { ...was, ...changed };
  return bankAccountProblem(account, 'account') ? undefined : account;
}

const shown = ({ accountType, routingNumber, accountNumber }: BankAccount) => ({
  accountType,
  routingNumber,
  last4: endOfAccount(accountNumber),
});

const seal = (vault: AccountVault, ownerId: string, { accountType, routingNumber, accountNumber }: BankAccount) =>
  vault.seal({ ownerId, accountType, routingNumber }, accountNumber);

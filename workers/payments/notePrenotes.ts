import { atOnce } from '../../table/atOnce.ts';
import { type DirectDeposit, findEmployee, putEmployee } from '../../table/employee.ts';
import type { PaymentFileRecord } from '../../table/paymentFile.ts';
import { ownerOfIndividualId } from './individualId.ts';
import { sentEntries } from './sentEntries.ts';

/** How many employees' records are changed at the same time. */
const EMPLOYEES_AT_ONCE = 20;

/** How often a record is changed afresh when somebody else changes it before it could be written. */
const ATTEMPTS = 10;

/** Notes on the accounts of a file's prenotes when they were tried out; on an account that was replaced meanwhile, nothing. */
export async function notePrenotes({ companyId, effectiveEntryDate }: PaymentFileRecord, text: string): Promise<void> {
  const ids = [...sentEntries(text)].filter(({ isPrenote }) => isPrenote).map(({ individualId }) => individualId);
  await atOnce(EMPLOYEES_AT_ONCE, ids, (individualId) =>
    changeDeposit(companyId, individualId, (deposit) =>
      deposit.prenotedOn === undefined ? { ...deposit, prenotedOn: effectiveEntryDate } : undefined,
    ),
  );
}

/**
 * Notes that the prenote of an account was returned: no money is sent to it until another account is recorded. An account that
 * was recorded since is not touched. Answers whether anything was written.
 */
export const notePrenoteReturned = (
  { companyId, effectiveEntryDate }: PaymentFileRecord,
  individualId: string,
  returnCode: string,
): Promise<boolean> =>
  changeDeposit(companyId, individualId, (deposit) =>
    deposit.prenoteReturnCode === undefined && deposit.prenotedOn === effectiveEntryDate
      ? { ...deposit, prenoteReturnCode: returnCode }
      : undefined,
  );

/**
 * Changes one account of an employee, as a new version of the employee's record: what runs froze stays as it was. Answers
 * whether anything was written.
 * @param change answers the account as it is to be, or nothing to leave it
 */
async function changeDeposit(
  companyId: string,
  individualId: string,
  change: (deposit: DirectDeposit) => DirectDeposit | undefined,
): Promise<boolean> {
  const { employeeIdPrefix, split } = ownerOfIndividualId(individualId);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const employee = await findEmployee(companyId, employeeIdPrefix);
    const deposits = employee?.directDeposits ?? [];
    const deposit = deposits.find((candidate) => candidate.split === split);
    const changed = deposit && change(deposit);
    if (!employee || !changed) return false;
    const directDeposits = deposits.map((candidate) => (candidate === deposit ? changed : candidate));
    const { writtenBy: _row, ...facts } = employee;
    if (await putEmployee({ ...facts, directDeposits, version: employee.version + 1 }, employee)) return true;
  }
  throw new Error(`the record of ${employeeIdPrefix} was changed by somebody else ${ATTEMPTS} times in a row`);
}

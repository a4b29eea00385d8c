import type { Given } from '../clients/generated/inputShapes.ts';
import { type Result, succeed } from '../payroll/errors.ts';
import { achText } from '../payroll/payments/ach/achText.ts';
import { bankAccountProblem } from '../payroll/payments/BankAccount.ts';
import { getCompany } from '../table/company.ts';
import { type FundingAccountRecord, getFundingAccount, putFundingAccount } from '../table/fundingAccount.ts';
import { answerOnce, type Decision } from './commands/answerOnce.ts';
import type { MutationEvent } from './commands/MutationEvent.ts';
import { mutationHandler } from './commands/mutationHandler.ts';
import { companyNotFound, invalidInput } from './commands/refusals.ts';
import { type UserError, userErrorOf } from './commands/userErrors.ts';
import type { AccountVault } from './secrets/AccountVault.ts';
import { endOfAccount } from './secrets/endOfAccount.ts';
import { openVault } from './secrets/openVault.ts';

interface UpsertedFundingAccount {
  fundingAccount?: Omit<FundingAccountRecord, 'sealed'>;
  replayed: boolean;
  userErrors: UserError[];
}

/** Mutation.upsertFundingAccount. The account number is sealed before anything is written, and not answered. */
export const handler = mutationHandler(
  async (event: MutationEvent<'upsertFundingAccount'>): Promise<UpsertedFundingAccount> => {
    const { companyId } = event.caller;
    const { fundingAccountId, accountNumber } = event.input;
    const nowMs = Date.now();
    const checked = checkedInput(event.input);
    if (!checked.ok) return { replayed: false, userErrors: [userErrorOf(checked.error)] };
    const vault = await openVault(companyId, nowMs);
    // A hash of so few digits would give the number away: the record of the command knows a keyed one.
    const command = { ...event, input: { ...event.input, accountNumber: vault.fingerprint(accountNumber) } };
    const outcome = await answerOnce(command, nowMs, () => decide(event, vault));
    if (outcome.error) return { replayed: false, userErrors: [userErrorOf(outcome.error)] };
    const account = await getFundingAccount(companyId, fundingAccountId);
    if (!account) throw new Error(`funding account ${fundingAccountId} was answered but is not in the table`);
    const { sealed: _sealed, ...fundingAccount } = account;
    return { fundingAccount, replayed: outcome.replayed, userErrors: [] };
  },
);

async function decide(
  { caller, input }: MutationEvent<'upsertFundingAccount'>,
  vault: AccountVault,
): Promise<Decision<object>> {
  const { companyId } = caller;
  const { idempotencyKey: _key, accountNumber, ...facts } = input;
  const { fundingAccountId, accountType, routingNumber } = facts;
  const [company, previous] = await Promise.all([
    getCompany(companyId),
    getFundingAccount(companyId, fundingAccountId),
  ]);
  if (!company) return companyNotFound(companyId);
  const account: FundingAccountRecord = {
    companyId,
    ...facts,
    last4: endOfAccount(accountNumber),
    sealed: vault.seal({ ownerId: fundingAccountId, accountType, routingNumber }, accountNumber),
    version: (previous?.version ?? 0) + 1,
  };
  return { items: [putFundingAccount(account, previous)], answer: {} };
}

/** The first problem of the input; nothing that it says holds the account number. */
function checkedInput(input: Given['UpsertFundingAccountInput']): Result<Given['UpsertFundingAccountInput']> {
  const { fundingAccountId, name, bankName, companyIdentification, companyEntryName } = input;
  if (!/^[\w-]{1,40}$/.test(fundingAccountId))
    return invalidInput(
      'fundingAccountId',
      fundingAccountId,
      '1 to 40 letters, digits, "-" or "_"',
      'Choose a short id.',
    );
  if (name.trim().length < 1 || name.length > 100)
    return invalidInput('name', name.slice(0, 40), 'a text of 1 to 100 characters', 'Give the account a name.');
  if (achText(bankName) === '' || bankName.length > 100)
    return invalidInput('bankName', bankName.slice(0, 40), 'a text of 1 to 100 characters', 'Name the bank in ASCII.');
  if (!/^[0-9A-Z]{10}$/.test(companyIdentification))
    return invalidInput(
      'companyIdentification',
      companyIdentification.slice(0, 40),
      'ten capitals or digits',
      'Ask the bank what it knows the company by.',
    );
  const written = achText(companyEntryName).length;
  if (written < 1 || written > 16)
    return invalidInput(
      'companyEntryName',
      companyEntryName.slice(0, 40),
      'a name of 1 to 16 characters as banks write it',
      'Choose how it is shortened: employees read it on their statements.',
    );
  const problem = bankAccountProblem(input, 'account');
  if (!problem) return succeed(input);
  // The account's members stand beside the others in the input.
  return {
    ok: false,
    error: { ...problem.error, field: problem.error.field?.replace('account.', '') ?? 'accountNumber' },
  };
}

import { type ErrorCode, refuse, type Result, succeed } from '../payroll/errors.ts';
import { achText } from '../payroll/payments/ach/achText.ts';
import { type BankAccount, bankAccountProblem } from '../payroll/payments/BankAccount.ts';
import { isRoutingNumber } from '../payroll/payments/isRoutingNumber.ts';
import { actorsOf, withSettingsEditors } from '../payroll/preparers.ts';
import { getCompany } from '../table/company.ts';
import { type FundingAccountRecord, getFundingAccount, putFundingAccount } from '../table/fundingAccount.ts';
import { answerOnce, type Decision } from './commands/answerOnce.ts';
import type { MutationEvent } from './commands/MutationEvent.ts';
import { mutationHandler } from './commands/mutationHandler.ts';
import { companyNotFound, invalidInput, neededToCreate } from './commands/refusals.ts';
import { type UserError, userErrorOf } from './commands/userErrors.ts';
import { withoutAbsent } from './commands/withoutAbsent.ts';
import type { AccountVault } from './secrets/AccountVault.ts';
import { endOfAccount } from './secrets/endOfAccount.ts';
import { openVault } from './secrets/openVault.ts';

interface UpsertedFundingAccount {
  fundingAccount?: Omit<FundingAccountRecord, 'sealed' | 'editors'>;
  replayed: boolean;
  userErrors: UserError[];
}

/**
 * Mutation.upsertFundingAccount. The account number is sealed before anything is written, and not answered. What is left out
 * stays as it is.
 */
export const handler = mutationHandler(
  async (event: MutationEvent<'upsertFundingAccount'>): Promise<UpsertedFundingAccount> => {
    const { companyId } = event.caller;
    const { fundingAccountId, accountNumber } = event.input;
    const nowMs = Date.now();
    const vault = accountNumber === undefined ? undefined : await openVault(companyId, nowMs);
    // A hash of so few digits would give the number away: the record of the command knows a keyed one.
    const command =
      vault && accountNumber !== undefined
        ? { ...event, input: { ...event.input, accountNumber: vault.fingerprint(accountNumber) } }
        : event;
    const outcome = await answerOnce(command, nowMs, () => decide(event, vault, new Date(nowMs).toISOString()));
    if (outcome.error) return { replayed: false, userErrors: [userErrorOf(outcome.error)] };
    const account = await getFundingAccount(companyId, fundingAccountId);
    if (!account) throw new Error(`funding account ${fundingAccountId} was answered but is not in the table`);
    const { sealed: _sealed, editors: _editors, ...fundingAccount } = account;
    return { fundingAccount, replayed: outcome.replayed, userErrors: [] };
  },
);

async function decide(
  { caller, input }: MutationEvent<'upsertFundingAccount'>,
  vault: AccountVault | undefined,
  at: string,
): Promise<Decision<{ fundingAccountId: string }>> {
  const { companyId } = caller;
  const { fundingAccountId } = input;
  const [company, previous] = await Promise.all([
    getCompany(companyId),
    getFundingAccount(companyId, fundingAccountId),
  ]);
  if (!company) return companyNotFound(companyId);
  const facts = factsOf(input, previous);
  if (!facts.ok) return facts;
  const account = accountOf(input, previous, vault);
  if (!account.ok) return account;
  const version = (previous?.version ?? 0) + 1;
  const editors = withSettingsEditors(previous?.editors, actorsOf(caller), at);
  const record = { ...{ companyId, fundingAccountId }, ...facts.value, ...account.value, editors, version };
  return { items: putFundingAccount(record, previous), answer: { fundingAccountId } };
}

type Input = MutationEvent<'upsertFundingAccount'>['input'];
type Previous = FundingAccountRecord | undefined;
type Account = Pick<FundingAccountRecord, 'accountType' | 'routingNumber' | 'last4' | 'sealed'>;
type Facts = Pick<
  FundingAccountRecord,
  | 'name'
  | 'bankName'
  | 'companyIdentification'
  | 'companyEntryName'
  | 'sendsPrenotes'
  | 'sendsBalancedFiles'
  | 'immediateDestination'
  | 'immediateOrigin'
  | 'odfiRoutingNumber'
>;

/** The account itself, sealed. Bank, type and number are one thing: a change of one needs the number again. */
function accountOf(input: Input, previous: Previous, vault: AccountVault | undefined): Result<Account, ErrorCode> {
  const { fundingAccountId, accountNumber } = input;
  const accountType = input.accountType ?? previous?.accountType ?? 'CHECKING';
  const routingNumber = input.routingNumber ?? previous?.routingNumber;
  if (routingNumber === undefined) return neededToCreate(`Funding account "${fundingAccountId}"`, 'routingNumber');
  if (accountNumber === undefined || !vault) {
    if (!previous) return neededToCreate(`Funding account "${fundingAccountId}"`, 'accountNumber');
    if (routingNumber !== previous.routingNumber || accountType !== previous.accountType)
      return refuse(
        'INVALID_INPUT',
        `The bank or the type of funding account "${fundingAccountId}" changes, and accountNumber is absent.`,
        'Give the account number of the account at that bank.',
        'accountNumber',
      );
    return succeed({ accountType, routingNumber, last4: previous.last4, sealed: previous.sealed });
  }
  const account: BankAccount = { accountType, routingNumber, accountNumber };
  const problem = bankAccountProblem(account, 'account');
  // The account's members stand beside the others in the input.
  if (problem) return { ...problem, error: { ...problem.error, field: memberOf(problem.error.field) } };
  const sealed = vault.seal({ ownerId: fundingAccountId, accountType, routingNumber }, accountNumber);
  return succeed({ accountType, routingNumber, last4: endOfAccount(accountNumber), sealed });
}

const memberOf = (field = 'accountNumber') => field.slice(field.lastIndexOf('.') + 1);

/** What is known of the account beside the account itself. */
function factsOf(input: Input, previous: Previous): Result<Facts, ErrorCode> {
  const name = input.name ?? previous?.name;
  const bankName = input.bankName ?? previous?.bankName;
  const companyIdentification = input.companyIdentification ?? previous?.companyIdentification;
  const companyEntryName = input.companyEntryName ?? previous?.companyEntryName;
  const sendsPrenotes = input.sendsPrenotes ?? previous?.sendsPrenotes ?? false;
  const account = `Funding account "${input.fundingAccountId}"`;
  if (name === undefined) return neededToCreate(account, 'name');
  if (bankName === undefined) return neededToCreate(account, 'bankName');
  if (companyIdentification === undefined) return neededToCreate(account, 'companyIdentification');
  if (companyEntryName === undefined) return neededToCreate(account, 'companyEntryName');
  if (achText(bankName) === '')
    return invalidInput('bankName', bankName, 'a text of 1 to 100 characters', 'Name the bank in ASCII.');
  if (!/^[0-9A-Z]{10}$/.test(companyIdentification))
    return invalidInput(
      'companyIdentification',
      companyIdentification,
      'ten capitals or digits',
      'Ask the bank what it knows the company by.',
    );
  const written = achText(companyEntryName).length;
  if (written < 1 || written > 16)
    return invalidInput(
      'companyEntryName',
      companyEntryName,
      'a name of 1 to 16 characters as banks write it',
      'Choose how it is shortened: employees read it on their statements.',
    );
  for (const member of ['immediateDestination', 'odfiRoutingNumber'] as const)
    if (input[member] !== undefined && !isRoutingNumber(input[member]))
      return refuse(
        'INVALID_BANK_ACCOUNT',
        `"${input[member].slice(0, 20)}" is not nine digits with a right check digit.`,
        'Ask the bank which routing number its files name.',
        member,
      );
  if (input.immediateOrigin !== undefined && !/^[0-9A-Z]{9,10}$/.test(input.immediateOrigin))
    return invalidInput(
      'immediateOrigin',
      input.immediateOrigin,
      'nine or ten capitals or digits',
      'Ask the bank what its files name as their sender.',
    );
  const { sendsBalancedFiles, immediateDestination, immediateOrigin, odfiRoutingNumber } = { ...previous, ...input };
  const file = withoutAbsent<
    Pick<Facts, 'sendsBalancedFiles' | 'immediateDestination' | 'immediateOrigin' | 'odfiRoutingNumber'>
  >({
    sendsBalancedFiles,
    immediateDestination,
    immediateOrigin,
    odfiRoutingNumber,
  });
  return succeed({ name, bankName, companyIdentification, companyEntryName, sendsPrenotes, ...file });
}

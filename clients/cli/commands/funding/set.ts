import { text } from 'node:stream/consumers';
import { UpsertFundingAccountDocument } from '../../../generated/operations/graphql.ts';
import type { BankAccountType } from '../../../generated/schema.ts';
import { CliError } from '../../CliError.ts';
import { defined } from '../../../sdk/defined.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation, Surroundings } from '../../Invocation.ts';

interface Given {
  account: string;
  name: string;
  bank: string;
  routing: string;
  type: BankAccountType | undefined;
  companyIdentification: string;
  companyEntryName: string;
  prenotes: boolean;
  balanced: boolean;
  destination: string | undefined;
  origin: string | undefined;
  odfi: string | undefined;
}

export async function run(invocation: Invocation<Given>): Promise<number> {
  const { account, name, bank, routing, type, companyIdentification, companyEntryName, prenotes } = invocation.given;
  const { balanced, destination, origin, odfi } = invocation.given;
  const payload = await invocation.change(UpsertFundingAccountDocument, {
    fundingAccountId: account,
    name,
    bankName: bank,
    routingNumber: routing,
    accountNumber: await accountNumberOf(invocation.surroundings),
    companyIdentification,
    companyEntryName,
    sendsPrenotes: prenotes,
    sendsBalancedFiles: balanced,
    ...defined({
      accountType: type,
      immediateDestination: destination,
      immediateOrigin: origin,
      odfiRoutingNumber: odfi,
    }),
  });
  const { fundingAccount } = payload;
  invocation.print(
    payload,
    () => `${account} ${fundingAccount?.maskedAccountNumber} at ${fundingAccount?.bankName} is recorded`,
  );
  return EXIT.ok;
}

/** Never an option: the arguments of a process are there for everybody on the machine to see. */
async function accountNumberOf({ env, stdin }: Surroundings): Promise<string> {
  const given = env['PAYROLL_ACCOUNT_NUMBER'] ?? (stdin.isTTY ? '' : await text(stdin));
  if (given.trim() !== '') return given.trim();
  throw new CliError(
    EXIT.usage,
    'MISSING_ACCOUNT_NUMBER',
    'Hand in the account number by PAYROLL_ACCOUNT_NUMBER or on standard input: funding set … < number.txt.',
  );
}

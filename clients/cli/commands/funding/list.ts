import { FundingAccountsDocument } from '../../../generated/operations/graphql.ts';
import type { Invocation } from '../../Invocation.ts';
import { printList } from '../../printList.ts';

export async function run(invocation: Invocation<unknown>): Promise<number> {
  const { fundingAccounts } = await invocation.read(FundingAccountsDocument, {});
  return printList(invocation, fundingAccounts, {
    headings: ['ACCOUNT', 'NAME', 'BANK', 'ROUTING', 'NUMBER', 'PRENOTES', 'VERSION'],
    cells: (account) => [
      account.fundingAccountId,
      account.name,
      account.bankName,
      account.routingNumber,
      account.maskedAccountNumber,
      account.sendsPrenotes ? 'yes' : 'no',
      account.version,
    ],
    none: 'There are none: "funding set" makes one.',
  });
}

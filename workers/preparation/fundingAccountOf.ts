import { type FundingAccountRecord, getFundingAccount } from '../../table/fundingAccount.ts';

/** The account that wages of a pay group are paid from; nothing for a group that pays by check alone. */
export async function fundingAccountOf(
  companyId: string,
  fundingAccountId: string | undefined,
): Promise<FundingAccountRecord | undefined> {
  if (fundingAccountId === undefined) return undefined;
  const account = await getFundingAccount(companyId, fundingAccountId);
  if (!account) throw new Error(`funding account ${fundingAccountId} is not in the table`);
  return account;
}

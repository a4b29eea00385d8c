import { getFundingAccount } from '../../table/fundingAccount.ts';
import type { Segment } from '../../workflows/payrollRun.ts';

/** What decides whether employees of a run are paid by direct deposit; nothing for a group without a funding account. */
export async function fundingOf(companyId: string, fundingAccountId: string | undefined): Promise<Segment['funding']> {
  if (fundingAccountId === undefined) return undefined;
  const account = await getFundingAccount(companyId, fundingAccountId);
  if (!account) throw new Error(`funding account ${fundingAccountId} is not in the table`);
  return { fundingAccountId, sendsPrenotes: account.sendsPrenotes };
}

import type { FundingAccountRecord } from '../../table/fundingAccount.ts';
import type { Segment } from '../../workflows/payrollRun.ts';

/** What decides whether employees of a run are paid by direct deposit; nothing for a group without a funding account. */
export const fundingOf = (account: FundingAccountRecord | undefined): Segment['funding'] =>
  account && { fundingAccountId: account.fundingAccountId, sendsPrenotes: account.sendsPrenotes };

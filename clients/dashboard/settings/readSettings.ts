import { CompanySettingsDocument, FundingAccountsDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';

/** The company, undefined while there is none, and the accounts that it pays from. */
export const readSettings = async () => {
  const [{ company }, { fundingAccounts }] = await Promise.all([
    execute(CompanySettingsDocument, {}),
    execute(FundingAccountsDocument, {}),
  ]);
  return { company: company ?? undefined, accounts: fundingAccounts ?? [] };
};

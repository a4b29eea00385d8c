import type { FundingAccount } from '../clients/generated/schema.ts';
import type { FundingAccountRecord } from '../table/fundingAccount.ts';

/** A funding account as the API shows it: of its number only the end. */
export function fundingAccountOf(account: Omit<FundingAccountRecord, 'sealed'>): FundingAccount {
  return {
    fundingAccountId: account.fundingAccountId,
    name: account.name,
    bankName: account.bankName,
    routingNumber: account.routingNumber,
    maskedAccountNumber: `****${account.last4}`,
    accountType: account.accountType,
    companyIdentification: account.companyIdentification,
    companyEntryName: account.companyEntryName,
    sendsPrenotes: account.sendsPrenotes,
    sendsBalancedFiles: account.sendsBalancedFiles ?? false,
    immediateDestination: account.immediateDestination ?? account.routingNumber,
    immediateOrigin: account.immediateOrigin ?? account.companyIdentification,
    odfiRoutingNumber: account.odfiRoutingNumber ?? account.routingNumber,
    version: account.version,
  };
}

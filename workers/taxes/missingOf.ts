import { nameOfTaxDeposit } from '../../payroll/ledger/taxDeposits.ts';
import type { FilingProfileRecord } from '../../table/filingProfile.ts';

/**
 * What the company must record before its deposits and returns can be made, each as a sentence.
 * @param authorities that the company owes to, as the ledger calls them
 */
export function missingOf(profile: FilingProfileRecord | undefined, authorities: readonly string[]): string[] {
  const missing: string[] = [];
  if (!profile?.ein) missing.push('The employer identification number (EIN), for every federal deposit and return.');
  if (!profile?.legalName) missing.push('The legal name of the company, as the IRS knows it.');
  if (!profile?.legalAddress) missing.push('The legal address of the company.');
  if (!profile?.depositSchedule)
    missing.push(
      'The schedule of federal deposits, MONTHLY or SEMIWEEKLY: without it no due date of Form 941 taxes is known. The returns of the lookback period decide it.',
    );
  if (!profile?.contactName || !profile.contactPhone) missing.push('Name and telephone of a contact, for the returns.');
  const accounts = new Map((profile?.stateAccounts ?? []).map((account) => [account.state, account]));
  for (const authority of [...new Set(authorities)].sort()) {
    const account = accounts.get(authority.slice(0, 2));
    const isMissing =
      (authority.endsWith('_WITHHOLDING') && !account?.withholdingAccount) ||
      (authority.endsWith('_UNEMPLOYMENT') && !account?.unemploymentAccount);
    if (isMissing) missing.push(`The account number for ${nameOfTaxDeposit(authority)}.`);
  }
  return missing;
}

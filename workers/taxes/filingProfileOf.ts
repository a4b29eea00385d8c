import type { PostalAddress, FilingProfile } from '../../clients/generated/schema.ts';
import type { PostalAddress as AddressOnFile, FilingProfileRecord } from '../../table/filingProfile.ts';

/** A company's filing profile as the API shows it. */
export const filingProfileOf = (profile: FilingProfileRecord): FilingProfile => ({
  ein: profile.ein ?? null,
  legalName: profile.legalName ?? null,
  legalAddress: profile.legalAddress ? addressOf(profile.legalAddress) : null,
  mailingAddress: profile.mailingAddress ? addressOf(profile.mailingAddress) : null,
  depositSchedule: profile.depositSchedule ?? null,
  stateAccounts: (profile.stateAccounts ?? []).map(({ state, withholdingAccount, unemploymentAccount }) => ({
    state,
    withholdingAccount: withholdingAccount ?? null,
    unemploymentAccount: unemploymentAccount ?? null,
  })),
  contactName: profile.contactName ?? null,
  contactPhone: profile.contactPhone ?? null,
  contactEmail: profile.contactEmail ?? null,
  version: profile.version,
});

const addressOf = ({ line1, line2, city, state, postalCode }: AddressOnFile): PostalAddress => ({
  line1,
  line2: line2 ?? null,
  city,
  state,
  postalCode,
});

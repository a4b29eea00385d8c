import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient, tableName } from './documentClient.ts';
import { filingProfileKey } from './keys.ts';
import type { TransactItem } from './transact.ts';

export interface PostalAddress {
  line1: string;
  line2?: string;
  city: string;
  state: string;
  /** Five digits, or nine with a hyphen. */
  postalCode: string;
}

/** The numbers that a state knows the company by. */
export interface StateAccount {
  state: string;
  withholdingAccount?: string;
  unemploymentAccount?: string;
}

/** What tax offices must know of the company. */
export interface FilingProfileRecord {
  companyId: string;
  /** Nine digits, as `12-3456789`. */
  ein?: string;
  legalName?: string;
  legalAddress?: PostalAddress;
  mailingAddress?: PostalAddress;
  depositSchedule?: 'MONTHLY' | 'SEMIWEEKLY';
  stateAccounts?: StateAccount[];
  contactName?: string;
  contactPhone?: string;
  contactEmail?: string;
  version: number;
}

export async function getFilingProfile(companyId: string): Promise<FilingProfileRecord | undefined> {
  const { Item } = await documentClient.send(
    new GetCommand({ TableName: tableName(), Key: filingProfileKey(companyId), ConsistentRead: true }),
  );
  return Item as FilingProfileRecord | undefined;
}

/** The write that makes or replaces the profile, unless somebody else changed it. */
export const putFilingProfile = (
  profile: FilingProfileRecord,
  previous: FilingProfileRecord | undefined,
): TransactItem => ({
  Put: {
    TableName: tableName(),
    Item: { ...profile, ...filingProfileKey(profile.companyId) },
    ...(previous
      ? { ConditionExpression: 'version = :seen', ExpressionAttributeValues: { ':seen': previous.version } }
      : { ConditionExpression: 'attribute_not_exists(pk)' }),
  },
});

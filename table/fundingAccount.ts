import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { SettingsEditor } from '../payroll/preparers.ts';
import { documentClient, tableName } from './documentClient.ts';
import { fundingAccountKey, pastFundingAccountKey, paymentFilesOfDayKey } from './keys.ts';
import type { TransactItem } from './transact.ts';

/** An account that wages are paid from. */
export interface FundingAccountRecord {
  companyId: string;
  fundingAccountId: string;
  name: string;
  bankName: string;
  accountType: 'CHECKING' | 'SAVINGS';
  routingNumber: string;
  /** The end of the account number, which is all that is ever shown of it. */
  last4: string;
  /** The account number under the company's data key (`workers/secrets/AccountVault.ts`). */
  sealed: string;
  /** What the bank knows the company's files by: ten characters. */
  companyIdentification: string;
  /** The company's name on its employees' statements: at most 16 characters. */
  companyEntryName: string;
  sendsPrenotes: boolean;
  /** Each batch ends with the entry that debits this account for it. Absent: the bank debits it by itself. */
  sendsBalancedFiles?: boolean;
  /** Where the bank wants others in its files than its own routing number and the company's identification. */
  immediateDestination?: string;
  immediateOrigin?: string;
  odfiRoutingNumber?: string;
  /** Who changed it, the latest first. */
  editors?: SettingsEditor[];
  version: number;
}

export async function getFundingAccount(
  companyId: string,
  fundingAccountId: string,
): Promise<FundingAccountRecord | undefined> {
  const { Item } = await documentClient.send(
    new GetCommand({
      TableName: tableName(),
      Key: fundingAccountKey(companyId, fundingAccountId),
      ConsistentRead: true,
    }),
  );
  return Item as FundingAccountRecord | undefined;
}

/** The account at the version that an approval saw. */
export async function getFundingAccountAt(
  companyId: string,
  fundingAccountId: string,
  version: number,
): Promise<FundingAccountRecord | undefined> {
  const current = await getFundingAccount(companyId, fundingAccountId);
  if (current?.version === version) return current;
  const Key = pastFundingAccountKey(companyId, fundingAccountId, version);
  const { Item } = await documentClient.send(new GetCommand({ TableName: tableName(), Key, ConsistentRead: true }));
  return Item as FundingAccountRecord | undefined;
}

/** The writes that make a funding account, or replace one and keep the version before. */
export function putFundingAccount(
  account: FundingAccountRecord,
  previous: FundingAccountRecord | undefined,
): TransactItem[] {
  const { companyId, fundingAccountId } = account;
  // The key last: a record that was read carries the key that it was read by.
  const put = { TableName: tableName(), Item: { ...account, ...fundingAccountKey(companyId, fundingAccountId) } };
  if (!previous) return [{ Put: { ...put, ConditionExpression: 'attribute_not_exists(pk)' } }];
  const past = { ...previous, ...pastFundingAccountKey(companyId, fundingAccountId, previous.version) };
  const isStill = { ConditionExpression: 'version = :seen', ExpressionAttributeValues: { ':seen': previous.version } };
  return [{ Put: { ...put, ...isStill } }, { Put: { TableName: tableName(), Item: past } }];
}

/** How long the count of a day's files is kept. */
const COUNTED_DAYS = 30;

/**
 * Counts one more file of an account on a day, from 1. A number that an attempt took and did not use is left out: banks
 * ask that the files of one day differ, not that none is missing.
 */
export async function countPaymentFile(
  companyId: string,
  fundingAccountId: string,
  fileDate: string,
  nowMs: number,
): Promise<number> {
  const { Attributes } = await documentClient.send(
    new UpdateCommand({
      TableName: tableName(),
      Key: paymentFilesOfDayKey(companyId, fundingAccountId, fileDate),
      UpdateExpression: 'SET expiresAtSeconds = :expiresAtSeconds ADD files :one',
      ExpressionAttributeValues: {
        ':one': 1,
        ':expiresAtSeconds': Math.floor(nowMs / 1000) + COUNTED_DAYS * 86_400,
      },
      ReturnValues: 'ALL_NEW',
    }),
  );
  return (Attributes as { files: number }).files;
}
